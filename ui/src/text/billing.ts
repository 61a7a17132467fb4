/** Billing in words: amounts to the last decimal, where a subscription stands, and the next step. */
import type { Begins, Price, SubscriptionPreview, SubscriptionView } from "../host/types";
import { count, counted, date, instant } from "./format";
import { localeUsed } from "./say";
import type { Mark } from "./rows";

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
export const price = ({ amount, currency, period }: Price): string =>
  `${money(amount, currency)} ${period === "month" ? "a month" : period === "year" ? "a year" : `per ${period}`}`;

/** "CHF 12.00 per seat and month". */
export const seatPrice = ({ amount, currency, period }: Price): string => `${money(amount, currency)} per seat and ${period}`;

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
  const until = dayOf(of.status === "trial" ? of.trialEndsAt : of.renewsAt);
  const on = until === null ? "when the period ends" : `on ${until}`;
  switch (of.status) {
    case "trial":
      return `Free of charge${until === null ? "" : ` until ${until}`}. Start the subscription before then, and nothing is interrupted.`;
    case "trial_ended":
      return "The trial is over: nobody can be added, reactivated or invited until the subscription starts.";
    case "active":
      return until === null ? "Paid." : `Paid. The next period begins ${on}.`;
    case "downgrading":
      return `Paid. From the next period on, ${on}: ${next(of)}. Until then nobody is added beyond those seats. Choose what there is now to take that back.`;
    case "cancelling":
      return `Cancelled: it ends ${on}, and until then everything works. Keep the subscription to let it go on.`;
    case "pending_payment":
      return "A payment is due. Pay the open invoices and check the payment method, or the subscription is frozen.";
    case "frozen":
      return "Closed until the open invoices are paid: nobody can be added, reactivated or invited. Check the payment method.";
    case "cancelled":
      return "It has ended: nobody can be added, reactivated or invited. Start the subscription to begin anew.";
    default:
      return `In the server's word: ${of.statusTitle}.`;
  }
}

/** "Team, 50 seats": what is to come. */
const next = ({ plan, nextPlan, seats, nextSeats }: SubscriptionView): string => {
  const many = nextSeats ?? seats;
  return [nextPlan ?? plan, ...(many === null ? [] : [counted(many, "seat")])].join(", ");
};

/** "48 of 60 seats used, 12 free". */
export function seatsUsed({ seats, seatsUsed: used, freeSeats }: SubscriptionView): string {
  if (seats === null) return `${used === null ? "No" : counted(used, "seat")}${used === null ? "" : " used, no"} limit`;
  const free = freeSeats === null ? "" : `, ${count(freeSeats)} free`;
  return used === null ? `${counted(seats, "seat")}${free}` : `${count(used)} of ${counted(seats, "seat")} used${free}`;
}

/** What starting or keeping it is called, where one of them is offered. */
export const resumeTitle = ({ status }: SubscriptionView): string => (status === "cancelling" ? "Keep the subscription" : "Start the subscription");

/** A consequence of another plan or other seats, old and new both readable. */
export interface Consequence {
  what: string;
  before: string | null;
  after: string;
}

export function consequences(now: SubscriptionView, preview: SubscriptionPreview): Consequence[] {
  const begins = (when: Begins): string => {
    const at = dayOf(preview.renewsAt);
    return when === "at_once" ? "At once, when the server has it" : at === null ? "When the period ends" : `On ${at}, when the period ends`;
  };
  const found: Consequence[] = [];
  const { before, after } = preview;
  if (after !== null && (before === null || before.amount !== after.amount || before.currency !== after.currency)) {
    found.push({ what: "Price", before: before === null ? null : price(before), after: price(after) });
  }
  if (preview.planBegins !== null) found.push({ what: "Plan begins", before: null, after: begins(preview.planBegins) });
  if (preview.seatsBegin !== null) found.push({ what: "Seats begin", before: null, after: begins(preview.seatsBegin) });
  if (preview.freeSeats !== null && preview.freeSeats !== now.freeSeats) {
    found.push({ what: "Free seats", before: now.freeSeats === null ? null : count(now.freeSeats), after: count(preview.freeSeats) });
  }
  return found;
}

const INVOICES: Readonly<Record<string, Mark>> = {
  paid: { icon: "check", tone: "good", text: "Paid" },
  open: { icon: "clock", tone: "waiting", text: "Open" },
  void: { icon: "cross", tone: "plain", text: "Void" },
};

/** Where an invoice stands; the server's own word, where it is another. */
export const invoiceStatus = (status: string): Mark => INVOICES[status] ?? { icon: "alert", tone: "plain", text: status };
