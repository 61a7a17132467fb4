/** The window in German: whatever it draws, none of its own texts is left in English. */
import { parse, type Expression, type Pattern } from "@fluent/syntax";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Dialog, Screen, Whom } from "./desk";
import { text, until } from "./host/fake/drawn";
import type { FakeHost, Scenario } from "./host/fake/fake";
import type { UserAction } from "./host/types";
import { speak, type Language } from "./text/say";
import type { RollcallWindow } from "./window";

/** Attributes that are read to a person. */
const SPOKEN = ["aria-label", "title", "placeholder", "alt"];

/** What a sentence looks like, once for each of its variants: anything can stand where it is told something. */
const shapes = (pattern: Pattern): string[] => pattern.elements.reduce<string[]>((starts, element) => {
  const ends = element.type === "TextElement" ? [element.value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")] : placed(element.expression);
  return starts.flatMap((start) => ends.map((end) => start + end));
}, [""]);

const placed = (expression: Expression): string[] =>
  expression.type === "SelectExpression" ? expression.variants.flatMap((variant) => shapes(variant.value)) : [".+"];

function sentences(tag: Language): Set<string> {
  const folder = join(import.meta.dirname, "../../locales", tag);
  const files = readdirSync(folder).filter((file) => file.startsWith("window-"));
  return new Set(files.flatMap((file) => parse(readFileSync(join(folder, file), "utf8"), {}).body)
    .flatMap((entry) => (entry.type === "Message" && entry.value ? shapes(entry.value) : [])));
}

/** Whether a text of this look is a sentence and nothing else: it holds no value, or several words of its own. */
const telling = (shape: string): boolean => (shape.match(/\p{L}{2,}/gu)?.length ?? 0) >= (shape.includes(".+") ? 2 : 1);

const german = sentences("de");
const english = [...sentences("en")].filter((shape) => !german.has(shape) && telling(shape)).map((shape) => new RegExp(`^${shape}$`, "su"));

let page: RollcallWindow;
let Window: typeof RollcallWindow;
let Host: typeof FakeHost;
/** What the host said, which the window repeats: the fake one speaks English. */
const heard = new Set<string>();

beforeAll(async () => {
  // As the page does it: what a table of words says is said when its file is loaded.
  speak("de");
  ({ RollcallWindow: Window } = await import("./window"));
  ({ FakeHost: Host } = await import("./host/fake/fake"));
});
beforeEach(() => localStorage.clear());
afterEach(() => page.remove());

/** Nothing is still to come. */
const loaded = (): boolean => !(page.textContent ?? "").includes("Wird geladen");

function hear(answer: unknown): void {
  if (typeof answer === "string") heard.add(answer);
  else if (typeof answer === "object" && answer !== null) Object.values(answer).forEach(hear);
}

/** The host, with somebody who listens. */
const listening = (host: FakeHost): FakeHost => new Proxy(host, {
  get: (of, name) => {
    const member: unknown = Reflect.get(of, name);
    if (typeof member !== "function") return member;
    return (...told: unknown[]): unknown => {
      const answer: unknown = member.apply(of, told);
      if (answer instanceof Promise) answer.then(hear, hear);
      return answer;
    };
  },
});

async function begin(scenario: Partial<Scenario>): Promise<FakeHost> {
  const host = new Host({ people: 200, ...scenario });
  page = new Window();
  document.body.append(page);
  await page.start(listening(host));
  return host;
}

/** With the list on screen. */
async function open(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = await begin(scenario);
  await until(() => page.profile.current?.people.known === true && page.querySelector(".grid-row .who-name") !== null);
  return host;
}

function type(selector: string, value: string): void {
  const field = page.querySelector<HTMLInputElement>(selector);
  if (field) field.value = value;
  field?.dispatchEvent(new Event("input", { bubbles: true }));
}

const confirm = (): void => void page.querySelector("dialog form")?.dispatchEvent(new Event("submit", { cancelable: true }));

/** Every text that is drawn or spoken and that an English sentence would look like. */
function left(): string[] {
  const found = new Set<string>();
  const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walk.nextNode()) texts.push(walk.currentNode.textContent ?? "");
  for (const element of page.querySelectorAll("*")) texts.push(...SPOKEN.map((name) => element.getAttribute(name) ?? ""));
  for (const each of texts) {
    const said = each.replace(/\s+/g, " ").trim();
    if (said !== "" && !heard.has(said) && english.some((sentence) => sentence.test(said))) found.add(said);
  }
  return [...found];
}

describe("in German", () => {
  it.each<[Screen, string]>([
    ["users", "Benutzer"], ["workspaces", "Arbeitsbereiche"], ["general", "Allgemein"], ["billing", "Abrechnung"],
    ["outbox", "Postausgang"], ["journal", "Journal"], ["settings", "Einstellungen"],
  ])("the screen %s is called %s, and says nothing in English", async (screen, title) => {
    const host = await open({ hold: true });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: ["w1"], revoke: [] });
    page.go(screen);
    await until(() => text("h1") === title && loaded());
    expect(left()).toEqual([]);
  });

  it.each<[string, Partial<Scenario>, string]>([
    ["before anything is connected", { organizations: 0 }, "Ihre Organisation verbinden"],
    ["to a Member", { role: "member" }, "Ihre Arbeitsbereiche"],
    ["to a Billing Admin, who may not add anybody", { role: "billing_admin" }, "Sie sind Billing Admin"],
    ["while there is no list yet", { age: null, people: 0 }, "Noch keine Liste"],
    ["of a list that is incomplete", { complete: false }, "unvollständig"],
    ["of a list that is old", { age: 3_000 }, "vor 2 Tagen"],
    ["offline", { link: { kind: "offline", code: "offline_timeout", reason: "No answer.", help: null, retryAt: null } }, "Offline"],
    ["when the session has ended", { link: { kind: "session_ended" } }, "Ihre Sitzung ist beendet"],
  ])("the window says nothing in English %s", async (_, scenario, words) => {
    await begin(scenario);
    await until(() => (page.textContent ?? "").includes(words) && loaded());
    expect(left()).toEqual([]);
  });

  it("what becomes of a list of users to add", async () => {
    await open();
    page.show({ kind: "add_many" });
    await until(() => page.querySelector("#addresses") !== null && page.querySelector("#role-member") !== null);
    type("#addresses", `ana@new.example\nnobody\n${page.profile.current?.people.row(3)?.email}`);
    confirm();
    await until(() => text("#add-all") === "1 Benutzer hinzufügen");
    await until(() => text("dialog [role=row][aria-rowindex]").startsWith("ana@new.example"));
    expect(left()).toEqual([]);
    confirm();
    await until(() => page.querySelector("dialog .note") !== null);
    expect(left()).toEqual([]);
  });

  it("the workspaces of a user who was just added, and what is said then", async () => {
    await open();
    page.show({ kind: "add" });
    await until(() => page.querySelector("#address") !== null && page.querySelector("#role-member") !== null);
    type("#address", "zoe@new.example");
    confirm();
    await until(() => text("dialog h2") === "Arbeitsbereiche zuweisen" && page.querySelector(".checks input") !== null);
    expect(left()).toEqual([]);
    page.querySelector<HTMLElement>("#skip")?.click();
    await until(() => text(".toasts").includes("Zurücknehmen"));
    expect(left()).toEqual([]);
  });

  it("an empty list says why", async () => {
    await open();
    page.profile.current?.people.ask({ search: "qqqq" });
    await until(() => text(".grid-empty").includes("Keine Treffer"));
    expect(left()).toEqual([]);
  });

  it("a selection and what can be done with it", async () => {
    await open();
    page.profile.current?.selection.everyone(page.profile.current.people.query);
    await until(() => text(".selection strong") === "Alle 200 Benutzer ausgewählt");
    expect(left()).toEqual([]);
  });

  it("the details of a user, with what waits", async () => {
    const host = await open({ hold: true });
    await host.saveUser("o0", { operation: "a", user: "u10", role: "user_admin", grant: ["w1"], revoke: [] });
    await page.profile.current?.details.open("u10");
    await until(() => text("#edit-user") === "Bearbeiten");
    for (const [tab, drawn] of [["overview", ".facts"], ["workspaces", ".panel"], ["access", ".access-area"]] as const) {
      page.querySelector<HTMLElement>(`#tab-${tab}`)?.click();
      await until(() => page.querySelector(`#panel-${tab} ${drawn}, #panel-${tab}${drawn}`) !== null);
      expect(left(), tab).toEqual([]);
    }
  });

  const one: Whom = { selection: { kind: "ids", ids: ["u10"] }, name: "Ivana Șerban", many: 1, from: null };
  const many: Whom = { selection: { kind: "ids", ids: ["u10", "u11", "u12"] }, name: null, many: 3, from: null };
  const change = (action: UserAction["kind"], whom: Whom): Dialog => ({ kind: "change_users", whom, action });
  const view = { id: "v1", name: "Nord", shows: null, notice: null };
  const workspace = { id: "w1", name: "Support" };

  it.each<[string, Dialog]>([
    ["Benutzer hinzufügen", { kind: "add" }],
    ["Viele Benutzer hinzufügen", { kind: "add_many" }],
    ["Ivana Șerban bearbeiten", { kind: "edit", user: "u10" }],
    ["E-Mail-Adresse von Ivana Șerban ersetzen", { kind: "replace_email", user: "u10" }],
    ["Ivana Șerban sperren?", change("suspend", one)],
    ["3 Benutzer aus Northwind Trading löschen?", change("delete", many)],
    ["Die Rolle von 3 Benutzern ändern", change("set_role", many)],
    ["3 Benutzer zu Arbeitsbereichen hinzufügen", change("add_to_workspaces", many)],
    ["Spalten", { kind: "columns" }],
    ["200 Benutzer exportieren", { kind: "export", selected: false }],
    ["Ansicht speichern", { kind: "save_view" }],
    ["Nord umbenennen", { kind: "rename_view", view }],
    ["Ansicht Nord löschen?", { kind: "delete_view", view }],
    ["Neuer Arbeitsbereich", { kind: "name_workspace", workspace: null }],
    ["Personen zu Support hinzufügen", { kind: "pick_people", workspace, created: null }],
    ["Support löschen?", { kind: "delete_workspace", workspace }],
    ["Vor dem Senden prüfen", { kind: "send", changes: { kind: "all" } }],
    ["Einen Plan importieren", { kind: "import_plan" }],
    ["Angaben bearbeiten", { kind: "edit_settings", group: "general" }],
    ["Tarif oder Plätze ändern", { kind: "change_subscription" }],
    ["Northwind Trading löschen?", { kind: "end", what: "organization" }],
    ["Die Zeilen zwischen zwei Tagen zeigen", { kind: "journal_days" }],
    ["Das Journal prüfen", { kind: "journal_verify" }],
    ["0 Zeilen exportieren", { kind: "journal_export" }],
    ["Organisation hinzufügen", { kind: "connect" }],
    ["Bei Northwind Trading anmelden", { kind: "sign_in" }],
    ["Northwind Trading von diesem Computer entfernen?", { kind: "remove" }],
    ["Befehle", { kind: "commands" }],
    ["Tastatur", { kind: "shortcuts" }],
  ])("the dialog “%s” says nothing in English", async (title, dialog) => {
    await open();
    page.show(dialog);
    await until(() => page.querySelector("dialog h2") !== null && loaded());
    expect(text("dialog h2")).toBe(title);
    expect(left()).toEqual([]);
  });
});
