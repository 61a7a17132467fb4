/** What was asked for of many in one press: counted, with the answers that a person gives to all of it at once. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import type { Desk } from "../../desk";
import type { Changes, OutboxBulk, OutboxPart, OutboxView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { bulkWords } from "../../text/changes";
import { count, counted, instant, moment } from "../../text/format";

export function bulk(desk: Desk, organization: OpenOrganization, of: OutboxBulk): TemplateResult {
  const { outbox } = organization;
  const { operation } = of;
  const what = bulkWords(of);
  const only = (part: OutboxPart): Changes => ({ kind: "operation", operation, part });
  const looked = outbox.look.operation === operation;
  const made = instant(of.madeAt);
  const button = (label: string, run: () => void): TemplateResult =>
    html`<button type="button" class="button button-small" aria-label="${label}: ${what}" @click=${run}>${label}</button>`;
  return html`<article class="card" aria-labelledby="bulk-${operation}">
    <header class="card-head">
      <h2 id="bulk-${operation}">${what}</h2>
      <span class="faint">${made ? `Made ${moment(made, desk.now)}` : nothing}</span>
    </header>
    <div class="bulk">
      <div class="bulk-counts">
        ${of.waiting > 0 ? badge({ icon: "clock", tone: "waiting", text: `${count(of.waiting)} ${of.waiting === 1 ? "waits" : "wait"}` }) : nothing}
        ${of.needsYou > 0 ? badge({ icon: "alert", tone: "danger", text: `${count(of.needsYou)} ${of.needsYou === 1 ? "needs" : "need"} you` }) : nothing}
        ${of.done > 0 ? badge({ icon: "check", tone: "good", text: `${count(of.done)} done` }) : nothing}
      </div>
      ${of.refusals.length === 0
        ? nothing
        : html`<ul class="plain-list reasons">${of.refusals.map((each) => html`<li><span class="wrap">Refused: ${each.reason}</span><span class="faint">${count(each.changes)}</span></li>`)}</ul>`}
      <div class="entry-actions">
        ${of.waiting > 0 ? button("Take back what waits", () => void desk.takeBack(organization, only("waiting"), null)) : nothing}
        ${of.needsYou > 0
          ? html`${button(`Ask again for ${counted(of.needsYou, "failed one")}`, () => void desk.attempt(again(desk, organization, only("needs_you"))))}
              ${button("Drop the failed ones", () => void desk.attempt(outbox.takeBack(only("needs_you"))))}`
          : nothing}
        ${button(looked ? "Show everything" : `Show the ${counted(of.users, "user")}`, () => outbox.see({ operation: looked ? null : operation, part: null }))}
      </div>
    </div>
  </article>`;
}

async function again(desk: Desk, { outbox }: OpenOrganization, failed: Changes): Promise<void> {
  const receipt = await outbox.askAgain(failed);
  desk.toasts.say(receipt.message);
}

/** Which part of it all is shown. */
export function parts({ outbox }: OpenOrganization, view: OutboxView): TemplateResult {
  const all = view.waiting + view.awaiting + view.needsYou + view.done;
  const chip = (part: OutboxPart | null, label: string, many: number): TemplateResult => html`<button
    type="button"
    class="chip ${outbox.look.part === part ? "chip-on" : ""}"
    aria-pressed=${String(outbox.look.part === part)}
    @click=${() => outbox.see({ part })}
  >${label} ${count(many)}</button>`;
  return html`<div class="tools" role="group" aria-label="Which changes">
    ${chip(null, "All", all)}${chip("needs_you", "Needs you", view.needsYou)}${chip("waiting", "Waiting", view.waiting + view.awaiting)}${chip("done", "Done", view.done)}
  </div>`;
}
