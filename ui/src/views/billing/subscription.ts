/** The subscription on its card: where it stands and what that means, seats in use, what can be done. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import type { Desk } from "../../desk";
import type { SubscriptionView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { meaning, price, resumeTitle, seatsUsed, standing } from "../../text/billing";
import { count } from "../../text/format";
import { INTENTS } from "../../text/rows";
import { say } from "../../text/say";
import { needsServer } from "../../text/status";
import { refusal } from "../../text/verdicts";

export function subscription(desk: Desk, organization: OpenOrganization, of: SubscriptionView): TemplateResult {
  const session = organization.session.view;
  const offline = session === null ? null : needsServer(session);
  const button = (id: string, label: string, run: () => void, why: string | null, dangerous = false): TemplateResult => html`<button
    type="button"
    id=${id}
    class="button ${dangerous ? "button-danger-quiet" : ""}"
    aria-disabled=${String(why !== null)}
    aria-describedby=${why === null ? nothing : `${id}-why`}
    @click=${() => why === null && run()}
  >${label}</button>`;
  const cant = {
    change: refusal(of.change), cancel: of.cancel === null ? null : (refusal(of.cancel) ?? offline), resume: of.resume === null ? null : (refusal(of.resume) ?? offline),
  };
  return html`<article class="card" aria-labelledby="billing-subscription">
    <header class="card-head"><h2 id="billing-subscription">${say("billing-subscription")}</h2>${badge(standing(of))}</header>
    <p>${meaning(of)}</p>
    <dl class="facts settings">
      ${of.plan === "" ? nothing : html`<dt>${say("billing-plan")}</dt><dd>${of.plan}${waiting(of, "plan")}</dd>`}
      ${of.price === null ? nothing : html`<dt>${say("billing-price")}</dt><dd>${price(of.price)}</dd>`}
      <dt>${say("billing-seats")}</dt>
      <dd>
        ${of.seats === null || of.seatsUsed === null
          ? nothing
          : html`<progress class="seats" max=${Math.max(of.seats, 1)} .value=${Math.min(of.seatsUsed, of.seats)} aria-label=${say("billing-seats-used-label")}></progress> `}
        ${seatsUsed(of)}${waiting(of, "seats")}
      </dd>
    </dl>
    <div class="card-actions">
      ${button("change-subscription", say("billing-change"), () => desk.show({ kind: "change_subscription" }), cant.change)}
      ${of.resume === null ? nothing : button("resume-subscription", resumeTitle(of), () => void resumeSubscription(desk, organization), cant.resume)}
      ${of.cancel === null ? nothing : button("cancel-subscription", say("billing-cancel"), () => desk.show({ kind: "end", what: "subscription" }), cant.cancel, true)}
    </div>
    ${Object.entries(cant).map(([what, why]) => (why === null ? nothing : html`<p class="why" id="${what}-subscription-why">${icon("lock")}<span>${why}</span></p>`))}
  </article>`;
}

/** With the server alone: what stands then is said. */
export const resumeSubscription = (desk: Desk, { billing }: OpenOrganization): Promise<boolean> =>
  desk.attempt(billing.resume().then((said) => desk.toasts.say(said)));

/** What waits of it: the value asked for, and how that stands. */
function waiting(of: SubscriptionView, field: string): TemplateResult | typeof nothing {
  const setting = of.waiting.find((each) => each.field === field);
  const mark = INTENTS[setting?.intent ?? ""];
  if (setting === undefined || mark === undefined) return nothing;
  const value = field === "seats" ? count(Number(setting.value)) : setting.value;
  return html` <span class="arrow" aria-hidden="true">→</span> <ins>${value}</ins> ${badge(mark)}`;
}
