/** What waits handed over and taken, as a person meets it on the fake host: nothing is queued unseen, and nothing half. */
import { describe, expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { fileOf, type FakePlan } from "../../host/fake/plans";
import { confirm, opened, page } from "../../host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 50, hold: true, ...scenario }), () => page.profile.current?.people.known === true);

const called = (host: FakeHost, command: string): unknown[] => host.calls.filter((call) => call.command === command).map((call) => call.args[0]);

async function queueTwo(host: FakeHost): Promise<void> {
  for (const user of ["u10", "u11"]) await host.saveUser("o0", { operation: user, user, role: "user_admin", grant: [], revoke: [] });
  page.go("outbox");
  await until(() => page.querySelectorAll(".entry").length === 2);
}

/** Opens the menu, and presses what begins so. */
async function choose(label: string): Promise<void> {
  page.querySelector<HTMLElement>("#plan button")?.click();
  await until(() => page.querySelector("#plan [role=menu]") !== null);
  const items = [...page.querySelectorAll<HTMLElement>("#plan [role=menuitem]")];
  items.find((item) => item.textContent?.trim().startsWith(label))!.click();
}

const PLAN: FakePlan = {
  organization: "Northwind Trading", exportedBy: "Ben Okafor", exportedAt: "2026-03-01T10:00:00Z",
  changes: [{ id: "p1", user: "u20", role: "user_admin" }, { id: "p2", user: "u21", role: "member" }],
};

/** Opens the dialog, and gives it a file. */
async function give(...files: File[]): Promise<void> {
  if (page.querySelector("import-plan") === null) page.show({ kind: "import_plan" });
  await until(() => page.querySelector("#plan-file") !== null);
  const input = page.querySelector<HTMLInputElement>("#plan-file")!;
  Object.defineProperty(input, "files", { configurable: true, value: files });
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => text("dialog .facts") !== "" || text("dialog .error") !== "");
}

describe("a plan is exported", () => {
  it("of everything that waits, and the file's name is told", async () => {
    const host = await open();
    await queueTwo(host);
    await choose("Export what waits…");
    await until(() => text(".toasts").includes("2 changes written to plan.json. They still wait here"));
    expect(called(host, "outbox_export")).toEqual([{ kind: "all" }]);
  });

  it("of those selected, where some are", async () => {
    const host = await open();
    await queueTwo(host);
    page.querySelector<HTMLInputElement>("#entry-m2 .entry-choose")?.click();
    await until(() => text("#send-selected") !== "");
    await choose("Export 1 selected change…");
    await until(() => text(".toasts").includes("1 change written to plan.json. It still waits here"));
    expect(called(host, "outbox_export")).toEqual([{ kind: "ids", ids: ["m2"] }]);
  });

  it("or not, and nothing is said of it", async () => {
    const host = await open({ names: false });
    await queueTwo(host);
    await choose("Export what waits…");
    await until(() => called(host, "outbox_export").length === 1);
    host.scenario.names = true;
    await choose("Export what waits…");
    await until(() => text(".toasts").includes("plan.json"));
    expect(page.querySelectorAll(".toast").length, "only the file that there is").toBe(1);
  });

  it("before an organization is removed, whose changes would be lost", async () => {
    const host = await open();
    await queueTwo(host);
    page.show({ kind: "remove" });
    const button = (): HTMLElement | undefined =>
      [...page.querySelectorAll<HTMLElement>("dialog button")].find((each) => each.textContent?.trim() === "Export what waits…");
    await until(() => button() !== undefined);
    button()!.click();
    await until(() => text("dialog .note [role=status]").includes("2 changes written to plan.json"));
    expect(called(host, "outbox_export")).toEqual([{ kind: "all" }]);
  });
});

describe("a plan is imported", () => {
  it("after what it holds was shown, and is held", async () => {
    const host = await open();
    page.go("outbox");
    await until(() => page.querySelector("#import-plan") !== null);
    page.querySelector<HTMLElement>("#import-plan")!.click();
    await until(() => document.activeElement?.id === "choose-plan");
    expect(page.querySelector("#import-all")?.getAttribute("aria-disabled")).toBe("true");
    confirm();
    expect(text("#import-closed")).toBe("Choose a file with a plan first.");
    await give(fileOf(PLAN));
    expect(text("dialog .facts")).toMatch(/Organization ?Northwind Trading ?Exported by ?Ben Okafor ?Exported ?.*2026/);
    expect(text("dialog [role=status] > p")).toBe("It holds 2 changes.");
    expect(page.querySelectorAll("dialog .planned").length).toBe(2);
    await until(() => document.activeElement?.id === "import-all");
    expect(called(host, "outbox_import"), "nothing is queued unseen").toEqual([]);
    confirm();
    await until(() => page.querySelectorAll(".entry").length === 2);
    expect(page.querySelector("dialog")).toBeNull();
    expect(called(host, "outbox_import")).toEqual([["p1", "p2"]]);
    const review = [...page.querySelectorAll<HTMLElement>(".toasts button")].find((each) => each.textContent?.includes("Review before sending"));
    review!.click();
    await until(() => text("dialog h2") === "Review before sending");
  });

  it("whole or not at all: where one change is not allowed, it says which rule stands in the way", async () => {
    const host = await open();
    const [first, second] = PLAN.changes;
    await give(fileOf({ ...PLAN, changes: [first!, { ...second!, denied: "User Admins can't change roles." }] }));
    expect(text("dialog .note-danger")).toBe("It can't be imported. User Admins can't change roles.");
    expect(text("dialog [role=status] > p")).toBe("It holds 2 changes. As far as is known: 1 not allowed.");
    expect(text("dialog .planned-why")).toContain("Not allowed");
    expect(document.activeElement?.id, "another file can be chosen").toBe("choose-plan");
    confirm();
    expect(called(host, "outbox_import")).toEqual([]);
  });

  it("once", async () => {
    await open();
    await give(fileOf(PLAN));
    confirm();
    await until(() => page.querySelector("dialog") === null);
    await give(fileOf(PLAN));
    expect(text("dialog .note-danger")).toContain("Nothing is imported twice.");
    expect(page.querySelector("#import-all")?.getAttribute("aria-disabled")).toBe("true");
  });

  it("and what is none is refused in words; the next file is another one", async () => {
    const host = await open();
    await give(new File(["name,email"], "people.csv"));
    expect(text("dialog .error")).toContain("This file is no plan of Rollcall's.");
    expect(page.querySelector("#import-all")?.getAttribute("aria-disabled")).toBe("true");
    confirm();
    expect(called(host, "outbox_import")).toEqual([]);
    await give(fileOf(PLAN));
    await until(() => text("dialog .error") === "" && page.querySelectorAll("dialog .planned").length === 2);
  });
});
