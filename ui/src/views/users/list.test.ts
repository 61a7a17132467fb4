/** The list of users as a person meets it, on the fake host: gone through, chosen from, arranged and taken along. */
import { describe, expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { button, opened, page, press } from "../../host/fake/page";

const open = (scenario: Partial<Scenario> = {}): Promise<FakeHost> =>
  opened(new FakeHost({ people: 200, ...scenario }), () => page.querySelector(".status-bar, .first-run, .empty") !== null);

describe("the list", () => {
  it("tells the total, not the rows that are drawn", async () => {
    await open({ people: 5000 });
    await until(() => page.querySelectorAll("[role=row][aria-rowindex]").length > 5);
    const grid = page.querySelector("[role=grid]");
    expect(grid?.getAttribute("aria-rowcount")).toBe("5000");
    expect(page.querySelectorAll(".grid-row").length, "rows are recycled").toBeLessThan(60);
    expect(text(".status-place")).toBe(`row 1 of ${(5000).toLocaleString()}`);
  });

  it("sorts by a header and says so", async () => {
    await open();
    await until(() => button("Role") !== undefined);
    const header = page.querySelector(".grid-head .cell-role");
    header?.querySelector("button")?.click();
    await until(() => header?.getAttribute("aria-sort") === "ascending");
    header?.querySelector("button")?.click();
    await until(() => header?.getAttribute("aria-sort") === "descending");
  });

  it("moves by keys, and names the active row", async () => {
    await open();
    const grid = page.querySelector<HTMLElement>("[role=grid]");
    await until(() => grid?.getAttribute("aria-activedescendant") === "grid-row-0");
    grid?.focus();
    press("ArrowDown");
    press("ArrowDown");
    await until(() => grid?.getAttribute("aria-activedescendant") === "grid-row-2");
    await until(() => text(".status-place") === "row 3 of 200");
    press("Enter");
    await until(() => page.querySelector(".details h2") !== null);
    expect(text(".details h2")).not.toBe("");
  });

  it("has the keyboard from the start", async () => {
    await open();
    await until(() => document.activeElement?.getAttribute("role") === "grid");
  });

  it("quotes back of a long search only the beginning", async () => {
    await open();
    page.profile.current?.people.ask({ search: "q".repeat(100_000) });
    await until(() => text(".grid-empty").includes("Nobody matches"));
    expect(text(".grid-empty").length, "the way out stays in sight").toBeLessThan(200);
  });

  it("says that nobody matches, and clears the search", async () => {
    await open();
    page.profile.current?.people.ask({ search: "qqqq" });
    await until(() => text(".grid-empty").includes("Nobody matches"));
    button("Clear search")?.click();
    await until(() => page.profile.current?.people.total === 200);
  });
});

describe("the selection", () => {
  const rowAt = (index: number): HTMLElement => page.querySelector<HTMLElement>(`[aria-rowindex="${index + 1}"]`)!;
  const chosen = (): string => text(".selection strong");
  const click = (element: Element, held: MouseEventInit = {}): boolean => element.dispatchEvent(new MouseEvent("click", { bubbles: true, ...held }));

  async function list(people = 200): Promise<FakeHost> {
    const host = await open({ people });
    await until(() => document.activeElement?.getAttribute("role") === "grid" && page.querySelector(".grid-row .who-name") !== null);
    return host;
  }

  it("is made by Space and extended by Shift, from where the keyboard was without it", async () => {
    await list();
    expect(page.querySelector("[role=grid]")?.getAttribute("aria-multiselectable")).toBe("true");
    press(" ");
    await until(() => chosen() === "1 selected");
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) press(key, { shiftKey: true });
    await until(() => chosen() === "4 selected");
    press("ArrowUp", { shiftKey: true });
    await until(() => chosen() === "3 selected");
    expect([0, 1, 2, 3].map((index) => rowAt(index).getAttribute("aria-selected"))).toEqual(["true", "true", "true", "false"]);
    expect(text(".list-pane [role=status]"), "it is announced").toBe("3 selected");
    press("ArrowDown");
    await until(() => text(".status-place") === "row 4 of 200");
    expect(chosen(), "moving leaves it as it is").toBe("3 selected");
  });

  it("reaches rows that were never fetched", async () => {
    await list(5000);
    press("ArrowDown");
    await until(() => text(".status-place").startsWith("row 2 "));
    press("End", { shiftKey: true });
    await until(() => chosen() === `${(4999).toLocaleString()} selected`);
    expect(page.profile.current?.selection.selected.kind).toBe("ids");
    expect(page.profile.current?.selection.has("u4321")).toBe(true);
  });

  it("of all that match is one question, and one can be left out of it", async () => {
    await list();
    press("a", { ctrlKey: true });
    await until(() => chosen() === "All 200 users selected");
    expect(page.querySelector("[role=columnheader] [role=checkbox]")?.getAttribute("aria-checked")).toBe("true");
    press(" ");
    await until(() => chosen() === "199 selected");
    expect(page.querySelector("[role=columnheader] [role=checkbox]")?.getAttribute("aria-checked")).toBe("mixed");
    page.profile.current?.people.ask({ sort: "role" });
    await until(() => page.profile.current?.people.query.sort === "role");
    expect(page.profile.current?.selection.selected).toMatchObject({ kind: "all", except: [expect.any(String)] });
    page.profile.current?.people.ask({ search: "an" });
    await until(() => page.querySelector(".selection") === null);
  });

  it("takes boxes, Ctrl and Shift with the pointer, and opens nothing by it", async () => {
    await list();
    click(rowAt(1).querySelector(".grid-box")!);
    click(rowAt(3), { ctrlKey: true });
    await until(() => chosen() === "2 selected");
    click(rowAt(6), { shiftKey: true });
    await until(() => chosen() === "4 selected");
    expect(rowAt(1).getAttribute("aria-selected"), "a range begins anew where Ctrl was last").toBe("false");
    expect(page.profile.current?.details.id).toBeNull();
  });

  it("stays with the people when the list moves under it", async () => {
    const host = await list();
    press(" ");
    await until(() => chosen() === "1 selected");
    const name = rowAt(0).querySelector(".who-name")?.textContent;
    page.profile.current?.people.ask({ descending: true });
    await until(() => rowAt(0).querySelector(".who-name")?.textContent !== name);
    expect(rowAt(0).getAttribute("aria-selected"), "by id, not by place").toBe("false");
    host.stale("users");
    await until(() => chosen() === "1 selected");
  });

  it("is cleared by Esc after the details and before the search", async () => {
    await list();
    page.profile.current?.people.ask({ search: "an" });
    await until(() => page.profile.current?.people.total !== 200);
    press(" ");
    press("Enter");
    await until(() => page.querySelector(".details h2") !== null && chosen() !== "");
    press("Escape");
    await until(() => page.querySelector(".details") === null);
    expect(chosen()).toBe("1 selected");
    press("Escape");
    await until(() => page.querySelector(".selection") === null);
    expect(page.profile.current?.people.query.search).toBe("an");
    press("Escape");
    await until(() => page.profile.current?.people.query.search === "");
  });
});

describe("saved views", () => {
  const choose = async (item: string): Promise<void> => {
    page.querySelector<HTMLElement>(".chips")?.previousElementSibling?.querySelector("button")?.click();
    await until(() => page.querySelector("[role=menu][aria-label=Views]") !== null);
    [...page.querySelectorAll<HTMLElement>("[role^=menuitem]")].find((each) => each.textContent?.trim() === item)?.click();
  };
  const save = async (name: string): Promise<void> => {
    await choose("Save view…");
    await until(() => page.querySelector("#view-name") !== null);
    const input = page.querySelector<HTMLInputElement>("#view-name")!;
    input.value = name;
    input.dispatchEvent(new Event("input"));
    input.closest("form")?.requestSubmit();
  };

  it("are opened, told as changed, saved again and deleted", async () => {
    const host = await open();
    const views = page.profile.current!.views;
    page.profile.current!.people.ask({ roles: ["admin"] });
    await save("Admins");
    await until(() => views.opened?.name === "Admins" && page.querySelector("dialog") === null);
    expect(text(".chip-on")).toBe("Admins");

    page.profile.current!.people.ask({ sort: "added" });
    await until(() => text(".chip-on") === "Admins changed");
    await choose("All users");
    await until(() => page.profile.current!.people.total === 200);
    await choose("Admins");
    await until(() => text(".chip-on") === "Admins");
    expect(page.profile.current!.people.query.roles).toEqual(["admin"]);

    views.show(views.columns.slice(0, 2));
    await choose("Save changes to Admins");
    await until(() => host.calls.filter((call) => call.command === "save_view").length === 2 && !views.differs);
    expect(page.querySelectorAll("[role=columnheader]:not(.grid-box)")).toHaveLength(2);
    await choose("Delete Admins…");
    await until(() => text("dialog h2") === "Delete the view Admins?");
    page.querySelector<HTMLFormElement>("dialog form")?.requestSubmit();
    await until(() => views.view?.length === 0 && views.opened === null);
  });

  it("name the workspaces that they filter by", async () => {
    const host = await open();
    const shows = { ...page.profile.current!.views.shows, query: { ...page.profile.current!.people.query, workspaces: ["w9"] } };
    await host.saveView("", { id: "v", name: "Sales", shows });
    await until(() => page.profile.current!.views.view?.length === 1);
    await choose("Sales");
    await until(() => text(".chips .chip-on") === "Workspace: Sales EMEA");
  });

  it("that can't be saved say why beside the name", async () => {
    await open();
    await save(" ");
    await until(() => text("#view-name-error") === "Give the view a name.");
    expect(page.querySelector("#view-name")?.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("an export", () => {
  it("is of what the list shows, in its columns, and says what the file is worth", async () => {
    const host = await open({ age: 6 * 24 * 60 });
    const { people, views } = page.profile.current!;
    people.ask({ roles: ["admin"], sort: "added" });
    views.show(views.columns.slice(0, 2));
    await until(() => people.total === 4);
    page.show({ kind: "export", selected: false });
    await until(() => text("dialog h2") === "Export 4 users");
    expect(text(".dialog-content")).toContain("This list is 6 days old.");
    expect(text(".dialog-content")).toContain("only your account on this computer may read it");
    [...page.querySelectorAll<HTMLInputElement>("input[type=radio]")].find((each) => each.labels?.[0]?.textContent?.includes("Semicolon"))?.click();
    page.querySelector("dialog form")?.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
    await until(() => text(".toast").includes("4 users written to users.csv."));
    const [call] = host.calls.filter((each) => each.command === "export_users");
    expect(call?.args).toEqual([{ shows: views.shows, format: { kind: "csv", delimiter: "semicolon", byteOrderMark: false } }]);
  });

  it("is of those selected alone, where that is asked for", async () => {
    const host = await open();
    page.profile.current!.selection.only(["u3", "u5"]);
    await until(() => button("Export…") !== undefined);
    button("Export…")?.click();
    await until(() => text("dialog h2") === "Export 2 selected users");
    page.querySelector("dialog form")?.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
    await until(() => page.querySelector("dialog") === null);
    const [call] = host.calls.filter((each) => each.command === "export_users");
    expect(call?.args).toMatchObject([{ only: { kind: "ids", ids: ["u3", "u5"] } }]);
  });
});

describe("columns", () => {
  const heads = (): string[] => [...page.querySelectorAll("[role=columnheader]:not(.grid-box)")].map((each) => each.textContent!.replace(/\s+/g, " ").trim());

  it("are chosen, ordered and sized by the keyboard alone, and remembered", async () => {
    await open();
    page.show({ kind: "columns" });
    await until(() => document.activeElement?.getAttribute("role") === "option");
    for (const key of ["ArrowDown", " ", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", " "]) press(key);
    for (let places = 0; places < 2; places++) press("ArrowUp", { altKey: true });
    press("Enter", { ctrlKey: true });
    await until(() => page.querySelector("dialog") === null && heads().length === 4);
    expect(heads(), "role hidden, state shown before last active").toEqual(["Name E-mail", "Workspaces", "State", "Last active"]);
    expect(page.profile.current!.views.columns[1]).toEqual({ column: "workspaces", width: 120 });
    page.remove();
    await open();
    await until(() => heads().length === 4);
  });

  it("give the address a place of its own", async () => {
    await open();
    page.profile.current!.views.show([{ column: "name", width: null }, { column: "email", width: null }]);
    await until(() => heads().join() === "Name,E-mail" && page.querySelector(".grid-row .cell-email") !== null);
    expect(page.querySelector(".who-mail"), "and not under the name too").toBeNull();
  });
});
