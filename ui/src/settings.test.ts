/** General and Billing on the fake host: absent or to view only where the role says so, edited field by field. */
import { describe, expect, it } from "vitest";
import { actions } from "./actions";
import { text, until } from "./host/fake/drawn";
import { FakeHost, type Scenario } from "./host/fake/fake";
import { description, opened, page, type } from "./host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 20, ...scenario }), () => page.profile.current?.session.view != null);

const rail = (): string[] => [...page.querySelectorAll(".rail-label")].map((each) => each.textContent ?? "");

async function general(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = await open(scenario);
  page.go("general");
  await until(() => page.querySelector("#general-information") !== null);
  return host;
}

describe("General", () => {
  it("is absent for a Member, by its key and its name too", async () => {
    await open({ role: "member" });
    await until(() => rail().length > 0);
    expect(rail()).not.toContain("General");
    expect(actions(page).map((action) => action.title)).not.toContain("Go to General");
  });

  it("is absent where the server doesn't describe the organization, and Settings say why", async () => {
    await open({ described: false });
    expect(rail()).not.toContain("General");
    page.go("settings");
    await until(() => text(".facts").includes("This server doesn't describe the organization itself."));
  });

  it("gives way to the list when the role loses it", async () => {
    const host = await general();
    host.set({ role: "member" }, "session");
    await until(() => page.querySelector("general-screen") === null);
  });

  it("is to view only for a Billing Admin, who hears why", async () => {
    await general({ role: "billing_admin" });
    expect(text(".head")).toBe("General View only");
    expect(text("#general-why")).toBe("View only. Billing Admins can't edit the organization's information. Ask an Admin: L. Chen, P. Okafor.");
    for (const id of ["edit-general", "delete-organization"]) {
      const button = page.querySelector(`#${id}`);
      expect(button?.getAttribute("aria-disabled"), "it stays in reach, so that its reason is heard").toBe("true");
      expect(description(button)).toContain("Billing Admins can't");
    }
    page.querySelector<HTMLElement>("#edit-general")?.click();
    await page.updateComplete;
    expect(page.querySelector("dialog"), "and does nothing").toBeNull();
    const edit = actions(page).find((action) => action.id === "edit_general");
    expect(edit?.unavailable).toContain("Billing Admins can't edit");
  });

  it("shows a User Admin billing information and the free seats, which stand nowhere else", async () => {
    await general({ role: "user_admin" });
    expect(text("[aria-labelledby=general-billing]")).toContain("CHE-123.456.789");
    expect(text("[aria-labelledby=general-billing]")).toContain("Free seats12");
    expect(text("#general-billing-why")).toContain("User Admins can't edit billing and payment details.");
  });

  it("is edited field by field: what isn't changed isn't asked for, and both values are shown", async () => {
    const host = await general();
    page.querySelector<HTMLElement>("#edit-general")?.click();
    await until(() => page.querySelector("#setting-website") !== null);
    expect(page.querySelector("#save-settings")?.getAttribute("aria-disabled")).toBe("true");
    type("#setting-website", "https://new.example");
    await until(() => text(".summary").includes("https://www.northwind.example → https://new.example"));
    page.querySelector("dialog")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
    await until(() => page.querySelector("dialog") === null);
    const save = host.calls.find((call) => call.command === "save_general")?.args[0];
    expect(save).toMatchObject({ values: { website: { to: "https://new.example", was: "https://www.northwind.example" } } });
    await until(() => text("general-screen .facts").includes("https://www.northwind.example → https://new.example waiting"));
    page.go("outbox");
    await until(() => text(".entry").includes("Change website"));
  });

  it("says at the field what is wrong with it", async () => {
    await general();
    page.querySelector<HTMLElement>("#edit-general")?.click();
    await until(() => page.querySelector("#setting-display_name") !== null);
    type("#setting-display_name", " ");
    await until(() => page.querySelector("#save-settings")?.getAttribute("aria-disabled") === "false");
    page.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await until(() => text("#setting-display_name-error") === "The organization needs a name.");
    expect(document.activeElement?.id).toBe("setting-display_name");
  });
});

describe("Billing", () => {
  async function billing(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
    const host = await open(scenario);
    page.go("billing");
    await until(() => page.querySelector("#billing-invoices") !== null);
    return host;
  }

  const submit = (): unknown => page.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));

  it("is absent for a User Admin, whose part of it is in General", async () => {
    await open({ role: "user_admin" });
    await until(() => rail().includes("General"));
    expect(rail()).not.toContain("Billing");
    expect(actions(page).map((action) => action.id)).not.toContain("edit_billing");
  });

  it("tells where the subscription stands, and how many seats are used", async () => {
    await billing();
    expect(text("[aria-labelledby=billing-subscription]")).toContain("Active Paid. The next period begins on");
    expect(text("[aria-labelledby=billing-subscription]")).toContain("48 of 60 seats used, 12 free");
    const meter = page.querySelector("progress.seats");
    expect(meter?.getAttribute("aria-label")).toBe("Seats used");
    expect(text("[aria-labelledby=billing-payment]")).toContain("Visa ending in 4242");
  });

  it("tells what another plan costs and when it begins before it is asked for", async () => {
    const host = await billing();
    page.querySelector<HTMLElement>("#change-subscription")?.click();
    await until(() => page.querySelector("#subscription-seats") !== null);
    expect(page.querySelector("#save-subscription")?.getAttribute("aria-disabled")).toBe("true");
    type("#subscription-seats", "47");
    await until(() => text("#subscription-seats-error").startsWith("47 seats are fewer than the 48 users"));
    type("#subscription-seats", "70");
    await until(() => text(".summary").includes("Free seats 12 → 22"));
    expect(text(".summary")).toMatch(/720.00 a month → .*840.00 a month/);
    expect(text(".summary")).toContain("Seats begin At once, when the server has it");
    submit();
    await until(() => page.querySelector("dialog") === null);
    const change = host.calls.find((call) => call.command === "change_subscription")?.args[0];
    expect(change).toMatchObject({ values: { seats: { to: "70", was: "60" } } });
    await until(() => text("[aria-labelledby=billing-subscription]").includes("→ 70 waiting"));
  });

  it("is cancelled only by whoever types the name, and can be kept after that", async () => {
    const host = await billing();
    page.querySelector<HTMLElement>("#cancel-subscription")?.click();
    await until(() => page.querySelector("#typed") !== null);
    expect(page.querySelector("#end")?.getAttribute("aria-disabled")).toBe("true");
    submit();
    expect(host.calls.some((call) => call.command === "cancel_subscription"), "nothing is pressed by accident").toBe(false);
    type("#typed", "northwind trading");
    await until(() => page.querySelector("#end")?.getAttribute("aria-disabled") === "false");
    submit();
    await until(() => page.querySelector("#resume-subscription") !== null);
    expect(text("#change-subscription-why")).toContain("is being cancelled");
    page.querySelector<HTMLElement>("#resume-subscription")?.click();
    await until(() => page.querySelector("#resume-subscription") === null);
  });

  it("shows a Billing Admin why the subscription can't be cancelled", async () => {
    await billing({ role: "billing_admin" });
    const button = page.querySelector("#cancel-subscription");
    expect(button?.getAttribute("aria-disabled")).toBe("true");
    expect(description(button)).toContain("Billing Admins can't cancel the subscription.");
  });

  it("ends nothing without the server, and says that it never waits", async () => {
    await billing({ link: { kind: "offline", code: "offline_refused", reason: "No answer.", help: null, retryAt: null } });
    expect(description(page.querySelector("#cancel-subscription"))).toBe("Offline: this needs the server, and never waits in the Outbox.");
    expect(page.querySelector("#edit-billing")?.getAttribute("aria-disabled"), "an edit waits").toBe("false");
  });

  it("shows an invoice, and saves it where the person says", async () => {
    const host = await billing();
    expect(page.querySelectorAll(".invoices tbody tr").length).toBe(24);
    [...page.querySelectorAll<HTMLElement>("button")].find((each) => each.textContent?.startsWith("Show more"))?.click();
    await until(() => page.querySelectorAll(".invoices tbody tr").length === 30);
    page.querySelector<HTMLElement>("[aria-label='Show invoice 2026-0030']")?.click();
    await until(() => text("dialog").includes("Business: seats, a month"));
    submit();
    await until(() => host.calls.some((call) => call.command === "save_invoice"));
    await until(() => text(".toasts").includes("Saved: invoice 2026-0030 as invoice-2026-0030.html."));
  });

  it("hands no address to anybody when the payment method is managed", async () => {
    const host = await billing();
    page.querySelector<HTMLElement>("#manage-payment")?.click();
    await until(() => host.calls.some((call) => call.command === "open_payment_page"));
    expect(host.calls.find((call) => call.command === "open_payment_page")?.args).toEqual([]);
  });
});

describe("deleting the organization", () => {
  it("says what goes, is typed, and leaves the list to be looked at", async () => {
    await general();
    page.querySelector<HTMLElement>("#delete-organization")?.click();
    await until(() => text("dialog").includes("200 users, 12 workspaces and"));
    type("#typed", "Northwind Trading");
    await until(() => page.querySelector("#end")?.getAttribute("aria-disabled") === "false");
    page.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await until(() => text("dialog h2") === "Deleted");
    page.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await until(() => page.querySelector("dialog") === null);
    await until(() => text(".banners").includes("This organization was deleted on the server."));
    page.querySelector<HTMLElement>("#banner-deleted button")?.click();
    await until(() => text("dialog h2").startsWith("Remove "));
    page.show(null);
    expect(description(page.querySelector("#delete-organization"))).toBe("The organization was deleted.");
  });
});
