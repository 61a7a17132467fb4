/** Messages as a person meets them: what went wrong stays, the keyboard is never lost with one, and a dialog hides none. */
import { expect, it } from "vitest";
import { text, until } from "./host/fake/drawn";
import { FakeHost } from "./host/fake/fake";
import { inList, opened, page } from "./host/fake/page";
import { Failure } from "./host/failure";

const open = (): Promise<FakeHost> =>
  opened(new FakeHost({ people: 50, undo: 60_000 }), inList);

const buttons = (): HTMLElement[] => [...page.querySelectorAll<HTMLElement>(".toasts button")];

it("leave the keyboard on the next message, and then on the screen behind them", async () => {
  await open();
  page.toasts.say("one");
  page.toasts.say("two");
  await until(() => buttons().length === 2);
  buttons()[0]!.focus();
  buttons()[0]!.click();
  await until(() => buttons().length === 1);
  expect(document.activeElement).toBe(buttons()[0]);
  buttons()[0]!.click();
  await until(() => buttons().length === 0);
  expect(document.activeElement?.getAttribute("role")).toBe("grid");
});

it("that something went wrong stay, whatever else is said", async () => {
  await open();
  page.tell(new Failure("storage_failed", "The disk is full."));
  for (const said of ["one", "two", "three"]) page.toasts.say(said);
  await until(() => text(".toasts").includes("three"));
  expect(text(".toasts")).toContain("The disk is full.");
  expect(page.toasts.list).toHaveLength(3);
});

it("are heard and reached inside a dialog that stays open", async () => {
  await open();
  page.show({ kind: "shortcuts" });
  await until(() => page.querySelector("dialog .keys") !== null);
  page.tell(new Failure("storage_failed", "The disk is full."));
  await until(() => text("dialog .toasts [role=alert]") === "The disk is full.");
  page.show(null);
  await until(() => page.querySelector("dialog") === null);
  expect(text("main .toasts"), "it stays when the dialog goes").toContain("The disk is full.");
  buttons()[0]!.click();
  await until(() => text(".toasts") === "");
});

it("are said also when what was asked for last can't be looked up", async () => {
  const host = await open();
  const user = page.profile.current!.people.row(3)!.id;
  await page.profile.current!.save({ operation: "one", user, role: "user_admin", grant: [], revoke: [] });
  await until(() => page.profile.current?.outbox.view?.lastWaiting === "one");
  const answer = host.outbox.bind(host);
  host.outbox = (organization, query) => (query?.operation === undefined ? answer(organization, query) : Promise.reject(new Failure("storage_failed", "The disk is full.")));
  await page.takeBackLast();
  await until(() => text(".toasts").includes("The disk is full."));
});

it("gives the browser its own menu back when the window is gone", async () => {
  await open();
  const offered = (): boolean => document.dispatchEvent(new Event("contextmenu", { cancelable: true }));
  expect(offered(), "nothing here is edited").toBe(false);
  page.remove();
  expect(offered()).toBe(true);
});

it("that were understood come again where they are news: in another organization, or once more", async () => {
  const host = new FakeHost({ people: 50, organizations: 2, notices: ["The clock is wrong."] });
  const shown = (): boolean => text(".banners").includes("The clock is wrong.");
  const understand = (): void => page.querySelector<HTMLElement>("#banner-notice-0 button")!.click();
  await opened(host, shown);
  understand();
  await until(() => !shown());
  page.profile.open(page.profile.cards![1]!.id);
  await until(shown);
  understand();
  await until(() => !shown());
  host.set({ notices: [] }, "session");
  await until(() => page.profile.current!.session.view!.notices.length === 0);
  await page.updateComplete;
  host.set({ notices: ["The clock is wrong."] }, "session");
  await until(shown);
});
