/** Billing as the window knows it: details, subscription, and a window of the invoices. */
import type { BillingView, Confirm, InvoicesWindow, InvoiceView, Receipt, SaveSettings, SubscriptionPreview, SubscriptionWish } from "../host/types";
import { Told } from "./told";

/** Invoices shown at first, and as many more at each wish. */
const SOME = 24;

/** What Rust tells of it, with the first of the invoices: `null` for whom there are none to see. */
export interface BillingTold extends BillingView {
  listed: InvoicesWindow | null;
}

export class Billing extends Told<BillingTold> {
  #limit = SOME;

  protected override async ask(): Promise<BillingTold> {
    const view = await this.host.billing(this.organization);
    return { ...view, listed: view.invoices.kind === "denied" ? null : await this.host.invoices(this.organization, 0, this.#limit) };
  }

  /** Shows more of the invoices. */
  more(): Promise<void> {
    this.#limit += SOME;
    return this.stale();
  }

  save(save: SaveSettings): Promise<Receipt> {
    return this.host.saveBilling(this.organization, save);
  }

  preview(wish: SubscriptionWish): Promise<SubscriptionPreview> {
    return this.host.previewSubscription(this.organization, wish);
  }

  change(save: SaveSettings): Promise<Receipt> {
    return this.host.changeSubscription(this.organization, save);
  }

  cancelView(): Promise<Confirm> {
    return this.host.cancelView(this.organization);
  }

  cancel(typed: string): Promise<string> {
    return this.host.cancelSubscription(this.organization, typed);
  }

  resume(): Promise<string> {
    return this.host.resumeSubscription(this.organization);
  }

  invoice(id: string): Promise<InvoiceView> {
    return this.host.invoice(this.organization, id);
  }

  saveInvoice(id: string): Promise<string | null> {
    return this.host.saveInvoice(this.organization, id);
  }

  openPaymentPage(): Promise<void> {
    return this.host.openPaymentPage(this.organization);
  }
}
