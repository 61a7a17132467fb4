/** What a role decides about is asked for when the role is known: once, and again when it is another one. */
import { expect, it } from "vitest";
import { Failure } from "../host/failure";
import { FakeHost } from "../host/fake/fake";
import { held } from "../host/fake/held";
import { OpenOrganization } from "./organization";

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

function opened(host: FakeHost): OpenOrganization {
  const open = new OpenOrganization(host, host.card("Northwind", 0));
  void open.begin();
  return open;
}

const lists = (host: FakeHost): number => host.calls.filter(({ command }) => command === "users_window").length;

it("asks for the first page of the list once where it is opened", async () => {
  const host = new FakeHost();
  const general = held(host, "general");
  const views = held(host, "views");
  const { people } = opened(host);
  await settled();
  expect(people.known).toBe(true);
  expect([lists(host), general.length, views.length]).toEqual([1, 1, 1]);
});

it("asks for the list again when the role is another one, and only then", async () => {
  const host = new FakeHost();
  const open = opened(host);
  await settled();
  open.stale(["session"]);
  await settled();
  expect(lists(host)).toBe(1);
  host.scenario.role = "billing_admin";
  open.stale(["session"]);
  await settled();
  expect(lists(host)).toBe(2);
});

it("asks for nothing more where nobody can say how things stand, and for everything once it can", async () => {
  const host = new FakeHost();
  const session = held(host, "session");
  const open = opened(host);
  expect(lists(host), "not before the answer is here").toBe(0);
  session[0]?.fail(new Failure("keychain_slow", "The system keychain did not answer within 30 s."));
  await settled();
  expect([lists(host), open.people.known]).toEqual([0, false]);
  void open.begin();
  session[1]?.go();
  await settled();
  expect([lists(host), open.people.known]).toEqual([1, true]);
});
