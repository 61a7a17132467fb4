/** The invoices: each can be read, and saved as a file to print. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { badge } from "../../components/badge";
import type { Desk } from "../../desk";
import type { InvoiceRow } from "../../host/types";
import type { BillingTold } from "../../state/billing";
import type { OpenOrganization } from "../../state/organization";
import { day, invoiceStatus, money } from "../../text/billing";
import { count } from "../../text/format";
import { say } from "../../text/say";
import { why } from "../general/general";

export function invoices(desk: Desk, organization: OpenOrganization, view: BillingTold): TemplateResult {
  const { billing } = organization;
  const known = view.listed;
  return html`<article class="card" aria-labelledby="billing-invoices">
    <header class="card-head"><h2 id="billing-invoices">${say("invoices-title")}</h2>${known === null || known.total === 0 ? nothing : html`<span class="faint">${count(known.total)}</span>`}</header>
    ${view.invoices.kind === "denied" ? why("invoices-why", view.invoices) : nothing}
    ${known === null
      ? nothing
      : known.total === 0
        ? html`<p class="faint">${say("invoices-none")}</p>`
        : html`<div class="invoices" role="group" aria-labelledby="billing-invoices" tabindex="0"><table>
              <thead><tr><th scope="col">${say("invoices-number")}</th><th scope="col">${say("invoices-date")}</th><th scope="col" class="amount">${say("invoices-amount")}</th><th scope="col">${say("invoices-status")}</th><td></td></tr></thead>
              <tbody>${repeat(known.rows, (row) => row.id, (row) => one(desk, organization, row))}</tbody>
            </table></div>
            ${known.total > known.rows.length
              ? html`<button type="button" class="button" @click=${() => void billing.more()}>${say("invoices-more", { count: known.total - known.rows.length })}</button>`
              : nothing}`}
  </article>`;
}

const one = (desk: Desk, organization: OpenOrganization, row: InvoiceRow): TemplateResult => html`<tr>
  <th scope="row"><button type="button" class="button-link" aria-label=${say("invoices-show", { number: row.number })} @click=${() => desk.show({ kind: "invoice", invoice: row.id })}>${row.number}</button></th>
  <td>${day(row.date)}</td>
  <td class="amount">${money(row.amount, row.currency)}</td>
  <td>${badge(invoiceStatus(row.status))}</td>
  <td class="amount"><button type="button" class="button button-small" aria-label=${say("invoices-save-number", { number: row.number })} @click=${() => void saveInvoice(desk, organization, row)}>${say("invoices-save")}</button></td>
</tr>`;

/** Asks where the file goes; a person who names none has changed their mind. */
export async function saveInvoice(desk: Desk, { billing }: OpenOrganization, { id, number }: InvoiceRow): Promise<void> {
  let file: string | null = null;
  const done = await desk.attempt(billing.saveInvoice(id).then((saved) => (file = saved)));
  if (done && file !== null) desk.toasts.say(say("invoices-saved", { number, file }));
}
