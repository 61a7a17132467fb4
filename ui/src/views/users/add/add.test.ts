/** Adding users as a person meets it, on the fake host: one by one, and many at once. */
import { expect, it, vi } from "vitest";
import { text, until } from "../../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../../host/fake/fake";
import { confirm, description, element, inList, opened, page, press, type } from "../../../host/fake/page";
import type { AddUser, SaveUser } from "../../../host/types";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 200, ...scenario }), () => page.profile.current?.adding.view !== null && page.querySelector("#add-user") !== null && inList());

async function openDialog(): Promise<void> {
  press("n", { ctrlKey: true });
  await until(() => page.querySelector("#address") !== null && page.querySelector("#role-member") !== null);
}

it("says while it is typed that an address is taken, and adds nobody", async () => {
  const host = await open();
  await openDialog();
  type("#address", page.profile.current?.people.row(3)?.email ?? "");
  await until(() => text("#address-error").includes("has this e-mail address already"));
  expect(element("#add-next").getAttribute("aria-disabled")).toBe("true");
  expect(description(element("#add-next")), "the button says what is in the way").toContain("already");
  confirm();
  expect(host.calls.some((call) => call.command === "add_user"), "nothing was asked for").toBe(false);
});

it("takes half an address for a mistake only when it is left", async () => {
  await open();
  await openDialog();
  type("#address", "an");
  await new Promise((later) => setTimeout(later));
  expect(page.querySelector("#address-error"), "typing is no mistake").toBeNull();
  confirm();
  await until(() => text("#address-error").includes("no @"));
});

it("adds a user and then assigns workspaces to them", async () => {
  const host = await open();
  await openDialog();
  type("#address", "zoe@new.example");
  element("#role-user_admin").click();
  await until(() => text("#address-help").includes("Nobody"));
  confirm();
  await until(() => text("dialog h2") === "Assign workspaces" && page.querySelector(".checks input") !== null);
  expect(text("dialog .note"), "what is done so far is said").toContain("Waiting in Outbox");
  for (const box of [...page.querySelectorAll<HTMLElement>(".checks input")].slice(0, 2)) box.click();
  await until(() => text("#assign") === "Assign 2 workspaces");
  confirm();
  await until(() => page.querySelector("dialog") === null && text(".toast").includes("Waiting in Outbox"));
  const [add] = host.calls.filter((call) => call.command === "add_user").map((call) => call.args[0] as AddUser);
  const [save] = host.calls.filter((call) => call.command === "save_user").map((call) => call.args[0] as SaveUser);
  expect(add).toMatchObject({ address: "zoe@new.example", role: "user_admin" });
  expect(save?.user, "the workspaces wait for the user who waits").toMatch(/^new:/);
  expect(save?.grant).toHaveLength(2);
  page.profile.current?.people.ask({ search: "zoe@new" });
  await until(() => page.profile.current?.people.total === 1);
  expect(page.profile.current?.people.row(0)?.intent, "who waits to be added is in the list").toBe("waiting");
});

it("leaves the workspaces out when they are skipped", async () => {
  const host = await open();
  await openDialog();
  type("#address", "zoe@new.example");
  confirm();
  await until(() => page.querySelector("#skip") !== null);
  element("#skip").click();
  await until(() => page.querySelector("dialog") === null);
  expect(host.calls.filter((call) => call.command === "save_user")).toHaveLength(0);
});

it("shows a User Admin the roles that they can't give, with the reason", async () => {
  await open({ role: "user_admin" });
  await openDialog();
  const admin = element("#role-admin");
  expect(admin.getAttribute("aria-disabled")).toBe("true");
  expect(description(admin)).toContain("User Admins can add Members only. Ask an Admin");
  admin.click();
  expect(element("#role-member").getAttribute("aria-checked"), "what can't be given isn't chosen").toBe("true");
});

it("shows a Billing Admin the button, and why it does nothing", async () => {
  await open({ role: "billing_admin" });
  const button = element("#add-user");
  await until(() => button.getAttribute("aria-disabled") === "true");
  expect(description(button)).toContain("Billing Admins can't add users.");
  for (const way of [(): void => button.click(), (): void => void press("n", { ctrlKey: true })]) {
    way();
    await until(() => text(".toast").includes("Billing Admins can't add users."));
    expect(page.querySelector("dialog")).toBeNull();
  }
});

it("previews a pasted list, and adds those who can be", async () => {
  const host = await open();
  await openDialog();
  element(".button-aside").click();
  await until(() => page.querySelector("#addresses") !== null);
  const taken = page.profile.current?.people.row(3)?.email ?? "";
  type("#addresses", `ana@new.example\nBen <ben@new.example>; nobody\n${taken}`);
  confirm();
  await until(() => text("#add-all") === "Add 2 users");
  const chips = [...page.querySelectorAll("dialog .chip")].map((chip) => (chip.textContent ?? "").trim());
  expect(chips).toEqual(["All 4", "Will be added 2", "Already there 1", "Can't be read 1"]);
  expect(text("#save-refused")).toBe("Save 2 refused lines…");
  (page.querySelectorAll("dialog .chip")[3] as HTMLElement).click();
  await until(() => text("dialog .help.wrap").includes("Line 3: E-mail address: This address has no @"));
  confirm();
  await until(() => text("dialog .note").includes("2 users to add"));
  expect(host.calls.filter((call) => call.command === "add_invitees")).toHaveLength(1);
  confirm();
  await until(() => page.querySelector("dialog") === null);
});

it("asks Rust about 10,000 lines by windows of them", async () => {
  const host = await open();
  const windows = vi.spyOn(host, "inviteesWindow");
  page.show({ kind: "add_many" });
  await until(() => page.querySelector("#addresses") !== null && page.querySelector("#role-member") !== null);
  type("#addresses", Array.from({ length: 10_000 }, (_, at) => `p${at}@new.example`).join("\n"));
  confirm();
  await until(() => text("#add-all") === `Add ${(10_000).toLocaleString()} users`);
  await until(() => page.querySelectorAll("dialog [role=row][aria-rowindex]").length > 5);
  expect(element("dialog [role=grid]").getAttribute("aria-rowcount")).toBe("10000");
  expect(page.querySelectorAll("dialog .grid-row").length, "rows are recycled").toBeLessThan(60);
  expect(windows.mock.calls.every((call) => call[5] <= 64), "the whole list never crosses").toBe(true);
});
