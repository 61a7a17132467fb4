/** The window as a person meets it, on the fake host: dialogs say why, the outbox asks, the keyboard reaches all. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { text, until } from "./host/fake/drawn";
import { FakeHost, type Scenario } from "./host/fake/fake";
import { RollcallWindow } from "./window";

let page: RollcallWindow;

async function open(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = new FakeHost({ people: 200, ...scenario });
  page = new RollcallWindow();
  document.body.append(page);
  await page.start(host);
  await until(() => page.querySelector(".status-bar, .first-run, .empty") !== null);
  return host;
}

/** Waits for the page to get there; the last try says what was missing. */

const button = (name: string): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>("button")].find((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").replace(/\s+/g, " ").trim().startsWith(name));
const press = (key: string, held: KeyboardEventInit = {}): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));

/** What a screen reader says after the name: the texts that describe it. */
function description(element: Element | null | undefined): string {
  const ids = element?.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ").replace(/\s+/g, " ").trim();
}

async function openUser(user: string): Promise<void> {
  await page.profile.current?.details.open(user);
  await until(() => page.querySelector("#edit-user") !== null);
}

async function edit(user: string): Promise<void> {
  await openUser(user);
  page.querySelector<HTMLElement>("#edit-user")?.click();
  await until(() => page.querySelector("[role=radio]") !== null);
}

beforeEach(() => localStorage.clear());
afterEach(() => page.remove());

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

describe("the access of a user", () => {
  it("is explained by area and permission, each refusal with its sentence", async () => {
    await open();
    await openUser("u10");
    page.querySelector<HTMLElement>("#tab-access")?.click();
    await until(() => page.querySelectorAll(".access-area").length === 4);
    expect(text(".access-area")).toMatch(/^General Closed/);
    const roles = [...page.querySelectorAll(".permissions li")].map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());
    expect(roles).toContain("Change roles: not allowed Members can't change roles.");
  });

  it("is explained anew when another user is chosen", async () => {
    await open();
    await openUser("u10");
    page.querySelector<HTMLElement>("#tab-access")?.click();
    await until(() => text("access-of-user").startsWith("Member."));
    await page.profile.current?.details.open("u0");
    await until(() => text("access-of-user").startsWith("Admin."));
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

describe("the edit dialog", () => {
  it("shows what will change, and its button says so", async () => {
    const host = await open();
    await edit("u10");
    const name = text("dialog h2").replace("Edit ", "");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user") === `Save 1 change to ${name}`);
    expect(text(".summary")).toMatch(/Role ?.+ → Admin/);
    page.querySelector<HTMLElement>("#save-user")?.closest("form")?.requestSubmit();
    await until(() => text(".toast").includes("Waiting in Outbox"));
    expect(host.calls.filter((call) => call.command === "save_user")).toHaveLength(1);
    expect(text(".note")).toContain("Nothing has changed on the server.");
    expect(text(".rail-badge")).toContain("1");
  });

  it("says before a role is changed what the user gains and loses by it", async () => {
    await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-user_admin")?.click();
    await until(() => text(".difference").includes("Gains"));
    expect(text(".difference-plus")).toContain("Add users");
    expect(page.querySelector(".difference-minus"), "nothing is lost, so nothing is listed").toBeNull();
  });

  it("compares the four roles when asked to", async () => {
    await open();
    await edit("u10");
    expect(page.querySelector(".compare-table"), "a table of that size waits until it is wanted").toBeNull();
    const compare = page.querySelector<HTMLDetailsElement>("dialog .compare");
    if (compare) compare.open = true;
    compare?.dispatchEvent(new Event("toggle"));
    await until(() => page.querySelector(".compare-table") !== null);
    expect([...page.querySelectorAll(".compare-table thead th")].map((each) => each.textContent)).toEqual(["Admin", "Billing Admin", "User Admin", "Member"]);
    const row = [...page.querySelectorAll(".compare-table tr")].find((each) => each.querySelector("th")?.textContent?.startsWith("Add users"));
    expect([...(row?.querySelectorAll("td") ?? [])].map((each) => each.textContent?.trim()), "a word for each, not an icon alone").toEqual([
      "allowed", "not allowed", "in part", "not allowed",
    ]);
  });

  it("can be taken back from the message", async () => {
    const host = await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user").startsWith("Save 1"));
    page.querySelector("form")?.requestSubmit();
    await until(() => button("Take back") !== undefined && page.querySelector(".toast") !== null);
    [...page.querySelectorAll<HTMLElement>(".toast button")].find((each) => each.textContent?.includes("Take back"))?.click();
    await until(() => text(".toasts").includes("Taken back"));
    expect(host.calls.some((call) => call.command === "outbox_take_back")).toBe(true);
    expect((await host.outbox()).groups).toEqual([]);
  });

  it("says that nothing has changed only while that is so", async () => {
    const host = await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user").startsWith("Save 1"));
    page.querySelector("form")?.requestSubmit();
    await until(() => text(".toasts").includes("Waiting in Outbox"));
    const [sent] = (await host.outbox()).groups.flatMap((group) => group.entries);
    host.settle(sent?.id ?? "", "done");
    await until(() => text(".toasts").includes("Done: "));
    expect(text(".toasts"), "a change that was sent waits no more").not.toContain("Nothing has changed on the server");
  });

  it("keeps what the policy denies visible, focusable and explained", async () => {
    const host = await open({ role: "user_admin" });
    await edit("u10");
    const admin = page.querySelector<HTMLElement>("#role-admin");
    expect(admin?.getAttribute("aria-disabled")).toBe("true");
    expect(description(admin), "a keyboard user hears the reason").toContain("User Admins can't change roles. Ask an Admin");
    admin?.click();
    expect(text("#save-user")).toMatch(/^Save changes/);
    const box = page.querySelector<HTMLInputElement>(".checks input");
    expect(box?.getAttribute("aria-disabled")).toBe("false");
    page.querySelector("form")?.requestSubmit();
    expect(host.calls.some((call) => call.command === "save_user"), "nothing to save is not sent").toBe(false);
  });

  it("lets a Billing Admin read everything and change nothing", async () => {
    const host = await open({ role: "billing_admin" });
    await openUser("u10");
    expect(text(".details-actions")).toContain("View only.");
    expect(description(page.querySelector("#edit-user"))).toContain("Billing Admins can't change");
    page.querySelector<HTMLElement>("#edit-user")?.click();
    await until(() => page.querySelector("[role=radio]") !== null);
    const boxes = [...page.querySelectorAll<HTMLInputElement>(".checks input")];
    const before = boxes.map((box) => box.checked);
    boxes[0]?.click();
    expect(boxes.map((box) => box.checked), "a refused box does not move").toEqual(before);
    for (const control of [...page.querySelectorAll("[role=radio]"), ...boxes]) {
      expect(control.getAttribute("aria-disabled")).toBe("true");
      expect(description(control), "no refusal without its reason").toMatch(/Billing Admins can't change (roles|workspaces)\. Ask an Admin/);
    }
    expect(page.querySelector("#save-user")).toBeNull();
    expect(host.calls.some((call) => call.command === "save_user")).toBe(false);
  });

  it("answers one press twice with one operation", async () => {
    const host = await open();
    await edit("u10");
    page.querySelector<HTMLElement>("#role-admin")?.click();
    await until(() => text("#save-user").startsWith("Save 1"));
    page.querySelector("form")?.requestSubmit();
    page.querySelector("form")?.requestSubmit();
    await until(() => page.querySelector(".toast") !== null);
    expect(host.calls.filter((call) => call.command === "save_user"), "a double click is one mutation").toHaveLength(1);
  });
});

describe("the Outbox", () => {
  async function withConflict(): Promise<FakeHost> {
    const host = await open();
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: [], revoke: [] });
    host.settle("m1", "conflict", { theirs: "Billing Admin" });
    page.go("outbox");
    await until(() => page.querySelector(".conflict") !== null);
    return host;
  }

  it("shows a conflict as was, now on the server, yours", async () => {
    await withConflict();
    expect([...page.querySelectorAll(".three thead th")].map((cell) => cell.textContent)).toEqual(["Was", "Now on the server", "Yours"]);
    expect(text(".three tbody")).toMatch(/^Role .+ Billing Admin User Admin$/);
    expect(text(".status-bar")).toContain("1 needs you");
  });

  it("keeps theirs when told to", async () => {
    const host = await withConflict();
    button("Keep Billing Admin")?.click();
    await until(() => host.calls.some((call) => call.command === "outbox_take_back"));
    await until(() => text(".empty h2") === "Nothing waits");
  });

  it("asks again when told to", async () => {
    const host = await withConflict();
    button("Ask for User Admin again")?.click();
    await until(() => host.calls.some((call) => call.command === "outbox_ask_again"));
    await until(() => text(".entry .badge") === "Waiting");
  });

  it("offers both edits where they don't overlap, and asks for them only when told to", async () => {
    const host = await open();
    await host.saveUser("o0", { operation: "a", user: "u10", displayName: "Dr. Ana Ruiz", grant: [], revoke: [] });
    host.settle("m1", "conflict", { theirs: "Ana Lopez", combined: "Dr. Ana Lopez" });
    page.go("outbox");
    await until(() => button("Combine both edits") !== undefined);
    expect(description(button("Combine both edits")!), "what they come to is read with the button").toContain("Dr. Ana Lopez");
    expect(host.calls.some((call) => call.command === "outbox_combine")).toBe(false);
    button("Combine both edits")?.click();
    await until(() => host.calls.some((call) => call.command === "outbox_combine"));
    await until(() => text(".entry ins") === "Dr. Ana Lopez" && text(".entry .badge") === "Waiting");
  });

  it("offers nothing together where both edited the same", async () => {
    await withConflict();
    expect(button("Combine both edits")).toBeUndefined();
  });

  it("edits what waits in a dialog with its values, and puts the answer in its place", async () => {
    const host = await open({ hold: true });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", displayName: "Ana", grant: [], revoke: [] });
    page.go("outbox");
    await until(() => page.querySelectorAll(".entry").length === 2);
    const edit = [...page.querySelectorAll<HTMLElement>("button")].find((each) => each.getAttribute("aria-label")?.startsWith("Edit: Change display name"));
    edit?.click();
    await until(() => page.querySelector<HTMLInputElement>("#change-name")?.value === "Ana");
    expect(page.querySelector("#save-change")?.getAttribute("aria-disabled"), "nothing is edited yet").toBe("true");
    const type = (name: string): void => {
      const input = page.querySelector<HTMLInputElement>("#change-name");
      if (input) input.value = name;
      input?.dispatchEvent(new Event("input"));
    };
    type("  ");
    await until(() => page.querySelector("#save-change")?.getAttribute("aria-disabled") === "false");
    page.querySelector("form")?.requestSubmit();
    await until(() => text("#change-name-error") === "Type a name.");
    type("Ana Ruiz");
    page.querySelector("form")?.requestSubmit();
    await until(() => page.querySelector("ui-dialog") === null);
    await until(() => text(".entries").includes("Ana Ruiz"));
    expect(host.calls.filter((call) => call.command === "outbox_edit").at(-1)?.args).toEqual(["m2", "Ana Ruiz"]);
  });

  it("moves what waits by buttons and by Alt with an arrow, and the focus goes along", async () => {
    const host = await open({ hold: true });
    for (const user of ["u10", "u11"]) await host.saveUser("o0", { operation: user, user, role: "user_admin", grant: [], revoke: [] });
    page.go("outbox");
    await until(() => page.querySelectorAll("article.card").length === 2);
    const first = (): string | undefined => page.querySelector("article.card h2")?.id;
    const was = first();
    const later = page.querySelectorAll<HTMLElement>("article.card")[1]?.querySelector<HTMLElement>("[id^=later-]") ?? null;
    expect(later?.getAttribute("aria-disabled")).toBe("true");
    expect(description(later)).toBe("It goes last already.");
    const earlier = page.querySelectorAll<HTMLElement>("article.card")[1]?.querySelector<HTMLElement>("[id^=earlier-]");
    earlier?.focus();
    earlier?.click();
    await until(() => first() !== was);
    await until(() => document.activeElement?.id === `earlier-${first()}`);
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));
    await until(() => first() === was);
    expect(host.calls.filter((call) => call.command === "outbox_move").map((call) => call.args)).toEqual([[["m2"], "m1"], [["m1"], "m2"]]);
  });

  it("keeps the focus when the answered conflict goes", async () => {
    await withConflict();
    const keep = button("Keep Billing Admin");
    keep?.focus();
    keep?.click();
    await until(() => text(".empty h2") === "Nothing waits");
    await until(() => document.activeElement?.classList.contains("page") === true);
  });

  it("offline says why nothing can be sent", async () => {
    const host = await open({ link: { kind: "offline", code: "offline_timeout", reason: "No answer.", help: null, retryAt: null } });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: [], revoke: [] });
    page.go("outbox");
    await until(() => page.querySelector("#send-all") !== null);
    const send = page.querySelector<HTMLElement>("#send-all");
    expect(send?.getAttribute("aria-disabled")).toBe("true");
    expect(description(send)).toContain("Offline");
    send?.click();
    expect(host.calls.some((call) => call.command === "outbox_send")).toBe(false);
  });

  it("takes the last waiting change back by Ctrl+Z", async () => {
    const host = await open({ link: { kind: "offline", code: "offline_timeout", reason: "No answer.", help: null, retryAt: null } });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: ["w1"], revoke: [] });
    await until(() => text(".rail-badge") !== "");
    press("z", { ctrlKey: true });
    await until(() => text(".toasts").includes("Taken back"));
    expect((await host.outbox()).groups, "one press of Save is one step back").toEqual([]);
  });
});

describe("the demo's mailbox", () => {
  const message = {
    to: "ana@northwind.example", subject: "Ada invites you to <b>Northwind</b>", text: "Open this link:\n\nhttp://127.0.0.1/x\n",
    link: "http://127.0.0.1/x", sentAt: "2026-11-25T12:00:00Z",
  };

  it("is there in the demo alone", async () => {
    await open();
    expect(page.querySelector("#rail-demo_mailbox")).toBeNull();
    page.profile.enter(await page.profile.startDemo("admin"));
    await until(() => page.querySelector("#rail-demo_mailbox") !== null);
    page.querySelector<HTMLElement>("#rail-demo_mailbox")?.click();
    await until(() => text("demo-mailbox h2") === "No message yet");
    page.profile.open(page.profile.cards![0]!.id);
    await until(() => page.screen === "users");
  });

  it("shows each message as text, and opens its link outside", async () => {
    const host = await open({ organizations: 0, messages: [message] });
    page.profile.enter(await page.profile.startDemo("admin"));
    page.go("demo_mailbox");
    await until(() => text("demo-mailbox h2") === message.subject);
    page.querySelector<HTMLElement>(".message button")?.click();
    await until(() => host.calls.some((call) => call.command === "open_invitation"));
    expect(host.calls.at(-1)?.args[1]).toBe(message.link);
  });
});

describe("first run and roles", () => {
  it("offers the form and the demo as any of four roles", async () => {
    await open({ organizations: 0 });
    expect(page.querySelectorAll("[id^=demo-]:is(button)")).toHaveLength(4);
    page.querySelector<HTMLElement>("#demo-user_admin")?.click();
    await until(() => text(".switcher").includes("You are User Admin"));
  });

  it("says over a list that it is only to be looked at, and why", async () => {
    await open({ role: "billing_admin" });
    await until(() => text(".list-pane > .why") === "View only. Billing Admins can look at this, and change nothing here.");
  });

  it("says at the field what is wrong", async () => {
    await open({ organizations: 0 });
    page.querySelector<HTMLFormElement>(".connect-form")?.requestSubmit();
    await until(() => page.querySelector("#connect-url-error") !== null);
    expect(page.querySelector("#connect-url")?.getAttribute("aria-invalid")).toBe("true");
    expect(description(page.querySelector("#connect-url"))).toContain("https");
  });

  it("shows a Member a plain page with the sentence, and no closed door", async () => {
    await open({ role: "member" });
    await until(() => text(".empty").includes("Members have no access to organization settings."));
    expect([...page.querySelectorAll(".rail-label")].map((each) => each.textContent)).toEqual(["Journal", "Settings"]);
    expect(text(".status-bar"), "nothing is claimed of a list that may not be seen").not.toContain("users");
    await until(() => page.querySelector(".own-workspaces li") !== null);
    expect(text(".empty"), "whoever may see nothing else sees what they were granted").toContain("Your workspaces");
  });

  it("closes the list when the role is lost", async () => {
    const host = await open();
    await until(() => page.querySelector("[role=grid]") !== null);
    host.set({ role: "member" }, "session");
    await until(() => text(".empty").includes("Members have no access"));
    expect(page.querySelector("[role=grid]"), "what was read before is not shown any more").toBeNull();
  });

  it("remembers how dense the list is", async () => {
    await open();
    page.go("settings");
    await until(() => page.querySelector("input[value=compact]") !== null);
    page.querySelector<HTMLElement>("input[value=compact]")?.click();
    expect(document.documentElement.classList.contains("compact")).toBe(true);
    page.remove();
    document.documentElement.classList.remove("compact");
    await open();
    expect(document.documentElement.classList.contains("compact")).toBe(true);
  });

  it("opens the list of shortcuts by F1, and closes it by Esc", async () => {
    await open();
    press("F1");
    await until(() => text("dialog h2") === "Keyboard");
    for (const key of ["Ctrl+F", "Ctrl+E", "Ctrl+Shift+O", "Ctrl+K", "F6", "Ctrl+1", "Page Down", "Esc"]) {
      expect([...page.querySelectorAll("dialog kbd")].map((each) => each.textContent), "F1 lists every key").toContain(key);
    }
    press("Escape");
    await until(() => page.querySelector("dialog") === null);
  });
});

describe("the command palette", () => {
  async function palette(search: string): Promise<void> {
    press("k", { ctrlKey: true });
    await until(() => document.activeElement?.getAttribute("role") === "combobox");
    const input = document.activeElement as HTMLInputElement;
    input.value = search;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => text("dialog [role=status]") !== "");
  }
  const options = (): string[] => [...page.querySelectorAll("[role=option]")].map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());
  const enter = (): void => page.querySelector<HTMLFormElement>("dialog form")?.requestSubmit();

  it("finds a command by any words of its name, and runs it", async () => {
    await open();
    await until(() => page.profile.current?.people.known === true);
    await palette("outb go");
    await until(() => options().length === 1);
    expect(options()[0], "the key is beside the name").toBe("Go to Outbox Ctrl+Shift+O");
    enter();
    await until(() => text("h1") === "Outbox");
    expect(page.querySelector("dialog"), "it closes first").toBeNull();
  });

  it("moves by arrows, round and round, and tells the active one", async () => {
    await open();
    await palette("filter by role");
    await until(() => options().length === 5);
    press("ArrowUp");
    await until(() => document.activeElement?.getAttribute("aria-activedescendant") === "command-4");
    press("ArrowDown");
    press("ArrowDown");
    await until(() => text("[aria-selected=true][role=option]") === "Filter by role: Billing Admin");
    enter();
    await until(() => page.profile.current?.people.query.roles.join() === "billing_admin");
  });

  it("shows what can't be done with the reason, and does nothing then", async () => {
    const host = await open();
    await palette("send what");
    await until(() => options().length === 1);
    expect(options()[0]).toContain("Nothing waits to be sent.");
    expect(page.querySelector("[role=option]")?.getAttribute("aria-disabled")).toBe("true");
    enter();
    expect(page.querySelector("dialog"), "it stays, with the reason").not.toBeNull();
    expect(host.calls.some((call) => call.command === "outbox_send")).toBe(false);
  });

  it("opens another organization", async () => {
    await open({ organizations: 2 });
    await palette("open contoso");
    await until(() => options().length === 1);
    enter();
    await until(() => text(".switcher-name") === "Contoso Health");
  });

  it("says that no command has the name", async () => {
    await open();
    await palette("qqqq");
    await until(() => text("dialog [role=status]") === "No command has this name.");
    enter();
    expect(page.querySelector("dialog")).not.toBeNull();
  });
});
