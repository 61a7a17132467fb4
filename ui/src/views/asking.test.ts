/** A dialog that is left while what was pressed is under way: the person hears what became of it, and it closes no other dialog. */
import { describe, expect, it } from "vitest";
import { text, until } from "../host/fake/drawn";
import { FakeHost, type Scenario } from "../host/fake/fake";
import { held, type Held } from "../host/fake/held";
import { confirm, opened, page, type } from "../host/fake/page";
import { Failure } from "../host/failure";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 50, undo: 60_000, ...scenario }), () => page.profile.current === null || page.profile.current.people.known);

const REFUSED = new Failure("denied", "Only an Admin can do this.");

const leave = (): void => void page.querySelector("dialog")!.dispatchEvent(new Event("cancel", { cancelable: true }));

/** Presses, leaves while it is under way, and goes to another dialog. */
async function pressAndLeave(answers: readonly Held[]): Promise<Held> {
  confirm();
  await until(() => answers.length === 1);
  leave();
  await until(() => page.querySelector("dialog") === null);
  page.show({ kind: "shortcuts" });
  await until(() => page.querySelector(".dialog .keys") !== null);
  return answers[0]!;
}

/** The other dialog is there still, and this was said. */
async function hears(said: string): Promise<void> {
  await until(() => text(".toasts").includes(said));
  expect(page.dialog).toEqual({ kind: "shortcuts" });
}

async function editName(): Promise<void> {
  page.show({ kind: "edit", user: page.profile.current!.people.row(3)!.id });
  await until(() => page.querySelector("#display-name") !== null);
  type("#display-name", "Ana Maria");
  await until(() => page.querySelector("#save-user")?.getAttribute("aria-disabled") === "false");
}

describe("whoever has left", () => {
  it("hears that the change waits, and can take it back", async () => {
    const answers = held(await open(), "saveUser");
    await editName();
    (await pressAndLeave(answers)).go();
    await hears("Waiting in Outbox");
    expect(text(".toasts button")).toBe("Take back");
  });

  it("hears why it was refused", async () => {
    const answers = held(await open(), "saveUser");
    await editName();
    (await pressAndLeave(answers)).fail(REFUSED);
    await hears(REFUSED.message);
    expect(page.querySelector(".toasts [role=alert]"), "at once").not.toBeNull();
  });

  it("hears that a user waits to be added, and is not asked for workspaces", async () => {
    const answers = held(await open(), "addUser");
    page.show({ kind: "add" });
    await until(() => page.querySelector("#role-member") !== null);
    type("#address", "ana@northwind.example");
    (await pressAndLeave(answers)).go();
    await hears("ana@northwind.example, add as Member");
  });

  it("hears that a workspace waits to be created, and stays where they are", async () => {
    const answers = held(await open(), "createWorkspace");
    page.show({ kind: "name_workspace", workspace: null });
    await until(() => page.querySelector("#workspace-name") !== null);
    type("#workspace-name", "Research");
    (await pressAndLeave(answers)).go();
    await hears("Waiting in Outbox: Research");
    expect(page.screen).toBe("users");
  });

  it("keeps the selection that they made since", async () => {
    const answers = held(await open(), "changeUsers");
    const { selection, people } = page.profile.current!;
    selection.only([people.row(3)!.id]);
    page.show({ kind: "change_users", action: "suspend", whom: { selection: selection.selected, name: null, many: 1, from: selection } });
    await until(() => page.querySelector("#change-users")?.getAttribute("aria-disabled") === "false");
    const pressed = await pressAndLeave(answers);
    selection.only([people.row(5)!.id, people.row(6)!.id]);
    pressed.go();
    await hears("Waiting in Outbox");
    expect(selection.count(people.total)).toBe(2);
  });

  it("hears that the organization was deleted", async () => {
    const answers = held(await open(), "deleteOrganization");
    page.show({ kind: "end", what: "organization" });
    await until(() => page.querySelector("#typed") !== null);
    type("#typed", "Northwind Trading");
    await until(() => page.querySelector("#end")?.getAttribute("aria-disabled") === "false");
    (await pressAndLeave(answers)).go();
    await hears("was deleted on the server");
  });

  it("hears that an organization is connected, and is taken nowhere", async () => {
    const answers = held(await open(), "connect");
    page.show({ kind: "connect" });
    await until(() => page.querySelector("#connect-name") !== null);
    type("#connect-name", "Contoso Health");
    type("#connect-url", "https://contoso.example/scim");
    (await pressAndLeave(answers)).go();
    await hears("Contoso Health is connected.");
    expect(page.profile.current?.card.name).toBe("Northwind Trading");
    page.querySelector<HTMLElement>(".toasts button")?.click();
    await until(() => page.profile.current?.card.name === "Contoso Health");
  });
});

it("says that a change waits, even where nothing more can be told of it", async () => {
  const host = await open();
  Object.assign(host, { outbox: () => Promise.reject(new Failure("storage_failed", "The disk is full.")) });
  await editName();
  confirm();
  await until(() => text(".toasts").includes("Waiting in Outbox"));
  expect(page.dialog).toBeNull();
});

it("confirms by Ctrl+Enter also where an organization is connected", async () => {
  const host = await open();
  page.show({ kind: "connect" });
  await until(() => page.querySelector("#connect-url") !== null);
  type("#connect-url", "https://contoso.example/scim");
  page.querySelector("#connect-url")!.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
  await until(() => host.calls.filter((call) => call.command === "connect").length === 1);
  await until(() => page.dialog === null);
});

it("shows the plan that was asked for last, whichever answer comes last", async () => {
  const host = await open();
  const user = page.profile.current!.people.row(3)!.id;
  await page.profile.current!.save({ operation: "one", user, role: "user_admin", grant: [], revoke: [] });
  const answers = held(host, "outboxPlan");
  page.show({ kind: "send", changes: { kind: "all" } });
  await until(() => answers.length === 1);
  host.stale("outbox");
  await until(() => answers.length === 2);
  answers[1]!.go();
  await until(() => text("dialog [type=submit]").includes("1 change"));
  answers[0]!.fail(new Failure("storage_failed", "The disk is full."));
  await new Promise(requestAnimationFrame);
  expect(page.querySelector("dialog [role=alert]"), "what was asked before says nothing any more").toBeNull();
});
