/** The invoices: each can be read, and saved as a file to print. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { badge } from "../../components/badge";
import type { Desk } from "../../desk";
import type { BillingView, InvoiceRow } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { day, invoiceStatus, money } from "../../text/billing";
import { count } from "../../text/format";
import { why } from "../general/general";

export function invoices(desk: Desk, organization: OpenOrganization, view: BillingView): TemplateResult {
  const { billing } = organization;
  const known = billing.invoices;
  return html`<article class="card" aria-labelledby="billing-invoices">
    <header class="card-head"><h2 id="billing-invoices">Invoices</h2>${known === null || known.total === 0 ? nothing : html`<span class="faint">${count(known.total)}</span>`}</header>
    ${view.invoices.kind === "denied" ? why("invoices-why", view.invoices) : nothing}
    ${known === null
      ? nothing
      : known.total === 0
        ? html`<p class="faint">There are no invoices yet.</p>`
        : html`<div class="invoices" role="group" aria-labelledby="billing-invoices" tabindex="0"><table>
              <thead><tr><th scope="col">Number</th><th scope="col">Date</th><th scope="col" class="amount">Amount</th><th scope="col">Status</th><td></td></tr></thead>
              <tbody>${repeat(known.rows, (row) => row.id, (row) => one(desk, organization, row))}</tbody>
            </table></div>
            ${known.total > known.rows.length
              ? html`<button type="button" class="button" @click=${() => void billing.more()}>Show more (${count(known.total - known.rows.length)} more)</button>`
              : nothing}`}
  </article>`;
}

const one = (desk: Desk, organization: OpenOrganization, row: InvoiceRow): TemplateResult => html`<tr>
  <th scope="row"><button type="button" class="button-link" aria-label="Show invoice ${row.number}" @click=${() => desk.show({ kind: "invoice", invoice: row.id })}>${row.number}</button></th>
  <td>${day(row.date)}</td>
  <td class="amount">${money(row.amount, row.currency)}</td>
  <td>${badge(invoiceStatus(row.status))}</td>
  <td class="amount"><button type="button" class="button button-small" aria-label="Save invoice ${row.number}…" @click=${() => void saveInvoice(desk, organization, row)}>Save…</button></td>
</tr>`;

/** Asks where the file goes; a person who names none has changed their mind. */
export async function saveInvoice(desk: Desk, { billing }: OpenOrganization, { id, number }: InvoiceRow): Promise<void> {
  let file: string | null = null;
  const done = await desk.attempt(billing.saveInvoice(id).then((saved) => (file = saved)));
  if (done && file !== null) desk.toasts.say(`Saved: invoice ${number} as ${file}.`);
}
