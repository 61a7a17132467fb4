/** A selection is of people, not of places in a list. */
import { describe, expect, it } from "vitest";
import { ALL_USERS } from "./people";
import { Selection } from "./selection";

const chosen = (...users: string[]): Selection => {
  const selection = new Selection();
  selection.only(users);
  return selection;
};

describe("a selection", () => {
  it("of some is their ids", () => {
    const selection = chosen("u1");
    selection.toggle("u2");
    selection.toggle("u1");
    selection.add(["u3", "u2"]);
    expect(selection.selected).toEqual({ kind: "ids", ids: ["u2", "u3"] });
    expect(selection.count(500)).toBe(2);
    expect([selection.has("u1"), selection.has("u2")]).toEqual([false, true]);
  });

  it("of all names the question, not 12,000 ids", () => {
    const selection = chosen("u1");
    const query = { ...ALL_USERS, search: "ana" };
    selection.everyone(query);
    expect(selection.selected).toEqual({ kind: "all", query, except: [] });
    expect(selection.count(1377)).toBe(1377);
    expect(selection.has("never fetched")).toBe(true);
  });

  it("of all minus some names those, and takes them in again", () => {
    const selection = new Selection();
    selection.everyone(ALL_USERS);
    selection.toggle("u1");
    selection.toggle("u2");
    expect([selection.has("u1"), selection.has("u3"), selection.count(200)]).toEqual([false, true, 198]);
    selection.add(["u1"]);
    expect(selection.selected).toEqual({ kind: "all", query: ALL_USERS, except: ["u2"] });
  });

  it("survives another order, and another question only where it is of ids", () => {
    const some = chosen("u1");
    some.asked({ ...ALL_USERS, search: "x" });
    expect(some.count(0), "people stay selected while one looks for more of them").toBe(1);
    const all = new Selection();
    all.everyone(ALL_USERS);
    all.asked({ ...ALL_USERS, sort: "role", descending: true });
    expect(all.all).toBe(true);
    all.asked({ ...ALL_USERS, roles: ["admin"] });
    expect(all.count(9), "all that match would now mean others than were chosen").toBe(0);
  });

  it("tells its followers only of what changed", () => {
    const selection = new Selection();
    let told = 0;
    selection.subscribe(() => told++);
    selection.clear();
    expect(told).toBe(0);
    selection.toggle("u1");
    selection.clear();
    expect(told).toBe(2);
  });
});
