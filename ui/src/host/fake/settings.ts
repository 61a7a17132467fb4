/** The fake host's General and Billing. */
import type { Host } from "../host";
import type {
  BillingView, Confirm, DeletionView, GeneralView, InvoicesWindow, InvoiceView, Receipt, SaveSettings, SubscriptionPreview, SubscriptionWish,
} from "../types";
import { CONFIRM, confirmed, DELETION, planTitle } from "./billing";
import type { FakeKept } from "./kept";
import { ORGANIZATION } from "./organization";

export function settingsOf(kept: FakeKept) {
  function saveSettings(command: string, verb: string, save: SaveSettings): Receipt {
    kept.calls.push({ command, args: [save] });
    const { operation } = save;
    const asked = kept.organization.asked(save, kept.changes);
    for (const { field, title, was, to } of asked) {
      const read = field === "plan" ? planTitle : String;
      kept.queue({ operation, user: ORGANIZATION }, verb, `${field}=${to}`, title, read(was), read(to));
    }
    kept.stale("session", "outbox", "organization");
    return { operation, queued: asked.length, applied: 0, message: `Waiting in Outbox: ${asked.length} settings. Nothing has changed on the server.` };
  }

  return {
    async general(): Promise<GeneralView> {
      return kept.organization.general(kept.scenario.role, kept.changes);
    },

    async saveGeneral(_organization: string, save: SaveSettings): Promise<Receipt> {
      return saveSettings("save_general", "edit_organization", save);
    },

    async billing(): Promise<BillingView> {
      return kept.billingOf.view(kept.scenario.role, kept.changes);
    },

    async saveBilling(_organization: string, save: SaveSettings): Promise<Receipt> {
      return saveSettings("save_billing", "edit_billing", save);
    },

    async previewSubscription(_organization: string, wish: SubscriptionWish): Promise<SubscriptionPreview> {
      return kept.billingOf.preview(wish);
    },

    async changeSubscription(_organization: string, save: SaveSettings): Promise<Receipt> {
      return saveSettings("change_subscription", "change_subscription", save);
    },

    async cancelView(): Promise<Confirm> {
      return CONFIRM;
    },

    async cancelSubscription(_organization: string, typed: string): Promise<string> {
      kept.calls.push({ command: "cancel_subscription", args: [typed] });
      confirmed(typed);
      kept.billingOf.status = "cancelling";
      kept.stale("organization");
      return "The subscription is cancelled and ends on 2026-12-08.";
    },

    async resumeSubscription(): Promise<string> {
      kept.billingOf.status = "active";
      kept.stale("organization");
      return "The subscription is active; the next period begins on 2026-12-08.";
    },

    async invoices(_organization: string, offset: number, limit: number): Promise<InvoicesWindow> {
      return kept.billingOf.invoices(offset, limit);
    },

    async invoice(_organization: string, invoice: string): Promise<InvoiceView> {
      return kept.billingOf.invoice(invoice);
    },

    async saveInvoice(_organization: string, invoice: string): Promise<string | null> {
      kept.calls.push({ command: "save_invoice", args: [invoice] });
      return `invoice-${kept.billingOf.invoice(invoice).row.number}.html`;
    },

    async openPaymentPage(): Promise<void> {
      kept.calls.push({ command: "open_payment_page", args: [] });
    },

    async deletionView(): Promise<DeletionView> {
      return DELETION;
    },

    async deleteOrganization(_organization: string, typed: string): Promise<string> {
      kept.calls.push({ command: "delete_organization", args: [typed] });
      confirmed(typed);
      kept.set({ link: { kind: "deleted" } }, "session", "organization");
      return `${CONFIRM.text} was deleted on the server.`;
    },
  } satisfies Partial<Host>;
}
