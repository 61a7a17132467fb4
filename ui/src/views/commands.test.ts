/** The command palette as a person meets it, on the fake host: everything by its name. */
import { describe, expect, it } from "vitest";
import { text, until } from "../host/fake/drawn";
import { FakeHost, type Scenario } from "../host/fake/fake";
import { opened, page, press } from "../host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 200, ...scenario }), () => page.querySelector(".status-bar, .first-run, .empty") !== null);

describe("the command palette", () => {
  async function palette(search: string): Promise<void> {
    press("k", { ctrlKey: true });
    await until(() => document.activeElement?.getAttribute("role") === "combobox");
    const input = document.activeElement as HTMLInputElement;
    input.value = search;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => text("dialog [role=status]") !== "");
  }
  const options = (): string[] => [...page.querySelectorAll("[role=option]")].map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());
  const enter = (): void => page.querySelector<HTMLFormElement>("dialog form")?.requestSubmit();

  it("finds a command by any words of its name, and runs it", async () => {
    await open();
    await until(() => page.profile.current?.people.known === true);
    await palette("outb go");
    await until(() => options().length === 1);
    expect(options()[0], "the key is beside the name").toBe("Go to Outbox Ctrl+Shift+O");
    enter();
    await until(() => text("h1") === "Outbox");
    expect(page.querySelector("dialog"), "it closes first").toBeNull();
  });

  it("moves by arrows, round and round, and tells the active one", async () => {
    await open();
    await palette("filter by role");
    await until(() => options().length === 5);
    press("ArrowUp");
    await until(() => document.activeElement?.getAttribute("aria-activedescendant") === "command-4");
    press("ArrowDown");
    press("ArrowDown");
    await until(() => text("[aria-selected=true][role=option]") === "Filter by role: Billing Admin");
    enter();
    await until(() => page.profile.current?.people.query.roles.join() === "billing_admin");
  });

  it("shows what can't be done with the reason, and does nothing then", async () => {
    const host = await open();
    await palette("send what");
    await until(() => options().length === 1);
    expect(options()[0]).toContain("Nothing waits to be sent.");
    expect(page.querySelector("[role=option]")?.getAttribute("aria-disabled")).toBe("true");
    enter();
    expect(page.querySelector("dialog"), "it stays, with the reason").not.toBeNull();
    expect(host.calls.some((call) => call.command === "outbox_send")).toBe(false);
  });

  it("opens another organization", async () => {
    await open({ organizations: 2 });
    await palette("open contoso");
    await until(() => options().length === 1);
    enter();
    await until(() => text(".switcher-name") === "Contoso Health");
  });

  it("says that no command has the name", async () => {
    await open();
    await palette("qqqq");
    await until(() => text("dialog [role=status]") === "No command has this name.");
    enter();
    expect(page.querySelector("dialog")).not.toBeNull();
  });
});
