/** Billing: plan and seats, who is billed, how it is paid, and the invoices. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import type { BillingView, PaymentView } from "../../host/types";
import { month } from "../../text/billing";
import { say } from "../../text/say";
import { facts } from "../general/facts";
import { why } from "../general/general";
import { Part } from "../part";
import { untold } from "../unread";
import { invoices } from "./invoices";
import { subscription } from "./subscription";

export class BillingScreen extends Part {
  protected override render(): TemplateResult {
    const { billing } = this.organization;
    const { view } = billing;
    return html`<section class="page" data-pane tabindex="-1" aria-labelledby="billing-title">
      <header class="head"><h1 id="billing-title">${say("billing-title")}</h1></header>
      ${untold(billing)}
      ${view === null
        ? nothing
        : html`${view.subscription === null ? nothing : subscription(this.desk, this.organization, view.subscription)}
            ${this.#details(view)}
            ${view.payment === null ? nothing : this.#payment(view.payment)}
            ${invoices(this.desk, this.organization, view)}`}
    </section>`;
  }

  #details(view: BillingView): TemplateResult {
    return html`<article class="card" aria-labelledby="billing-details">
      <header class="card-head">
        <h2 id="billing-details">${say("billing-details")}</h2>
        <span class="spring"></span>
        <button type="button" class="button" id="edit-billing" aria-disabled=${String(view.edit.kind === "denied")}
          aria-describedby=${view.edit.reason === null ? nothing : "billing-why"}
          @click=${() => view.edit.kind !== "denied" && this.desk.show({ kind: "edit_settings", group: "billing" })}>${say("word-edit")}</button>
      </header>
      ${facts(view.settings)}
      ${why("billing-why", view.edit)}
    </article>`;
  }

  /** By its label alone: nothing of a card is ever here. */
  #payment({ label, expires, expired, managedAt }: PaymentView): TemplateResult {
    return html`<article class="card" aria-labelledby="billing-payment">
      <header class="card-head">
        <h2 id="billing-payment">${say("billing-payment")}</h2>
        <span class="spring"></span>
        ${managedAt === null
          ? nothing
          : html`<button type="button" class="button" id="manage-payment" aria-describedby="payment-where"
              @click=${() => void this.desk.attempt(this.organization.billing.openPaymentPage())}>${say("billing-manage")}</button>`}
      </header>
      <dl class="facts settings">
        <dt>${say("billing-paid-by")}</dt><dd dir="auto">${label}</dd>
        ${expires === null
          ? nothing
          : html`<dt>${say("billing-expires")}</dt><dd>${month(expires)} ${expired ? badge({ icon: "alert", tone: "danger", text: say("billing-expired") }) : nothing}</dd>`}
      </dl>
      <p class="why" id="payment-where">${icon("eye")}<span>${managedAt === null
        ? say("billing-managed-elsewhere")
        : say("billing-managed-at", { host: managedAt })}</span></p>
    </article>`;
  }
}
customElements.define("billing-screen", BillingScreen);
