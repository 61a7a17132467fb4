/** Over the details of whom or what it is about: what waits is one note; each change that went another way has its own. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { OutboxEntry } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { these } from "../../state/outbox";
import { asked, note } from "../../text/changes";
import { listed } from "../../text/format";
import { spoken } from "../../text/names";
import { say } from "../../text/say";

export function notes(desk: Desk, organization: OpenOrganization, name: string, changes: readonly OutboxEntry[]): TemplateResult[] {
  const waiting = changes.filter((entry) => entry.state === "waiting");
  const others = changes.filter((entry) => entry.state !== "waiting" && entry.state !== "done");
  return [...(waiting.length > 0 ? [waiting] : []), ...others.map((entry) => [entry])].map((entries) => one(desk, organization, name, entries));
}

function one(desk: Desk, organization: OpenOrganization, name: string, entries: readonly OutboxEntry[]): TemplateResult {
  const { lead, rest } = note(name, entries);
  const state = entries[0]?.state;
  const bad = state === "conflict" || state === "rejected";
  const takeBack = (): void =>
    void desk.takeBack(organization, these(entries), say("announce-change", { name: spoken(name), changes: listed(entries.map(asked)) }));
  return html`<div class="note ${bad ? "note-danger" : ""}">
    <p><strong>${lead}</strong> ${rest}</p>
    ${state === "waiting"
      ? html`<button type="button" class="button button-small" @click=${takeBack}>${entries.length > 1 ? say("details-take-back-all", { count: entries.length }) : say("entry-take-back")}</button>`
      : nothing}
    ${bad ? toOutbox(desk) : nothing}
  </div>`;
}

/** The way to what needs an answer. */
export const toOutbox = (desk: Desk): TemplateResult =>
  html`<button type="button" class="button button-small" @click=${() => desk.go("outbox")}>${say("details-review")}</button>`;
