/** Removing an organization as a person meets it, on the fake host: nothing is lost unasked, and nothing half done is silent. */
import { expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { confirm, opened, page } from "../../host/fake/page";
import { Failure } from "../../host/failure";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 50, ...scenario }), () => page.profile.current?.people.known === true);

const danger = (): HTMLElement => page.querySelector<HTMLElement>("dialog .button-danger")!;
const removals = (host: FakeHost): unknown[] => host.calls.filter((call) => call.command === "remove_organization").map((call) => call.args[1]);

async function ask(): Promise<void> {
  page.show({ kind: "remove" });
  await until(() => page.querySelector("dialog .button-danger") !== null);
}

async function queueOne(): Promise<void> {
  const user = page.profile.current!.people.row(3)!.id;
  await page.profile.current!.save({ operation: "one", user, role: "user_admin", grant: [], revoke: [] });
  await until(() => page.profile.current!.session.view?.waiting === 1);
}

it("removes what holds nothing back at one press, and forgets it here, too", async () => {
  const host = await open({ organizations: 1 });
  expect(localStorage.getItem("rollcall.organization")).not.toBeNull();
  await ask();
  expect(document.activeElement?.textContent, "the dangerous one is never the default").toBe("Cancel");
  expect(text("dialog .button-danger")).toBe("Remove Northwind Trading");
  confirm();
  await until(() => page.querySelector(".first-run") !== null);
  expect(removals(host)).toEqual([{ secrets: "erase" }]);
  expect(localStorage.getItem("rollcall.organization"), "the page remembers nothing of it").toBeNull();
  expect(text(".toasts")).toContain("Northwind Trading was removed from this computer.");
});

it("shows the next organization afterwards", async () => {
  await open({ organizations: 2 });
  await ask();
  confirm();
  await until(() => page.profile.current?.card.name === "Contoso Health");
});

it("gives waiting changes up only when their number is typed", async () => {
  const host = await open({ undo: 60_000 });
  await queueOne();
  await ask();
  expect(text("dialog .note-danger")).toContain("1 change waits here that the server doesn't have.");
  expect(danger().getAttribute("aria-disabled")).toBe("true");
  confirm();
  expect(removals(host), "nothing happens").toEqual([]);
  const field = page.querySelector<HTMLInputElement>("#remove-typed")!;
  field.value = "1";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await until(() => danger().getAttribute("aria-disabled") === "false");
  expect(text("dialog .button-danger")).toBe("Discard 1 and remove Northwind Trading");
  confirm();
  await until(() => removals(host).length === 1);
  expect(removals(host)).toEqual([{ secrets: "erase", typed: "1" }]);
});

it("sends them first where that can be", async () => {
  await open({ undo: 60_000 });
  await queueOne();
  await ask();
  [...page.querySelectorAll<HTMLElement>("dialog button")].find((each) => each.textContent?.startsWith("Send"))!.click();
  await until(() => text("dialog .button-danger") === "Remove Northwind Trading");
});

it("says why they can't be sent, signed out or offline", async () => {
  await open({ undo: 60_000, link: { kind: "session_ended" } });
  await queueOne();
  await ask();
  const button = [...page.querySelectorAll<HTMLElement>("dialog button")].find((each) => each.textContent?.startsWith("Send"))!;
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(text(`#${button.getAttribute("aria-describedby")}`)).not.toBe("");
});

it("offers to leave the secrets where the keychain is out of reach", async () => {
  const host = await open();
  host.removalFails = new Failure("keychain_locked", "The system keychain is locked.", undefined, true, "Unlock your keychain, then try again.");
  await ask();
  confirm();
  await until(() => text("dialog .error").includes("Unlock your keychain"));
  page.querySelector<HTMLInputElement>("dialog input[type=checkbox]")!.click();
  await until(() => page.querySelector<HTMLInputElement>("dialog input[type=checkbox]")!.checked);
  confirm();
  await until(() => page.querySelector(".first-run") !== null);
  expect(removals(host).at(-1)).toEqual({ secrets: "leave" });
});

it("names what could not be removed, and can be tried again", async () => {
  const host = await open();
  host.removalFails = new Failure("not_removed", "This could not be removed: ledger.db (in use).", undefined, true);
  await ask();
  confirm();
  await until(() => text("dialog .error").includes("ledger.db (in use)"));
  host.removalFails = null;
  await until(() => danger().getAttribute("aria-disabled") === "false");
  confirm();
  await until(() => page.querySelector(".first-run") !== null);
});
