/** The window as a person meets it, on the fake host: its first run, what a role may see of it, the demo beside it. */
import { describe, expect, it } from "vitest";
import { text, until } from "./host/fake/drawn";
import { FakeHost, type Scenario } from "./host/fake/fake";
import { description, opened, page, press } from "./host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 200, ...scenario }), () => page.querySelector(".status-bar, .first-run, .empty") !== null);

describe("the demo's mailbox", () => {
  const message = {
    to: "ana@northwind.example", subject: "Ada invites you to <b>Northwind</b>", text: "Open this link:\n\nhttp://127.0.0.1/x\n",
    link: "http://127.0.0.1/x", sentAt: "2026-11-25T12:00:00Z",
  };

  it("is there in the demo alone", async () => {
    await open();
    expect(page.querySelector("#rail-demo_mailbox")).toBeNull();
    page.profile.enter(await page.profile.startDemo("admin"));
    await until(() => page.querySelector("#rail-demo_mailbox") !== null);
    page.querySelector<HTMLElement>("#rail-demo_mailbox")?.click();
    await until(() => text("demo-mailbox h2") === "No message yet");
    page.profile.open(page.profile.cards![0]!.id);
    await until(() => page.screen === "users");
  });

  it("shows each message as text, and opens its link outside", async () => {
    const host = await open({ organizations: 0, messages: [message] });
    page.profile.enter(await page.profile.startDemo("admin"));
    page.go("demo_mailbox");
    await until(() => text("demo-mailbox h2") === message.subject);
    page.querySelector<HTMLElement>(".message button")?.click();
    await until(() => host.calls.some((call) => call.command === "open_invitation"));
    expect(host.calls.at(-1)?.args[1]).toBe(message.link);
  });
});

describe("first run and roles", () => {
  it("offers the form and the demo as any of four roles", async () => {
    await open({ organizations: 0 });
    expect(page.querySelectorAll("[id^=demo-]:is(button)")).toHaveLength(4);
    page.querySelector<HTMLElement>("#demo-user_admin")?.click();
    await until(() => text(".switcher").includes("You are User Admin"));
  });

  it("says over a list that it is only to be looked at, and why", async () => {
    await open({ role: "billing_admin" });
    await until(() => text(".list-pane > .why") === "View only. Billing Admins can look at this, and change nothing here.");
  });

  it("says at the field what is wrong", async () => {
    await open({ organizations: 0 });
    page.querySelector<HTMLFormElement>(".connect-form")?.requestSubmit();
    await until(() => page.querySelector("#connect-url-error") !== null);
    expect(page.querySelector("#connect-url")?.getAttribute("aria-invalid")).toBe("true");
    expect(description(page.querySelector("#connect-url"))).toContain("https");
  });

  it("shows a Member a plain page with the sentence, and no closed door", async () => {
    await open({ role: "member" });
    await until(() => text(".empty").includes("Members have no access to organization settings."));
    expect([...page.querySelectorAll(".rail-label")].map((each) => each.textContent)).toEqual(["Journal", "Settings"]);
    expect(text(".status-bar"), "nothing is claimed of a list that may not be seen").not.toContain("users");
    await until(() => page.querySelector(".own-workspaces li") !== null);
    expect(text(".empty"), "whoever may see nothing else sees what they were granted").toContain("Your workspaces");
  });

  it("closes the list when the role is lost", async () => {
    const host = await open();
    await until(() => page.querySelector("[role=grid]") !== null);
    host.set({ role: "member" }, "session");
    await until(() => text(".empty").includes("Members have no access"));
    expect(page.querySelector("[role=grid]"), "what was read before is not shown any more").toBeNull();
  });

  it("remembers how dense the list is", async () => {
    await open();
    page.go("settings");
    await until(() => page.querySelector("input[value=compact]") !== null);
    page.querySelector<HTMLElement>("input[value=compact]")?.click();
    expect(document.documentElement.classList.contains("compact")).toBe(true);
    page.remove();
    document.documentElement.classList.remove("compact");
    await open();
    expect(document.documentElement.classList.contains("compact")).toBe(true);
  });

  it("opens the list of shortcuts by F1, and closes it by Esc", async () => {
    await open();
    press("F1");
    await until(() => text("dialog h2") === "Keyboard");
    for (const key of ["Ctrl+F", "Ctrl+E", "Ctrl+Shift+O", "Ctrl+K", "F6", "Ctrl+1", "Page Down", "Esc"]) {
      expect([...page.querySelectorAll("dialog kbd")].map((each) => each.textContent), "F1 lists every key").toContain(key);
    }
    press("Escape");
    await until(() => page.querySelector("dialog") === null);
  });
});
