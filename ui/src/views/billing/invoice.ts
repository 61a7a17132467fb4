/** One invoice with its lines. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import "../../components/dialog";
import { problem } from "../../components/problem";
import type { InvoiceView } from "../../host/types";
import { day, invoiceStatus, money } from "../../text/billing";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { saveInvoice } from "./invoices";

export class InvoiceDialog extends AskingDialog {
  static override properties = { ...AskingDialog.properties, invoice: { attribute: false }, view: { state: true } };
  /** Its id. */
  declare invoice: string;
  declare view: InvoiceView | null;

  constructor() {
    super();
    this.view = null;
  }

  protected override firstUpdated(): void {
    void this.read(this.organization.billing.invoice(this.invoice), (view) => (this.view = view));
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const save = (): void => {
      if (view !== null) void saveInvoice(this.desk, this.organization, view.row);
    };
    return html`<ui-dialog
      .size=${"large"}
      .heading=${view === null ? say("invoice-title") : say("invoice-title-number", { number: view.row.number })}
      .content=${html`${problem(this.wrong)}
        ${view === null ? nothing : lines(view)}`}
      .footer=${{
        leave: html`<button type="button" class="button" data-first @click=${this.close}>${say("word-close")}</button>`,
        confirm: view === null ? nothing : html`<button type="submit" class="button button-primary">${say("invoices-save-number", { number: view.row.number })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${save}
    ></ui-dialog>`;
  }
}
customElements.define("invoice-dialog", InvoiceDialog);

function lines({ row, lines }: InvoiceView): TemplateResult {
  const sum = (amount: string): string => money(amount, row.currency);
  return html`<dl class="facts settings">
      <dt>${say("invoices-date")}</dt><dd>${day(row.date)}</dd>
      <dt>${say("invoices-status")}</dt><dd>${badge(invoiceStatus(row.status))}</dd>
      <dt>${say("invoice-total")}</dt><dd><strong>${sum(row.amount)}</strong></dd>
    </dl>
    <div class="invoices" role="group" aria-label=${say("invoice-lines")} tabindex="0"><table>
      <thead><tr><th scope="col">${say("invoice-description")}</th><th scope="col" class="amount">${say("invoice-quantity")}</th><th scope="col" class="amount">${say("billing-price")}</th><th scope="col" class="amount">${say("invoices-amount")}</th></tr></thead>
      <tbody>${lines.map((line) => html`<tr>
        <th scope="row" class="wrap" dir="auto">${line.description}</th>
        <td class="amount">${line.quantity}</td>
        <td class="amount">${sum(line.unitPrice)}</td>
        <td class="amount">${sum(line.amount)}</td>
      </tr>`)}</tbody>
    </table></div>`;
}
