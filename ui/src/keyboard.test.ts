/** The keyboard is never left with nobody: what is pressed may be gone with what it was for. */
import { afterEach, expect, it, vi } from "vitest";
import { text, until } from "./host/fake/drawn";
import { FakeHost, type Scenario } from "./host/fake/fake";
import { inList, opened, page } from "./host/fake/page";
import { UsersView } from "./views/users/users";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 50, undo: 60_000, ...scenario }), inList);

/** Goes to a button and presses it. */
async function press(name: string, within = ""): Promise<void> {
  const found = (): HTMLElement | undefined => [...page.querySelectorAll<HTMLElement>(`${within} button`)].find((each) => each.textContent?.trim() === name);
  await until(() => found() !== undefined);
  const button = found()!;
  button.focus();
  expect(document.activeElement).toBe(button);
  button.click();
  await until(() => !button.isConnected);
}

afterEach(() => {
  vi.restoreAllMocks();
});

it("stays with whoever went on to the search before a list that was read took it", async () => {
  await open();
  const list = page.querySelector<UsersView>("users-view")!;
  const late: FrameRequestCallback[] = [];
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((drawn) => late.push(drawn));
  const grid = vi.spyOn(UsersView.prototype, "grid" as never, "get").mockReturnValueOnce(null as never).mockReturnValueOnce(null as never);
  (document.activeElement as HTMLElement).blur();
  list.focusList();
  list.requestUpdate();
  await list.updateComplete;
  page.querySelector<HTMLElement>("#search")?.focus();
  expect(late.length).toBeGreaterThan(0);
  for (const drawn of late) drawn(0);
  grid.mockRestore();
  expect(document.activeElement?.id).toBe("search");
});

it("comes back to the row whose details are open", async () => {
  await open();
  const { details, people } = page.profile.current!;
  await details.open(people.row(5)!.id);
  page.go("outbox");
  await until(() => page.querySelector("users-view") === null);
  page.go("users");
  await until(() => page.querySelector<UsersView>("users-view")?.active === 5);
  expect(page.user?.id).toBe(people.row(5)!.id);
});

it("goes to the list when the selection is cleared", async () => {
  await open();
  page.profile.current!.selection.only([page.profile.current!.people.row(3)!.id]);
  await press("Clear", ".selection");
  expect(inList()).toBe(true);
});

it("goes to the list when the filters are cleared", async () => {
  await open();
  page.profile.current!.people.ask({ roles: ["member"] });
  await press("Clear filters");
  expect(inList()).toBe(true);
});

it("goes to the list when nothing was found, and the search is cleared", async () => {
  await open();
  page.profile.current!.people.ask({ search: "nobody at all" });
  await press("Clear search and filters", ".grid-empty");
  expect(inList()).toBe(true);
});

it("stays in the details when a change is taken back there", async () => {
  await open();
  const { details, people } = page.profile.current!;
  const user = people.row(3)!.id;
  await page.profile.current!.save({ operation: "one", user, role: "user_admin", grant: [], revoke: [] });
  await details.open(user);
  await press("Take back", ".details");
  expect(document.activeElement?.className).toBe("details");
});

it("goes to the screen when a notice is understood", async () => {
  await open({ notices: ["The clock is wrong."] });
  await press("Understood", ".banners");
  expect(text(".banners")).toBe("");
  expect(inList()).toBe(true);
});
