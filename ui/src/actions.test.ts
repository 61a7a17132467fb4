/** The list of actions is one list: no key means two things, no id stands twice. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { actions } from "./actions";
import { FakeHost } from "./host/fake/fake";
import { RollcallWindow } from "./window";

let page: RollcallWindow;
beforeEach(async () => {
  localStorage.clear();
  page = new RollcallWindow();
  document.body.append(page);
  await page.start(new FakeHost({ organizations: 3 }));
  await vi.waitUntil(() => page.profile.current?.session.view != null);
});
afterEach(() => page.remove());

const twice = (list: readonly string[]): string[] => list.filter((each, at) => list.indexOf(each) !== at);

it("no key asks for two things", () => {
  expect(twice(actions(page).flatMap((action) => action.keys))).toEqual([]);
});

it("every action has an id and a title of its own", () => {
  expect(twice(actions(page).map((action) => action.id))).toEqual([]);
  expect(twice(actions(page).map((action) => action.title))).toEqual([]);
});

it("what the bar of a selection offers can be found by name, while somebody is selected", () => {
  const offered = (): string[] => actions(page).map((action) => action.title).filter((title) => title.startsWith("Selected: "));
  expect(offered()).toEqual([]);
  page.profile.current?.selection.only(["u1"]);
  expect(offered()).toContain("Selected: Copy as CSV");
});

it("what can't be done says why in a sentence", () => {
  const reasons = actions(page).map((action) => action.unavailable).filter((each) => each !== null);
  expect(reasons.length).toBeGreaterThan(1);
  for (const reason of reasons) expect(reason).toMatch(/^[A-Z].+\.$/);
});
