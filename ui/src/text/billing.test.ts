/** Amounts are exact, whatever their size; each state of a subscription has a sentence and a next step. */
import { describe, expect, it } from "vitest";
import type { SubscriptionView } from "../host/types";
import { day, meaning, money, month, seatsUsed, standing } from "./billing";

const SUBSCRIPTION: SubscriptionView = {
  status: "active", statusTitle: "Active", closed: null, plan: "Business", seats: 60, seatsUsed: 48, freeSeats: 12, renewsAt: "2026-12-08T12:00:00Z",
  trialEndsAt: null, nextPlan: null, nextSeats: null, price: null, waiting: [], wanted: { plan: "business", seats: "60" }, plans: [],
  change: { kind: "allowed", reason: null, help: null }, cancel: null, resume: null,
};

const digits = (text: string): string => text.replace(/[^0-9]/g, "");

describe("amounts", () => {
  it("are never rounded through a number", () => {
    expect(digits(money("12345678901234567890.25", "CHF"))).toBe("1234567890123456789025");
    expect(digits(money("0.005", "EUR")), "more decimals than are usual stay").toBe("0005");
    expect(digits(money("7", "JPY"))).toBe("7");
  });
  it("are shown as they were told where they are none", () => {
    expect(money("twelve", "CHF")).toBe("twelve CHF");
    expect(money("12.00", "points")).toBe("12.00 points");
  });
});

describe("a subscription", () => {
  it("says in every state what that means", () => {
    for (const status of ["trial", "trial_ended", "active", "downgrading", "cancelling", "pending_payment", "frozen", "cancelled", "something_else"]) {
      const said = meaning({ ...SUBSCRIPTION, status, statusTitle: status });
      expect(said, status).toMatch(/^[A-Z].+\.$/);
      expect(standing({ ...SUBSCRIPTION, status }).icon, "by icon and word").toBeTruthy();
    }
  });
  it("says what is to come while it shrinks", () => {
    const said = meaning({ ...SUBSCRIPTION, status: "downgrading", nextPlan: "Team", nextSeats: 50 });
    expect(said).toContain("Team, 50 seats");
  });
  it("counts seats where there are any to count", () => {
    expect(seatsUsed(SUBSCRIPTION)).toBe("48 of 60 seats used, 12 free");
    expect(seatsUsed({ ...SUBSCRIPTION, seats: null, freeSeats: null })).toBe("48 seats used, no limit");
  });
  it("is not said to be paid where there is no plan", () => {
    expect(meaning({ ...SUBSCRIPTION, plan: "", renewsAt: null })).toBe("There is no plan, and nothing is billed.");
  });
});

it("months and days are the calendar's, in every time zone", () => {
  expect(month("2027-03")).toMatch(/2027/);
  expect(month("soon")).toBe("soon");
  expect(day("2026-03-01")).toMatch(/2026/);
  expect(day("no day")).toBe("no day");
  expect(day(null)).toBe("");
});
