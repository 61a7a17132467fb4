/** The list must never mix rows of two questions or of two generations. */
import { describe, expect, it, vi } from "vitest";
import { FakeHost } from "../host/fake/fake";
import { held } from "../host/fake/held";
import { PAGE } from "./pages";
import { ALL_USERS, People } from "./people";
import { Selection } from "./selection";

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe("the list", () => {
  it("fetches what is shown and one page each way, once", async () => {
    const host = new FakeHost({ people: 1000 });
    const people = new People(host, "o0");
    people.stale();
    await settled();
    people.show(300, 320);
    people.show(301, 321);
    await settled();
    const asked = host.calls.filter((call) => call.command === "users_window").map((call) => call.args.slice(1));
    expect(asked).toEqual([[0, PAGE], [PAGE, PAGE], [3 * PAGE, 4 * PAGE]]);
    expect(people.row(310)?.id).toBeDefined();
    expect(people.total).toBe(1000);
  });

  it("drops the answer to an earlier question", async () => {
    const host = new FakeHost({ people: 500 });
    const answers = held(host, "usersWindow");
    const people = new People(host, "o0");
    people.ask({ search: "an" });
    people.ask({ search: "lindq" });
    expect(answers).toHaveLength(2);
    answers[1]?.go();
    await settled();
    const total = people.total;
    answers[0]?.go();
    await settled();
    expect(people.total, "a late answer must not replace a newer one").toBe(total);
    expect(people.row(0)?.name.toLowerCase()).toContain("lindq");
  });

  it("keeps the rows of the last question on screen until the next answer is here", async () => {
    const host = new FakeHost({ people: 100 });
    const answers = held(host, "usersWindow");
    const people = new People(host, "o0");
    people.stale();
    answers[0]?.go();
    await settled();
    people.ask({ search: "zzzz" });
    expect(people.row(0), "nothing flickers at a keystroke").toBeDefined();
    answers.at(-1)?.go();
    await settled();
    expect(people.row(0)).toBeUndefined();
    expect(people.total).toBe(0);
  });

  it("forgets rows of an earlier generation", async () => {
    const host = new FakeHost({ people: 1000 });
    const people = new People(host, "o0");
    people.stale();
    await settled();
    people.show(500, 520);
    await settled();
    expect(people.row(0)).toBeDefined();
    host.stale("users");
    people.show(700, 720);
    await settled();
    expect(people.row(0), "rows of different generations don't belong together").toBeUndefined();
    expect(people.row(710)).toBeDefined();
  });

  it("keeps few pages of a long list", async () => {
    const host = new FakeHost({ people: 20_000 });
    const people = new People(host, "o0");
    people.stale();
    await settled();
    for (let at = 0; at < 20_000; at += 200) {
      people.show(at, at + 20);
      await settled();
    }
    const kept = Array.from({ length: 20_000 }, (_, at) => people.row(at)).filter(Boolean).length;
    expect(kept).toBeLessThanOrEqual(48 * PAGE);
  });

  it("says why when there is no answer, and recovers", async () => {
    const host = new FakeHost({ people: 10, role: "member" });
    const people = new People(host, "o0");
    const heard = vi.fn();
    people.subscribe(heard);
    people.stale();
    await settled();
    expect(people.failure?.code).toBe("denied");
    host.scenario.role = "admin";
    people.stale();
    await settled();
    expect(people.failure).toBeNull();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("everyone selected", () => {
  it("is read to the end, whatever was fetched before", async () => {
    const people = new People(new FakeHost({ people: 2345 }), "o0");
    const selection = new Selection();
    selection.everyone(ALL_USERS);
    selection.toggle("u17");
    const rows = await people.chosen(selection);
    expect(new Set(rows.map((row) => row.id)).size, "each of them, and each once").toBe(2344);
  });

  it("by id is found whatever the list is narrowed to", async () => {
    const people = new People(new FakeHost({ people: 2345 }), "o0");
    people.ask({ search: "nobody at all" });
    const selection = new Selection();
    selection.only(["u2300", "u5"]);
    expect((await people.chosen(selection)).map((row) => row.id).sort()).toEqual(["u2300", "u5"]);
  });

  it("is read again when the list changes meanwhile, and missing nobody", async () => {
    const host = new FakeHost({ people: 2345 });
    const people = new People(host, "o0");
    const selection = new Selection();
    selection.everyone(ALL_USERS);
    const reading = people.chosen(selection);
    host.stale("users");
    expect(await reading).toHaveLength(2345);
    expect(host.calls.map((call) => call.args[1]), "from the beginning").toEqual([0, 1000, 0, 1000, 2000]);
  });
});
