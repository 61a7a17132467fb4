/** General and Billing on the fake host: absent or to view only where the role says so, edited field by field. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { actions } from "./actions";
import { FakeHost, type Scenario } from "./host/fake/fake";
import { RollcallWindow } from "./window";

let page: RollcallWindow;

async function open(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = new FakeHost({ people: 20, ...scenario });
  page = new RollcallWindow();
  document.body.append(page);
  await page.start(host);
  await until(() => page.profile.current?.session.view != null);
  return host;
}

const until = (there: () => boolean): Promise<void> => vi.waitUntil(there, { timeout: 3000, interval: 5 }).then(() => undefined);
const text = (selector: string): string => (page.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
const rail = (): string[] => [...page.querySelectorAll(".rail-label")].map((each) => each.textContent ?? "");

async function general(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = await open(scenario);
  page.go("general");
  await until(() => page.querySelector("#general-information") !== null);
  return host;
}

function type(id: string, value: string): void {
  const input = page.querySelector<HTMLInputElement>(`#${id}`)!;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeEach(() => localStorage.clear());
afterEach(() => page.remove());

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
    expect(page.querySelector("#edit-general"), "nothing to press that does nothing").toBeNull();
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
    type("setting-website", "https://new.example");
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
    type("setting-display_name", " ");
    await until(() => page.querySelector("#save-settings")?.getAttribute("aria-disabled") === "false");
    page.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));
    await until(() => text("#setting-display_name-error") === "The organization needs a name.");
    expect(document.activeElement?.id).toBe("setting-display_name");
  });
});
