/** The Outbox: everything asked for and not yet at rest, by user and by what else it is about, with the answers a person can give. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import type { OutboxEntry, OutboxGroup, ReplacementStep, ReplacementView } from "../../host/types";
import { these } from "../../state/outbox";
import { OUTBOX_STATES } from "../../text/changes";
import { say } from "../../text/say";
import { heldBack } from "../../text/status";
import { Part } from "../part";
import { untold } from "../unread";
import { cancelReplacement } from "../users/replacement";
import { bulk, parts } from "./bulk";
import { conflicts } from "./conflict";
import { entry } from "./entry";
import { handOver } from "./hand-over";
import { holdSwitch } from "./hold";
import { Order } from "./move";
import { outboxScreens } from "./screens";
import { sendButtons } from "./send";

export class OutboxScreen extends Part {
  /** Who comes here comes for what needs them: it is in sight, however much was done before it. */
  protected override firstUpdated(): void {
    this.querySelector(".entry-needs-you")?.scrollIntoView?.({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { outbox, session } = this.organization;
    const view = outbox.view;
    const held = session.view === null ? null : heldBack(session.view);
    const waiting = session.view?.waiting ?? 0;
    const groups = view?.groups ?? [];
    const done = view?.done ?? 0;
    const { operation, part } = outbox.look;
    const everything = operation === null && part === null;
    const order = new Order(this.desk, this.organization, groups);
    const empty = view !== null && everything && view.total === 0;
    return html`<section class="page" data-pane tabindex="-1" aria-labelledby="outbox-title">
      <header class="head">
        <h1 id="outbox-title">${say("outbox-title")}</h1>
        ${view === null || empty
          ? nothing
          : html`<span class="head-note">${[
              waiting > 0 ? say("status-waiting", { count: waiting }) : say("outbox-none-waits"),
              ...(session.view && session.view.needsYou > 0 ? [say("status-needs-you", { count: session.view.needsYou })] : []),
            ].join(" · ")}</span>`}
        <span class="spring"></span>
        ${done > 0 && operation === null
          ? html`<button type="button" class="button" @click=${() => void this.desk.attempt(outbox.seen())}>${say("outbox-clear-done", { count: done })}</button>`
          : nothing}
        ${view === null ? nothing : handOver(this.desk, this.organization)}
        ${view === null || empty ? nothing : sendButtons(this.desk, this.organization, held)}
      </header>
      ${outboxScreens(this.desk)}
      ${!empty && view !== null && (held !== null || waiting === 0)
        ? html`<p class="faint" id="send-reason">${waiting === 0 ? say("outbox-nothing-to-send") : held}</p>`
        : nothing}
      ${holdSwitch(this.desk, this.organization)}
      ${untold(outbox)}
      ${empty
        ? html`<div class="empty">${icon("outbox")}<h2>${say("outbox-empty")}</h2>
            <p>${say("outbox-empty-help")}</p></div>`
        : view === null
          ? nothing
          : html`${view.bulks.filter((each) => operation === null || each.operation === operation).map((each) => bulk(this.desk, this.organization, each))}
            ${view.bulks.length === 0 && everything ? nothing : parts(this.organization, view)}
            ${groups.length === 0 ? html`<p class="faint">${say("outbox-nothing-here")}</p>` : nothing}
            ${repeat(groups, keyOf, (group) => this.#group(group, held, order))}
            ${view.total > groups.length
              ? html`<button type="button" class="button" @click=${() => outbox.more()}>${say("outbox-show-more", { count: view.total - groups.length })}</button>`
              : nothing}`}
    </section>`;
  }

  #group(group: OutboxGroup, held: string | null, order: Order): TemplateResult {
    const { outbox } = this.organization;
    const { replacement } = group;
    const id = `group-${keyOf(group)}`;
    return html`<article class="card" aria-labelledby=${id} @keydown=${(event: KeyboardEvent) => order.onKey(event, group)}>
      <header class="card-head">
        <h2 id=${id} dir="auto">${replacement === null ? group.name : replacement.title}</h2>
        <span class="faint wrap">${replacement === null ? group.email : say("asked-from-to", { before: replacement.oldEmail, after: replacement.newEmail })}</span>
        ${order.buttons(group, id)}
      </header>
      ${replacement === null ? this.#entries(group, group.entries, held) : this.#replacement(group, replacement, held)}
      ${conflicts({
        name: group.name,
        entries: group.entries.filter((entry) => entry.state === "conflict"),
        keep: (entries) => void this.desk.attempt(outbox.takeBack(these(entries))),
        again: (entries) => void this.desk.attempt(outbox.askAgain(these(entries))),
        combine: (entries) => void this.desk.attempt(outbox.combine(these(entries))),
        rename: group.kind === "workspace" ? () => this.desk.show({ kind: "name_workspace", workspace: group }) : null,
      })}
    </article>`;
  }

  #entries(group: OutboxGroup, entries: readonly OutboxEntry[], held: string | null): TemplateResult {
    return html`<ul class="entries">${repeat(entries, (entry) => entry.id, (each) => entry(this.desk, this.organization, group, each, held))}</ul>`;
  }

  /** One thing of two steps, each with the changes that it takes. */
  #replacement(group: OutboxGroup, of: ReplacementView, held: string | null): TemplateResult {
    const [first, second] = of.steps;
    const deletion = group.entries.filter((entry) => entry.verb === "delete_user");
    const additions = group.entries.filter((entry) => entry.verb !== "delete_user");
    const step = ({ state, text }: ReplacementStep, entries: readonly OutboxEntry[]): TemplateResult => html`<li class="step">
      <p>${badge(OUTBOX_STATES[state])} ${text}</p>
      ${entries.length === 0 ? nothing : this.#entries(group, entries, held)}
    </li>`;
    return html`<ol class="steps">${step(first, additions)}${step(second, deletion)}</ol>
      <div class="entry-actions">${cancelReplacement(this.desk, this.organization, of)}</div>`;
  }
}
customElements.define("outbox-screen", OutboxScreen);

/** A user's own changes and those that replace their e-mail stand apart. */
const keyOf = (group: OutboxGroup): string => (group.replacement === null ? `${group.kind}-${group.id}` : `${group.id}-replaced`);
