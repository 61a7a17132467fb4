/** The list of actions is one list: no key means two things, no id stands twice. */
import { beforeEach, expect, it } from "vitest";
import { actions } from "./actions";
import { FakeHost } from "./host/fake/fake";
import { opened, page } from "./host/fake/page";

beforeEach(() => opened(new FakeHost({ organizations: 3 }), () => page.profile.current?.session.view != null));

const twice = (list: readonly string[]): string[] => list.filter((each, at) => list.indexOf(each) !== at);

it("no key asks for two things", () => {
  expect(twice(actions(page).flatMap((action) => action.keys))).toEqual([]);
});

it("the palette begins with what is done on the screen that is open", () => {
  expect(actions(page)[0]?.id).toBe("search");
  page.go("workspaces");
  expect(actions(page)[0]?.id).toBe("search_workspaces");
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
