/** What can't be read is said, wherever it is: nothing that is older passes for what is true now. */
import { expect, it } from "vitest";
import { text, until } from "../host/fake/drawn";
import { FakeHost, type Scenario } from "../host/fake/fake";
import { opened, page } from "../host/fake/page";
import { Failure } from "../host/failure";
import type { Host } from "../host/host";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 50, ...scenario }), () => page.querySelector(".grid-row .who-name") !== null);

/** From now on a command fails; what is answered makes it whole again. */
function broken(host: FakeHost, command: keyof Host): () => void {
  const whole = host[command];
  Object.assign(host, { [command]: () => Promise.reject(new Failure("file_damaged", "The cache is damaged.")) });
  return () => Object.assign(host, { [command]: whole });
}

const retry = (): void => page.querySelector<HTMLElement>(".banner[role=alert] button")!.click();

it("leaves the rows of a list where they are, and says why they are not newer", async () => {
  const host = await open();
  const mend = broken(host, "usersWindow");
  host.stale("users");
  await until(() => text(".list-pane .banner[role=alert] p") === "The cache is damaged. It could not be read again: what is shown may be older.");
  expect(page.querySelectorAll(".grid-row .who-name").length, "they stay").toBeGreaterThan(5);
  mend();
  retry();
  await until(() => page.querySelector(".banner[role=alert]") === null);
});

it("says of the details of one user what went wrong, and tries again", async () => {
  const host = await open();
  const mend = broken(host, "userDetails");
  void page.profile.current!.details.open(page.profile.current!.people.row(3)!.id);
  await until(() => text(".details .banner[role=alert] p") === "The cache is damaged.");
  mend();
  retry();
  await until(() => page.querySelector("#edit-user") !== null);
});

it("says why the workspaces to filter by can't be told", async () => {
  const host = await open();
  broken(host, "workspaces");
  const chip = [...page.querySelectorAll<HTMLElement>(".chips button")].find((each) => each.textContent?.includes("Workspace"))!;
  chip.click();
  await until(() => text(".toasts").includes("The cache is damaged."));
});

it("says why the saved views can't be told", async () => {
  const host = await open();
  broken(host, "views");
  host.stale("views");
  await until(() => page.profile.current!.views.failure !== null);
  [...page.querySelectorAll<HTMLElement>(".tools button")].find((each) => each.textContent?.includes("All users"))!.click();
  await until(() => text(".toasts").includes("The cache is damaged."));
});

it("reads out that it waits, and not each second of it", async () => {
  await open({ link: { kind: "waiting", until: new Date(Date.now() + 40_000).toISOString() } });
  await until(() => text("#banner-waiting").includes("asked us to wait"));
  expect(page.querySelector("#banner-waiting p")?.getAttribute("aria-live")).toBe("off");
  expect(page.querySelector(".status-state")?.getAttribute("aria-live"), "the status bar says it once").toBeNull();
});

it("reads out that it reads, and not each number of it", async () => {
  await open({ complete: false, link: { kind: "syncing", progress: { loaded: 8000, total: 12_408 } } });
  await until(() => text("#banner-incomplete").includes("loaded"));
  for (const counting of ["#banner-incomplete p", ".status-state"]) expect(page.querySelector(counting)?.getAttribute("aria-live"), counting).toBe("off");
});
