/** The Outbox as a person meets it, on the fake host: what is held, what is selected, what asks once more. */
import { describe, expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { button, opened, page, type } from "../../host/fake/page";
import type { OutboxGroup, OutboxQuery, OutboxView } from "../../host/types";

const start = (host: FakeHost): Promise<FakeHost> => opened(host, () => page.querySelector(".status-bar") !== null);
const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> => start(new FakeHost({ people: 200, ...scenario }));

describe("holding", () => {
  async function withThree(): Promise<FakeHost> {
    const host = await open({ hold: true });
    for (const [operation, user] of [["a", "u10"], ["b", "u11"], ["c", "u10"]] as const) {
      await host.saveUser("o0", { operation, user, role: operation === "c" ? "admin" : "user_admin", grant: [], revoke: [] });
    }
    page.go("outbox");
    await until(() => page.querySelectorAll(".entry").length === 3);
    return host;
  }
  const sent = (host: FakeHost): unknown[] => host.calls.filter((call) => call.command === "outbox_send").map((call) => call.args[0]);

  it("says that nothing leaves, and sends those that were selected", async () => {
    const host = await withThree();
    expect(text(".status-bar")).toContain("Hold is on");
    expect(page.querySelector<HTMLInputElement>("#hold")?.checked).toBe(true);
    page.querySelector<HTMLInputElement>("#entry-m2 .entry-choose")?.click();
    await until(() => button("Send selected (1)") !== undefined);
    button("Send selected (1)")?.click();
    await until(() => sent(host).length > 0);
    expect(sent(host)).toEqual([{ kind: "ids", ids: ["m2"] }]);
    await until(() => button("Send selected (1)") === undefined);
  });

  it("shows before sending what must go first", async () => {
    const host = await withThree();
    page.querySelector<HTMLElement>("#entry-m3 .entry-actions button:last-child")?.click();
    await until(() => text("#goes-first") !== "");
    expect(text("#goes-first")).toContain("1 change was not selected, and must go first");
    button("Send 2 changes")?.click();
    await until(() => sent(host).length > 0);
    await until(() => page.querySelector("dialog") === null);
  });

  it("asks once more what was decided without the server, and says why it waits", async () => {
    const host = await withThree();
    host.settle("m2", "unconfirmed", { reason: "Decided without the server. Look at it once more before it is sent." });
    await until(() => text("#banner-unconfirmed") !== "" || text("#entry-m2").includes("Asks once more"));
    button("Send all")?.click();
    await until(() => page.querySelector("#typed") !== null);
    const confirm = (): HTMLElement | undefined => button("Send 3 changes");
    expect(confirm()?.getAttribute("aria-disabled")).toBe("true");
    confirm()?.click();
    expect(sent(host)).toEqual([]);
    type("#typed", page.querySelector("label[for=typed]")?.textContent?.replace(/^Type | to confirm$/g, "") ?? "");
    await until(() => confirm()?.getAttribute("aria-disabled") === "false");
    confirm()?.click();
    await until(() => sent(host).length === 1);
  });

  it("tells before sending what is different in the end, and what the policy denies by now", async () => {
    const host = await withThree();
    host.settle("m2", "held", { denied: "Billing Admins can't change roles." });
    button("Review before sending")?.click();
    await until(() => page.querySelectorAll(".planned").length === 2);
    expect(text("dialog header p")).toBe("3 changes would go to the server. As far as is known: 1 not allowed.");
    const [first, second] = [...page.querySelectorAll(".planned")].map((each) => (each.textContent ?? "").replace(/\s+/g, " "));
    expect(first, "both changes to one user, in their order").toMatch(/Role: .+ → User Admin .*Role: .+ → Admin/);
    expect(second).toContain("Nothing would be different.");
    expect(second).toContain("Not allowed Member → User Admin. Billing Admins can't change roles.");
    button("Cancel")?.click();
    await until(() => page.querySelector("dialog") === null);
    expect(sent(host)).toEqual([]);
  });

  it("says that a lost role keeps what waits, and leads there", async () => {
    const host = await withThree();
    page.go("users");
    const message = "Your role in Acme changed from Admin to Billing Admin. 3 waiting changes are no longer yours to send. They are kept, not sent.";
    host.set({ lost: { changes: 3, message } }, "session");
    await until(() => text("#banner-lost_role").startsWith(message));
    page.querySelector<HTMLElement>("#banner-lost_role button")?.click();
    await until(() => text("h1") === "Outbox");
  });
});

it("edits a plan that waits by choosing another one, as where it was asked for", async () => {
  const host = await open({ hold: true });
  const values = { plan: { to: "team", was: "business" } };
  await host.changeSubscription("o0", { operation: "a", values });
  page.go("outbox");
  await until(() => text(".entry").includes("Business → Team"));
  button("Edit: Change plan")?.click();
  await until(() => page.querySelector("dialog [type=radio]") !== null);
  const plans = [...page.querySelectorAll<HTMLInputElement>("dialog [type=radio]")];
  expect(plans.find((plan) => plan.checked)?.value).toBe("team");
  expect(text("dialog")).toContain("Plan, now: Business");
  plans.find((plan) => plan.value === "enterprise")?.click();
  await until(() => button("Save")?.getAttribute("aria-disabled") === "false");
  button("Save")?.click();
  await until(() => text(".entry").includes("Business → Enterprise"));
  expect(host.calls.filter(({ command }) => command === "outbox_edit").map(({ args }) => args[1])).toEqual(["enterprise"]);
});

describe("ten thousand that were refused", () => {
  const REASON = "The directory is being reorganized.";
  const refused = (at: number): OutboxGroup => ({
    kind: "user", id: `u${at}`, name: `Person ${at}`, email: `${at}@acme.example`, replacement: null,
    entries: [{
      id: `m${at}`, operation: "all", verb: "suspend", subject: "State", before: "Active", after: "Suspended", theirs: null, combined: null, taken: false, edit: null,
      madeAt: new Date().toISOString(), seenAt: null, state: "rejected", reason: REASON, undoMs: null,
    }],
  });

  it("are one notice and a window of cards, however many there are", async () => {
    const host = new FakeHost({ people: 200 });
    const total = 10_000;
    const asked: OutboxQuery[] = [];
    host.outbox = async (_organization: string, query: OutboxQuery): Promise<OutboxView> => {
      asked.push(query);
      return {
        bulks: [{
          operation: "all", verb: "suspend", subject: "State", after: "Suspended", madeAt: new Date().toISOString(), users: total,
          waiting: 0, needsYou: total, done: 0, refusals: [{ reason: REASON, changes: total }],
        }],
        total, offset: query.offset, groups: Array.from({ length: query.limit }, (_, at) => refused(query.offset + at)),
        waiting: 0, awaiting: 0, needsYou: total, done: 0, undoMs: null, lastWaiting: null,
      };
    };
    await start(host);
    page.go("outbox");
    await until(() => page.querySelectorAll(".entry").length > 0);
    expect(page.querySelectorAll(".reasons li").length, "one reason is told once").toBe(1);
    expect(text(".reasons li")).toBe(`Refused: ${REASON}${total.toLocaleString()}`);
    expect(page.querySelectorAll(".toast").length, "no message for each").toBe(0);
    expect(page.querySelectorAll("*").length, "the page stays small").toBeLessThan(3_000);
    for (let moved = 0; moved < 5; moved++) host.stale("session", "users", "outbox");
    await until(() => page.querySelectorAll(".entry").length === 50);
    expect(asked.every((query) => query.limit <= 50), "never the whole list").toBe(true);
    button("Show more")?.click();
    await until(() => page.querySelectorAll(".entry").length === 100);
  });
});
