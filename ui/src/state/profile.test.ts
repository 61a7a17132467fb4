/** Which organization the window begins with. */
import { beforeEach, expect, it } from "vitest";
import { FakeHost } from "../host/fake/fake";
import { Profile } from "./profile";

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** What a page shows that is drawn from nothing. */
async function begun(host: FakeHost): Promise<Profile> {
  const profile = new Profile(host);
  await profile.start();
  return profile;
}

const withDemo = async (): Promise<FakeHost> => {
  const host = new FakeHost({ organizations: 2 });
  await host.openDemo("admin");
  return host;
};

it("begins with the one that was open last", async () => {
  const host = new FakeHost({ organizations: 3 });
  (await begun(host)).open("o1");
  expect((await begun(host)).current?.card.id).toBe("o1");
});

it("stays with it where the page is drawn anew, the demo being there or not", async () => {
  const host = await withDemo();
  (await begun(host)).open("o1");
  expect((await begun(host)).current?.card.id).toBe("o1");
});

it("begins with the demo where the program was started with it", async () => {
  (await begun(new FakeHost({ organizations: 2 }))).open("o1");
  // Another run of the program: the page's storage of the last one is gone.
  sessionStorage.clear();
  expect((await begun(await withDemo())).current?.card.demo).toBe(true);
});

it("remembers nothing of one that was removed", async () => {
  const host = new FakeHost({ organizations: 2 });
  const profile = await begun(host);
  profile.open("o1");
  await profile.remove("o1", { typed: "", secrets: "erase" });
  expect([...Object.values(localStorage), ...Object.values(sessionStorage)]).not.toContain("o1");
});
