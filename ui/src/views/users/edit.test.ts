/** One user as a person meets them, on the fake host: what they may, why, and what is asked before it changes. */
import { describe, expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { button, description, opened, page } from "../../host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 200, ...scenario }), () => page.querySelector(".status-bar, .first-run, .empty") !== null);

async function openUser(user: string): Promise<void> {
  await page.profile.current?.details.open(user);
  await until(() => page.querySelector("#edit-user") !== null);
}

async function edit(user: string): Promise<void> {
  await openUser(user);
  page.querySelector<HTMLElement>("#edit-user")?.click();
  await until(() => page.querySelector("[role=radio]") !== null);
}

describe("the access of a user", () => {
  it("is explained by area and permission, each refusal with its sentence", async () => {
    await open();
    await openUser("u10");
    page.querySelector<HTMLElement>("#tab-access")?.click();
    await until(() => page.querySelectorAll(".access-area").length === 4);
    expect(text(".access-area")).toMatch(/^General Closed/);
    const roles = [...page.querySelectorAll(".permissions li")].map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());
    expect(roles).toContain("Change roles: not allowed Members can't change roles.");
  });

  it("is explained anew when another user is chosen", async () => {
    await open();
    await openUser("u10");
    page.querySelector<HTMLElement>("#tab-access")?.click();
    await until(() => text("access-of-user").startsWith("Member."));
    await page.profile.current?.details.open("u0");
    await until(() => text("access-of-user").startsWith("Admin."));
  });
});

describe("the edit dialog", () => {
  it("shows what will change, and its button says so", async () => {
    const host = await open();
    await edit("u10");
    const name = text("dialog h2").replace("Edit ", "");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user") === `Save 1 change to ${name}`);
    expect(text(".summary")).toMatch(/Role ?.+ → Admin/);
    page.querySelector<HTMLElement>("#save-user")?.closest("form")?.requestSubmit();
    await until(() => text(".toast").includes("Waiting in Outbox"));
    expect(host.calls.filter((call) => call.command === "save_user")).toHaveLength(1);
    expect(text(".note")).toContain("Nothing has changed on the server.");
    expect(text(".rail-badge")).toContain("1");
  });

  it("says before a role is changed what the user gains and loses by it", async () => {
    await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-user_admin")?.click();
    await until(() => text(".difference").includes("Gains"));
    expect(text(".difference-plus")).toContain("Add users");
    expect(page.querySelector(".difference-minus"), "nothing is lost, so nothing is listed").toBeNull();
  });

  it("compares the four roles when asked to", async () => {
    await open();
    await edit("u10");
    expect(page.querySelector(".compare-table"), "a table of that size waits until it is wanted").toBeNull();
    const compare = page.querySelector<HTMLDetailsElement>("dialog .compare");
    if (compare) compare.open = true;
    compare?.dispatchEvent(new Event("toggle"));
    await until(() => page.querySelector(".compare-table") !== null);
    expect([...page.querySelectorAll(".compare-table thead th")].map((each) => each.textContent)).toEqual(["Admin", "Billing Admin", "User Admin", "Member"]);
    const row = [...page.querySelectorAll(".compare-table tr")].find((each) => each.querySelector("th")?.textContent?.startsWith("Add users"));
    expect([...(row?.querySelectorAll("td") ?? [])].map((each) => each.textContent?.trim()), "a word for each, not an icon alone").toEqual([
      "allowed", "not allowed", "in part", "not allowed",
    ]);
  });

  it("can be taken back from the message", async () => {
    const host = await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user").startsWith("Save 1"));
    page.querySelector("form")?.requestSubmit();
    await until(() => button("Take back") !== undefined && page.querySelector(".toast") !== null);
    [...page.querySelectorAll<HTMLElement>(".toast button")].find((each) => each.textContent?.includes("Take back"))?.click();
    await until(() => text(".toasts").includes("Taken back"));
    expect(host.calls.some((call) => call.command === "outbox_take_back")).toBe(true);
    expect((await host.outbox()).groups).toEqual([]);
  });

  it("says that nothing has changed only while that is so", async () => {
    const host = await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user").startsWith("Save 1"));
    page.querySelector("form")?.requestSubmit();
    await until(() => text(".toasts").includes("Waiting in Outbox"));
    const [sent] = (await host.outbox()).groups.flatMap((group) => group.entries);
    host.settle(sent?.id ?? "", "done");
    await until(() => text(".toasts").includes("Done: "));
    expect(text(".toasts"), "a change that was sent waits no more").not.toContain("Nothing has changed on the server");
  });

  it("keeps what the policy denies visible, focusable and explained", async () => {
    const host = await open({ role: "user_admin" });
    await edit("u10");
    const admin = page.querySelector<HTMLElement>("#role-admin");
    expect(admin?.getAttribute("aria-disabled")).toBe("true");
    expect(description(admin), "a keyboard user hears the reason").toContain("User Admins can't change roles. Ask an Admin");
    admin?.click();
    expect(text("#save-user")).toMatch(/^Save changes/);
    const box = page.querySelector<HTMLInputElement>(".checks input");
    expect(box?.getAttribute("aria-disabled")).toBe("false");
    page.querySelector("form")?.requestSubmit();
    expect(host.calls.some((call) => call.command === "save_user"), "nothing to save is not sent").toBe(false);
  });

  it("lets a Billing Admin read everything and change nothing", async () => {
    const host = await open({ role: "billing_admin" });
    await openUser("u10");
    expect(text(".details-actions")).toContain("View only.");
    expect(description(page.querySelector("#edit-user"))).toContain("Billing Admins can't change");
    page.querySelector<HTMLElement>("#edit-user")?.click();
    await until(() => page.querySelector("[role=radio]") !== null);
    const boxes = [...page.querySelectorAll<HTMLInputElement>(".checks input")];
    const before = boxes.map((box) => box.checked);
    boxes[0]?.click();
    expect(boxes.map((box) => box.checked), "a refused box does not move").toEqual(before);
    for (const control of [...page.querySelectorAll("[role=radio]"), ...boxes]) {
      expect(control.getAttribute("aria-disabled")).toBe("true");
      expect(description(control), "no refusal without its reason").toMatch(/Billing Admins can't change (roles|workspaces)\. Ask an Admin/);
    }
    expect(page.querySelector("#save-user")).toBeNull();
    expect(host.calls.some((call) => call.command === "save_user")).toBe(false);
  });

  it("answers one press twice with one operation", async () => {
    const host = await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user").startsWith("Save 1"));
    page.querySelector("form")?.requestSubmit();
    page.querySelector("form")?.requestSubmit();
    await until(() => page.querySelector(".toast") !== null);
    expect(host.calls.filter((call) => call.command === "save_user"), "a double click is one mutation").toHaveLength(1);
  });
});
