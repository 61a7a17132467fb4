/** The Outbox: everything asked for and not yet at rest, by user, with the answers a person can give. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import type { OutboxEntry, OutboxGroup, ReplacementStep, ReplacementView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { these } from "../../state/outbox";
import { asked, OUTBOX_STATES, verb } from "../../text/changes";
import { explain } from "../../text/errors";
import { count, counted, instant, moment } from "../../text/format";
import { spoken } from "../../text/names";
import { heldBack } from "../../text/status";
import { cancelReplacement } from "../users/replacement";
import { bulk, parts } from "./bulk";
import { conflicts } from "./conflict";

/** States that wait for a person's answer. */
const NEEDS_YOU: readonly OutboxEntry["state"][] = ["conflict", "rejected"];

/** Changes of a value, whose old and new one are both shown. */
const CHANGED: ReadonlySet<string> = new Set(["set_role", "set_display_name", "set_picture", "suspend", "reactivate"]);

export class OutboxScreen extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    version: { attribute: false },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare version: number;
  #inside = false;

  /** Who comes here comes for what needs them: it is in sight, however much was done before it. */
  protected override firstUpdated(): void {
    this.querySelector(".entry-needs-you")?.scrollIntoView?.({ block: "nearest" });
  }

  protected override willUpdate(): void {
    this.#inside = this.contains(document.activeElement);
  }

  /** The button that was pressed may be gone with its change: the screen has the focus then, not nobody. */
  protected override updated(): void {
    if (this.#inside && (document.activeElement ?? document.body) === document.body) this.querySelector<HTMLElement>(".page")?.focus();
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
    const empty = view !== null && everything && view.total === 0;
    return html`<section class="page" data-pane tabindex="-1" aria-labelledby="outbox-title">
      <header class="head">
        <h1 id="outbox-title">Outbox</h1>
        ${view === null || empty
          ? nothing
          : html`<span class="head-note">${[
              waiting > 0 ? `${counted(waiting, "change")} ${waiting === 1 ? "waits" : "wait"}` : "Nothing waits",
              ...(session.view && session.view.needsYou > 0 ? [`${count(session.view.needsYou)} ${session.view.needsYou === 1 ? "needs" : "need"} you`] : []),
            ].join(" · ")}</span>`}
        <span class="spring"></span>
        ${done > 0 && operation === null
          ? html`<button type="button" class="button" @click=${() => void this.desk.attempt(outbox.seen())}>Clear ${count(done)} done</button>`
          : nothing}
        ${view === null || empty
          ? nothing
          : html`<button
              type="button"
              class="button button-primary"
              id="send-all"
              aria-disabled=${String(waiting === 0 || held !== null)}
              aria-describedby=${held !== null || waiting === 0 ? "send-reason" : nothing}
              @click=${() => waiting > 0 && held === null && void this.desk.attempt(outbox.send({ kind: "all" }))}
            >Send all</button>`}
      </header>
      ${!empty && view !== null && (held !== null || waiting === 0)
        ? html`<p class="faint" id="send-reason">${waiting === 0 ? "Nothing waits to be sent." : held}</p>`
        : nothing}
      ${outbox.failure === null
        ? nothing
        : html`<div class="banner tone-danger">${icon("alert")}<p>${explain(outbox.failure).text}</p>
            <button type="button" class="button button-small" @click=${() => void outbox.stale()}>Try again</button></div>`}
      ${empty
        ? html`<div class="empty">${icon("outbox")}<h2>Nothing waits</h2>
            <p>A change that you save waits here until the server has confirmed it. What it refuses comes back here too.</p></div>`
        : view === null
          ? nothing
          : html`${view.bulks.filter((each) => operation === null || each.operation === operation).map((each) => bulk(this.desk, this.organization, each))}
            ${view.bulks.length === 0 && everything ? nothing : parts(this.organization, view)}
            ${groups.length === 0 ? html`<p class="faint">Nothing here.</p>` : nothing}
            ${repeat(groups, keyOf, (group) => this.#group(group, held))}
            ${view.total > groups.length
              ? html`<button type="button" class="button" @click=${() => outbox.more()}>Show more (${count(view.total - groups.length)} users left)</button>`
              : nothing}`}
    </section>`;
  }

  #group(group: OutboxGroup, held: string | null): TemplateResult {
    const { outbox } = this.organization;
    const { replacement } = group;
    const id = `group-${keyOf(group)}`;
    return html`<article class="card" aria-labelledby=${id}>
      <header class="card-head">
        <h2 id=${id} dir="auto">${replacement === null ? group.name : replacement.title}</h2>
        <span class="faint wrap">${replacement === null ? group.email : `${replacement.oldEmail} → ${replacement.newEmail}`}</span>
      </header>
      ${replacement === null ? this.#entries(group, group.entries, held) : this.#replacement(group, replacement, held)}
      ${conflicts({
        name: group.name,
        entries: group.entries.filter((entry) => entry.state === "conflict"),
        keep: (entries) => void this.desk.attempt(outbox.takeBack(these(entries))),
        again: (entries) => void this.desk.attempt(outbox.askAgain(these(entries))),
      })}
    </article>`;
  }

  #entries(group: OutboxGroup, entries: readonly OutboxEntry[], held: string | null): TemplateResult {
    return html`<ul class="entries">${repeat(entries, (entry) => entry.id, (entry) => this.#entry(group, entry, held))}</ul>`;
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

  #entry(group: OutboxGroup, entry: OutboxEntry, held: string | null): TemplateResult {
    const { outbox } = this.organization;
    const now = this.desk.now;
    const made = instant(entry.madeAt);
    const seen = instant(entry.seenAt);
    const about = `${verb(entry)}, ${spoken(group.name)}`;
    const only = these([entry]);
    const takeBack = (): void => void this.desk.takeBack(this.organization, only, `${spoken(group.name)}, ${asked(entry)}`);
    const drop = (): void => void this.desk.attempt(outbox.takeBack(only));
    return html`<li class="entry ${NEEDS_YOU.includes(entry.state) ? "entry-needs-you" : ""}" id="entry-${entry.id}">
      <div class="entry-main">
        <div class="entry-what">
          <span class="entry-verb">${verb(entry)}</span>
          <span class="wrap">${CHANGED.has(entry.verb)
            ? html`<del>${entry.before}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${entry.after}</ins>`
            : html`<ins>${entry.verb === "add_user" ? entry.after : entry.subject}</ins>`}</span>
          ${badge(OUTBOX_STATES[entry.state])}
        </div>
        <div class="entry-when faint">
          ${made ? `Made ${moment(made, now)}` : nothing}${seen ? `, on the list of ${moment(seen, now)}` : nothing}
        </div>
        ${entry.reason === null || entry.state === "conflict" ? nothing : html`<p class="entry-reason">${entry.state === "rejected" ? "Refused: " : ""}${entry.reason}</p>`}
      </div>
      <div class="entry-actions">
        ${entry.state === "waiting"
          ? html`<button type="button" class="button button-small" aria-label="Take back: ${about}" @click=${takeBack}>Take back</button>
              <button type="button" class="button button-small" aria-label="Send now: ${about}"
                aria-disabled=${String(held !== null)} aria-describedby=${held === null ? nothing : "send-reason"}
                @click=${() => held === null && void this.desk.attempt(outbox.send(only))}>Send now</button>`
          : nothing}
        ${entry.state === "blocked" || entry.state === "waits_for_acceptance"
          ? html`<button type="button" class="button button-small" aria-label="Take back: ${about}" @click=${takeBack}>Take back</button>`
          : nothing}
        ${entry.state === "rejected"
          ? html`<button type="button" class="button button-small" aria-label="Drop: ${about}" @click=${drop}>Drop</button>
              <button type="button" class="button button-small" aria-label="Ask again: ${about}" @click=${() => void this.desk.attempt(outbox.askAgain(only))}>Ask again</button>
              <button type="button" class="button button-small" aria-label="Copy details: ${about}" @click=${() => void this.#copy(group, entry)}>Copy details</button>`
          : nothing}
      </div>
    </li>`;
  }

  async #copy(group: OutboxGroup, entry: OutboxEntry): Promise<void> {
    const lines = [`${verb(entry)}: ${group.name} <${group.email}>`, asked(entry), `Made ${entry.madeAt}`, entry.reason ?? ""];
    try {
      await navigator.clipboard.writeText(lines.filter(Boolean).join("\n"));
      this.desk.toasts.say("Details copied.");
    } catch {
      this.desk.toasts.warn("The system's clipboard did not take the details.");
    }
  }
}
customElements.define("outbox-screen", OutboxScreen);

/** A user's own changes and those that replace their e-mail stand apart. */
const keyOf = (group: OutboxGroup): string => (group.replacement === null ? `${group.kind}-${group.id}` : `${group.id}-replaced`);
