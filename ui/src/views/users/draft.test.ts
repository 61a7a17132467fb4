/** What the edit dialog asks for must be what it shows. */
import { describe, expect, it } from "vitest";
import { people, rowOf } from "../../host/fake/people";
import { editView } from "../../host/fake/rights";
import { changes, UNCHANGED } from "./draft";

const [person] = people(1, 1, 0);
const row = { ...rowOf(person!), id: "u9", role: "member", roleTitle: "Member" };
const view = editView("admin", "u0", row, ["w1"]);

describe("a draft", () => {
  it("of nothing changes nothing", () => {
    expect(changes(view, UNCHANGED).count).toBe(0);
    expect(changes(view, { ...UNCHANGED, role: "member", workspaces: new Map([["w1", true]]), displayName: ` ${view.displayName}`, picture: "" }).count, "as it already is").toBe(0);
  });
  it("names the role before and after", () => {
    expect(changes(view, { ...UNCHANGED, role: "user_admin" })).toMatchObject({
      role: "user_admin", lines: [{ what: "Role", before: "Member", after: "User Admin" }],
    });
  });
  it("grants and revokes by id, and says it by name", () => {
    const found = changes(view, { ...UNCHANGED, workspaces: new Map([["w1", false], ["w2", true]]) });
    expect(found).toMatchObject({ role: null, grant: ["w2"], revoke: ["w1"], count: 2 });
    expect(found.lines.map((line) => line.after)).toEqual(["no access", "access"]);
  });
  it("tells a name taken away from one left alone", () => {
    const found = changes(view, { ...UNCHANGED, displayName: " ", picture: "https://example.com/a.png" });
    expect(found).toMatchObject({ displayName: "", picture: "https://example.com/a.png", count: 2 });
    expect(found.lines[0]).toMatchObject({ what: "Display name", after: "No name" });
  });
});
