/** Billing in words: amounts to the last decimal, where a subscription stands, and the next step. */
import type { Begins, Price, SubscriptionPreview, SubscriptionView } from "../host/types";
import { count, date, instant } from "./format";
import type { Mark } from "./rows";
import { localeUsed, say } from "./say";

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;

/** An amount in its currency; exactly as it was told, where it is no decimal number or the currency is none. */
export function money(amount: string, currency: string): string {
  const decimals = DECIMAL.exec(amount)?.[1]?.length ?? 0;
  if (!DECIMAL.test(amount)) return `${amount} ${currency}`.trim();
  try {
    const usual = new Intl.NumberFormat(localeUsed(), { style: "currency", currency });
    const most = Math.max(usual.resolvedOptions().maximumFractionDigits ?? 0, decimals);
    // The text itself: as a number it would be rounded.
    return new Intl.NumberFormat(localeUsed(), { style: "currency", currency, maximumFractionDigits: most }).format(amount as Intl.StringNumericLiteral);
  } catch {
    return `${amount} ${currency}`.trim();
  }
}

/** "CHF 3,600.00 a month". */
export function price({ amount, currency, period }: Price): string {
  const said = money(amount, currency);
  switch (period) {
    case "month":
      return say("billing-price-month", { amount: said });
    case "year":
      return say("billing-price-year", { amount: said });
    default:
      return say("billing-price-period", { amount: said, period });
  }
}

/** "CHF 12.00 per seat and month". */
export function seatPrice({ amount, currency, period }: Price): string {
  const said = money(amount, currency);
  switch (period) {
    case "month":
      return say("billing-seat-month", { amount: said });
    case "year":
      return say("billing-seat-year", { amount: said });
    default:
      return say("billing-seat-period", { amount: said, period });
  }
}

/** "March 2027" of "2027-03". */
export function month(text: string): string {
  const at = new Date(`${text}-15T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? text : new Intl.DateTimeFormat(localeUsed(), { month: "long", year: "numeric" }).format(at);
}

/** A day of the calendar, the same in every time zone. */
export function day(text: string | null): string {
  if (text === null) return "";
  const at = new Date(`${text}T12:00:00`);
  return Number.isNaN(at.getTime()) ? text : date(at);
}

/** The day of an instant, or `null`. */
const dayOf = (at: string | null): string | null => {
  const known = instant(at);
  return known === null ? null : date(known);
};

const MARKS: Readonly<Record<string, Omit<Mark, "text">>> = {
  trial: { icon: "clock", tone: "info" },
  trial_ended: { icon: "alert", tone: "danger" },
  active: { icon: "check", tone: "good" },
  downgrading: { icon: "clock", tone: "waiting" },
  cancelling: { icon: "clock", tone: "waiting" },
  pending_payment: { icon: "alert", tone: "waiting" },
  frozen: { icon: "lock", tone: "danger" },
  cancelled: { icon: "cross", tone: "danger" },
};

/** Where it stands, as a badge says it. */
export const standing = ({ status, statusTitle }: SubscriptionView): Mark => ({
  ...(MARKS[status] ?? { icon: "alert", tone: "plain" }), text: statusTitle,
});

/** What that means, and the next step. */
export function meaning(of: SubscriptionView): string {
  const date = dayOf(of.status === "trial" ? of.trialEndsAt : of.renewsAt);
  switch (of.status) {
    case "trial":
      return date === null ? say("billing-trial") : say("billing-trial-until", { date });
    case "trial_ended":
      return say("billing-trial-ended");
    case "active":
      if (of.plan === "" && date === null) return say("billing-no-plan");
      return date === null ? say("billing-active") : say("billing-active-until", { date });
    case "downgrading":
      return date === null ? say("billing-downgrading", { next: next(of) }) : say("billing-downgrading-on", { date, next: next(of) });
    case "cancelling":
      return date === null ? say("billing-cancelling") : say("billing-cancelling-on", { date });
    case "pending_payment":
      return say("billing-pending-payment");
    case "frozen":
      return say("billing-frozen");
    case "cancelled":
      return say("billing-cancelled");
    default:
      return say("billing-other-status", { status: of.statusTitle });
  }
}

/** "Team, 50 seats": what is to come. */
const next = (of: SubscriptionView): string => {
  const plan = of.nextPlan ?? of.plan;
  const seats = of.nextSeats ?? of.seats;
  return seats === null ? plan : say("billing-plan-and-seats", { plan, seats });
};

/** "48 of 60 seats used, 12 free". */
export function seatsUsed({ seats, seatsUsed: used, freeSeats: free }: SubscriptionView): string {
  if (seats === null) return used === null ? say("billing-seats-no-limit") : say("billing-seats-used-no-limit", { used });
  if (used === null) return free === null ? say("billing-seats-many", { seats }) : say("billing-seats-many-free", { seats, free });
  return free === null ? say("billing-seats-used", { used, seats }) : say("billing-seats-used-free", { used, seats, free });
}

/** What starting or keeping it is called, where one of them is offered. */
export const resumeTitle = ({ status }: SubscriptionView): string => (status === "cancelling" ? say("billing-keep") : say("billing-start"));

/** A consequence of another plan or other seats, old and new both readable. */
export interface Consequence {
  what: string;
  before: string | null;
  after: string;
}

export function consequences(now: SubscriptionView, preview: SubscriptionPreview): Consequence[] {
  const begins = (when: Begins): string => {
    const at = dayOf(preview.renewsAt);
    if (when === "at_once") return say("billing-begins-at-once");
    return at === null ? say("billing-begins-with-period") : say("billing-begins-on", { date: at });
  };
  const found: Consequence[] = [];
  const { before, after } = preview;
  if (after !== null && (before === null || before.amount !== after.amount || before.currency !== after.currency)) {
    found.push({ what: say("billing-price"), before: before === null ? null : price(before), after: price(after) });
  }
  if (preview.planBegins !== null) found.push({ what: say("billing-plan-begins"), before: null, after: begins(preview.planBegins) });
  if (preview.seatsBegin !== null) found.push({ what: say("billing-seats-begin"), before: null, after: begins(preview.seatsBegin) });
  if (preview.freeSeats !== null && preview.freeSeats !== now.freeSeats) {
    found.push({ what: say("billing-free-seats"), before: now.freeSeats === null ? null : count(now.freeSeats), after: count(preview.freeSeats) });
  }
  return found;
}

const INVOICES: Readonly<Record<string, Mark>> = {
  paid: { icon: "check", tone: "good", text: say("invoices-paid") },
  open: { icon: "clock", tone: "waiting", text: say("invoices-open") },
  void: { icon: "cross", tone: "plain", text: say("invoices-void") },
};

/** Where an invoice stands; the server's own word, where it is another. */
export const invoiceStatus = (status: string): Mark => INVOICES[status] ?? { icon: "alert", tone: "plain", text: status };
