/** What was asked for of many in one press: counted, with the answers that a person gives to all of it at once. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import type { Desk } from "../../desk";
import type { Changes, OutboxBulk, OutboxPart, OutboxView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { bulkWords } from "../../text/changes";
import { count, instant, moment } from "../../text/format";
import { say } from "../../text/say";

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
      <span class="faint">${made ? say("entry-made", { made: moment(made, desk.now) }) : nothing}</span>
    </header>
    <div class="bulk">
      <div class="bulk-counts">
        ${of.waiting > 0 ? badge({ icon: "clock", tone: "waiting", text: say("bulk-waits", { count: of.waiting }) }) : nothing}
        ${of.needsYou > 0 ? badge({ icon: "alert", tone: "danger", text: say("status-needs-you", { count: of.needsYou }) }) : nothing}
        ${of.done > 0 ? badge({ icon: "check", tone: "good", text: say("bulk-done", { count: of.done }) }) : nothing}
      </div>
      ${of.refusals.length === 0
        ? nothing
        : html`<ul class="plain-list reasons">${of.refusals.map((each) => html`<li><span class="wrap">${say("entry-refused", { reason: each.reason })}</span><span class="faint">${count(each.changes)}</span></li>`)}</ul>`}
      <div class="entry-actions">
        ${of.waiting > 0 ? button(say("bulk-take-back"), () => void desk.takeBack(organization, only("waiting"), null)) : nothing}
        ${of.needsYou > 0
          ? html`${button(say("bulk-ask-again", { count: of.needsYou }), () => void desk.attempt(again(desk, organization, only("needs_you"))))}
              ${button(say("bulk-drop"), () => void desk.attempt(outbox.takeBack(only("needs_you"))))}`
          : nothing}
        ${button(looked ? say("bulk-show-all") : say("bulk-show-users", { count: of.users }), () => outbox.see({ operation: looked ? null : operation, part: null }))}
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
  const chip = (part: OutboxPart | null, label: string): TemplateResult => html`<button
    type="button"
    class="chip ${outbox.look.part === part ? "chip-on" : ""}"
    aria-pressed=${String(outbox.look.part === part)}
    @click=${() => outbox.see({ part })}
  >${label}</button>`;
  return html`<div class="tools" role="group" aria-label=${say("outbox-parts")}>
    ${chip(null, say("outbox-part-all", { count: all }))}
    ${chip("needs_you", say("outbox-part-needs-you", { count: view.needsYou }))}
    ${chip("waiting", say("outbox-part-waiting", { count: view.waiting + view.awaiting }))}
    ${chip("done", say("outbox-part-done", { count: view.done }))}
  </div>`;
}
