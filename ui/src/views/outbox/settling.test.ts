/** What becomes of a change as a person meets it, on the fake host: queued, sent, refused, in conflict. */
import { describe, expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { button, description, opened, page, press } from "../../host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 200, ...scenario }), () => page.querySelector(".status-bar, .first-run, .empty") !== null);

describe("the Outbox", () => {
  async function withConflict(): Promise<FakeHost> {
    const host = await open();
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: [], revoke: [] });
    host.settle("m1", "conflict", { theirs: "Billing Admin" });
    page.go("outbox");
    await until(() => page.querySelector(".conflict") !== null);
    return host;
  }

  it("shows a conflict as was, now on the server, yours", async () => {
    await withConflict();
    expect([...page.querySelectorAll(".three thead th")].map((cell) => cell.textContent)).toEqual(["Was", "Now on the server", "Yours"]);
    expect(text(".three tbody")).toMatch(/^Role .+ Billing Admin User Admin$/);
    expect(text(".status-bar")).toContain("1 needs you");
  });

  it("keeps theirs when told to", async () => {
    const host = await withConflict();
    button("Keep Billing Admin")?.click();
    await until(() => host.calls.some((call) => call.command === "outbox_take_back"));
    await until(() => text(".empty h2") === "Nothing waits");
  });

  it("asks again when told to", async () => {
    const host = await withConflict();
    button("Ask for User Admin again")?.click();
    await until(() => host.calls.some((call) => call.command === "outbox_ask_again"));
    await until(() => text(".entry .badge") === "Waiting");
  });

  it("offers both edits where they don't overlap, and asks for them only when told to", async () => {
    const host = await open();
    await host.saveUser("o0", { operation: "a", user: "u10", displayName: "Dr. Ana Ruiz", grant: [], revoke: [] });
    host.settle("m1", "conflict", { theirs: "Ana Lopez", combined: "Dr. Ana Lopez" });
    page.go("outbox");
    await until(() => button("Combine both edits") !== undefined);
    expect(description(button("Combine both edits")!), "what they come to is read with the button").toContain("Dr. Ana Lopez");
    expect(host.calls.some((call) => call.command === "outbox_combine")).toBe(false);
    button("Combine both edits")?.click();
    await until(() => host.calls.some((call) => call.command === "outbox_combine"));
    await until(() => text(".entry ins") === "Dr. Ana Lopez" && text(".entry .badge") === "Waiting");
  });

  it("offers nothing together where both edited the same", async () => {
    await withConflict();
    expect(button("Combine both edits")).toBeUndefined();
  });

  it("edits what waits in a dialog with its values, and puts the answer in its place", async () => {
    const host = await open({ hold: true });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", displayName: "Ana", grant: [], revoke: [] });
    page.go("outbox");
    await until(() => page.querySelectorAll(".entry").length === 2);
    const edit = [...page.querySelectorAll<HTMLElement>("button")].find((each) => each.getAttribute("aria-label")?.startsWith("Edit: Change display name"));
    edit?.click();
    await until(() => page.querySelector<HTMLInputElement>("#change-name")?.value === "Ana");
    expect(page.querySelector("#save-change")?.getAttribute("aria-disabled"), "nothing is edited yet").toBe("true");
    const type = (name: string): void => {
      const input = page.querySelector<HTMLInputElement>("#change-name");
      if (input) input.value = name;
      input?.dispatchEvent(new Event("input"));
    };
    type("  ");
    await until(() => page.querySelector("#save-change")?.getAttribute("aria-disabled") === "false");
    page.querySelector("form")?.requestSubmit();
    await until(() => text("#change-name-error") === "Type a name.");
    type("Ana Ruiz");
    page.querySelector("form")?.requestSubmit();
    await until(() => page.querySelector("ui-dialog") === null);
    await until(() => text(".entries").includes("Ana Ruiz"));
    expect(host.calls.filter((call) => call.command === "outbox_edit").at(-1)?.args).toEqual(["m2", "Ana Ruiz"]);
  });

  it("moves what waits by buttons and by Alt with an arrow, and the focus goes along", async () => {
    const host = await open({ hold: true });
    for (const user of ["u10", "u11"]) await host.saveUser("o0", { operation: user, user, role: "user_admin", grant: [], revoke: [] });
    page.go("outbox");
    await until(() => page.querySelectorAll("article.card").length === 2);
    const first = (): string | undefined => page.querySelector("article.card h2")?.id;
    const was = first();
    const later = page.querySelectorAll<HTMLElement>("article.card")[1]?.querySelector<HTMLElement>("[id^=later-]") ?? null;
    expect(later?.getAttribute("aria-disabled")).toBe("true");
    expect(description(later)).toBe("It goes last already.");
    const earlier = page.querySelectorAll<HTMLElement>("article.card")[1]?.querySelector<HTMLElement>("[id^=earlier-]");
    earlier?.focus();
    earlier?.click();
    await until(() => first() !== was);
    await until(() => document.activeElement?.id === `earlier-${first()}`);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));
    await until(() => first() === was);
    expect(host.calls.filter((call) => call.command === "outbox_move").map((call) => call.args)).toEqual([[["m2"], "m1"], [["m1"], "m2"]]);
  });

  it("keeps the focus when the answered conflict goes", async () => {
    await withConflict();
    const keep = button("Keep Billing Admin");
    keep?.focus();
    keep?.click();
    await until(() => text(".empty h2") === "Nothing waits");
    await until(() => document.activeElement?.classList.contains("page") === true);
  });

  it("offline says why nothing can be sent", async () => {
    const host = await open({ link: { kind: "offline", code: "offline_timeout", reason: "No answer.", help: null, retryAt: null } });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: [], revoke: [] });
    page.go("outbox");
    await until(() => page.querySelector("#send-all") !== null);
    const send = page.querySelector<HTMLElement>("#send-all");
    expect(send?.getAttribute("aria-disabled")).toBe("true");
    expect(description(send)).toContain("Offline");
    send?.click();
    expect(host.calls.some((call) => call.command === "outbox_send")).toBe(false);
  });

  it("takes the last waiting change back by Ctrl+Z", async () => {
    const host = await open({ link: { kind: "offline", code: "offline_timeout", reason: "No answer.", help: null, retryAt: null } });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: ["w1"], revoke: [] });
    await until(() => text(".rail-badge") !== "");
    press("z", { ctrlKey: true });
    await until(() => text(".toasts").includes("Taken back"));
    expect((await host.outbox()).groups, "one press of Save is one step back").toEqual([]);
  });
});
