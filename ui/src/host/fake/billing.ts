/** The fake's billing: a subscription that can be changed and cancelled, and a few invoices. */
import { Failure } from "../failure";
import type { BillingView, Confirm, DeletionView, InvoiceRow, InvoicesWindow, InvoiceView, PlanChoice, SubscriptionPreview, SubscriptionView, SubscriptionWish } from "../types";
import type { Change } from "./kept";
import { BILLING, fieldOf, only, type FakeOrganization } from "./organization";

const PLANS: readonly PlanChoice[] = [["team", "Team", "6.00"], ["business", "Business", "12.00"], ["enterprise", "Enterprise", "19.50"]].map(
  ([value = "", title = "", amount = ""]) => ({ value, title, seat: { amount, currency: "CHF", period: "month" } }),
);

const INVOICES: readonly InvoiceRow[] = Array.from({ length: 30 }, (_, at) => ({
  id: `i${at}`, number: `2026-${String(30 - at).padStart(4, "0")}`, date: `2026-${String(12 - (at % 12)).padStart(2, "0")}-01`,
  amount: "720.00", currency: "CHF", status: at === 0 ? "open" : at === 7 ? "void" : "paid",
}));

const RENEWS = "2026-12-08T09:00:00Z";
const USED = 48;

export class FakeBilling {
  plan = "business";
  seats = 60;
  status = "active";
  readonly #organization: FakeOrganization;

  constructor(organization: FakeOrganization) {
    this.#organization = organization;
  }

  view(role: string, changes: readonly Change[]): BillingView {
    if (role !== "admin" && role !== "billing_admin") throw new Failure("denied", "User Admins can see the number of free seats only.");
    return {
      settings: this.#organization.settings(BILLING, changes), edit: only(role, ["admin", "billing_admin"], ""),
      payment: { label: "Visa ending in 4242", expires: "2027-03", expired: false, managedAt: "pay.northwind.example" },
      subscription: this.subscription(role, changes), invoices: only(role, ["admin", "billing_admin"], ""),
    };
  }

  subscription(role: string, changes: readonly Change[]): SubscriptionView {
    const waiting = changes.filter((change) => change.kind === "organization" && change.verb === "change_subscription" && change.state === "waiting");
    const asked = (field: string): string | undefined => waiting.map(fieldOf).findLast(([name]) => name === field)?.[1];
    const stays = this.status === "cancelling";
    return {
      status: this.status, statusTitle: this.status.charAt(0).toUpperCase() + this.status.slice(1).replace("_", " "),
      closed: this.status === "frozen" ? "The subscription is frozen: nobody can be added." : null,
      plan: planTitle(this.plan), seats: this.seats, seatsUsed: USED, freeSeats: this.seats - USED, renewsAt: RENEWS, trialEndsAt: null,
      nextPlan: null, nextSeats: null, price: cost(this.plan, this.seats),
      waiting: waiting.map((change) => {
        const [field, value] = fieldOf(change);
        return { field, title: field, value: field === "plan" ? planTitle(value) : value, was: null, intent: "waiting" };
      }),
      wanted: { plan: asked("plan") ?? this.plan, seats: asked("seats") ?? String(this.seats) }, plans: [...PLANS],
      change: stays ? { kind: "denied", reason: "The subscription is being cancelled, so plan and seats stay.", help: null } : only(role, ["admin", "billing_admin"], ""),
      cancel: stays ? null : only(role, ["admin"], "cancel the subscription"), resume: stays ? only(role, ["admin", "billing_admin"], "") : null,
    };
  }

  preview({ plan, seats }: SubscriptionWish): SubscriptionPreview {
    const wanted = Number(seats);
    if (!Number.isInteger(wanted)) throw new Failure("setting_invalid", "Seats must be a whole number.", "seats");
    if (wanted < USED) throw new Failure("setting_invalid", `${seats} seats are fewer than the ${USED} users who have one.`, "seats");
    const dearer = PLANS.findIndex((each) => each.value === plan) > PLANS.findIndex((each) => each.value === this.plan);
    return {
      before: cost(this.plan, this.seats), after: cost(plan, wanted), renewsAt: RENEWS, freeSeats: wanted - USED,
      planBegins: plan === this.plan ? null : dearer ? "at_once" : "at_renewal",
      seatsBegin: wanted === this.seats ? null : wanted > this.seats ? "at_once" : "at_renewal",
    };
  }

  apply(field: string, to: string): void {
    if (field === "plan") this.plan = to;
    else this.seats = Number(to);
  }

  invoices(offset: number, limit: number): InvoicesWindow {
    return { total: INVOICES.length, offset, rows: INVOICES.slice(offset, offset + limit) };
  }

  invoice(id: string): InvoiceView {
    const row = INVOICES.find((each) => each.id === id);
    if (!row) throw new Failure("unknown_invoice", "There is no such invoice in the list.");
    return { row, lines: [{ description: "Business: seats, a month", quantity: "60", unitPrice: "12.00", amount: "720.00" }] };
  }
}

/** What has to be typed for an end. */
export const CONFIRM: Confirm = { text: "Northwind Trading", reason: "This can't be undone." };

export const DELETION: DeletionView = {
  name: CONFIRM.text, users: 200, workspaces: 12, contacts: 3_400, contactsUnknown: 0, subscription: "Active", waiting: 0, confirm: CONFIRM,
};

export function confirmed(typed: string): void {
  if (typed.trim().toLowerCase() !== CONFIRM.text.toLowerCase()) throw new Failure("not_confirmed", CONFIRM.reason, "typed");
}

/** A plan by its name. */
export const planTitle = (value: string): string => PLANS.find((plan) => plan.value === value)?.title ?? value;

const cost = (value: string, seats: number): { amount: string; currency: string; period: string } => {
  const seat = PLANS.find((plan) => plan.value === value)?.seat;
  return { amount: (Number(seat?.amount ?? 0) * seats).toFixed(2), currency: "CHF", period: "month" };
};
