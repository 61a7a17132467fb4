/** What is asked again before its answer is here: the later question counts, whichever answer comes last. */
import { expect, it } from "vitest";
import { until } from "../host/fake/drawn";
import { FakeHost } from "../host/fake/fake";
import { held } from "../host/fake/held";
import { inList, opened, page, press } from "../host/fake/page";
import { Billing } from "./billing";
import { Workspace } from "./workspace";

const open = (people = 200): Promise<FakeHost> =>
  opened(new FakeHost({ people }), () => inList() && page.profile.current!.people.known);

it("a workspace that is told again stays out of the way of the one that was opened since", async () => {
  const host = new FakeHost();
  const [first, second] = await host.workspaces();
  const workspace = new Workspace(host, "o0");
  await workspace.open(first!.id);
  const answers = held(host, "workspaceDetails");
  const again = workspace.stale();
  const next = workspace.open(second!.id);
  answers[0]!.go();
  await again;
  expect(workspace.id).toBe(second!.id);
  expect(workspace.people.query.workspaces, "and so do its people").toEqual([second!.id]);
  answers[1]!.go();
  await next;
  expect(workspace.view?.row.id).toBe(second!.id);
});

it("more invoices are not lost to an answer that was asked for before", async () => {
  const host = new FakeHost();
  const billing = new Billing(host, "o0");
  await billing.stale();
  const answers = held(host, "invoices");
  const before = billing.stale();
  await until(() => answers.length === 1);
  const more = billing.more();
  await until(() => answers.length === 2);
  answers[1]!.go();
  await more;
  answers[0]!.go();
  await before;
  expect(billing.view?.listed?.rows).toHaveLength(30);
});

it("a deletion is about the user that the keyboard is on, while the details are still those of another", async () => {
  const host = await open();
  press("Enter");
  await until(() => page.profile.current!.details.own !== null);
  const answers = held(host, "userDetails");
  press("ArrowDown");
  await until(() => answers.length === 1);
  const { people } = page.profile.current!;
  expect(page.user?.id).toBe(people.row(1)!.id);
  expect(page.user?.name, "by the name of that one").toBe(people.row(1)!.name);
});

it("a selection that was cleared while rows were fetched stays empty", async () => {
  const host = await open(5000);
  const { selection, people } = page.profile.current!;
  press("ArrowDown");
  const answers = held(host, "usersWindow");
  press("End", { shiftKey: true });
  await until(() => answers.length > 0);
  selection.only([people.row(0)!.id]);
  selection.clear();
  for (let at = 0; at < answers.length; at++) {
    answers[at]!.go();
    await new Promise(requestAnimationFrame);
  }
  expect(selection.count(people.total)).toBe(0);
});

it("a view that was opened while another one is saved stays open", async () => {
  const host = await open();
  const { views } = page.profile.current!;
  const first = await views.save("one", "Admins");
  await views.save("two", "Members");
  const answers = held(host, "saveView");
  const saving = views.save("three", "Suspended");
  views.open(first);
  answers[0]!.go();
  await saving;
  expect(views.opened?.id).toBe("one");
});
