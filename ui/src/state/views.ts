/** What the list shows, the views saved under names, and which of them is open. */
import type { Host } from "../host/host";
import type { ListColumn, ListView, SavedView, ShownColumn, UserQuery } from "../host/types";
import { ALL_USERS, type People } from "./people";
import { say } from "../text/say";
import { Told } from "./told";

/** Where the columns of *All users* are remembered: nothing about people. */
const KEY = "rollcall.columns.";

/** Every column, in the order in which they are offered. */
export const EVERY_COLUMN: readonly ListColumn[] = ["name", "email", "role", "workspaces", "last_active", "state", "added"];
const USUAL_COLUMNS: readonly ShownColumn[] = (["name", "role", "workspaces", "last_active"] as const).map((column) => ({ column, width: null }));

export class Views extends Told<SavedView[]> {
  /** The view that was opened last; `null` for all users. */
  opened: SavedView | null = null;
  columns: readonly ShownColumn[];
  readonly #people: People;

  constructor(host: Host, organization: string, people: People) {
    super(host, organization);
    this.#people = people;
    this.columns = this.#remembered();
  }

  protected override ask(): Promise<SavedView[]> {
    return this.host.views(this.organization);
  }

  /** What the list is called. */
  get name(): string {
    return this.opened?.name ?? say("views-all");
  }

  /** What the list shows now. */
  get shows(): ListView {
    return { query: this.#people.query, columns: [...this.columns] };
  }

  /** Whether the list shows something else than the view that was opened. */
  get differs(): boolean {
    const shows = this.opened?.shows;
    return shows != null && !same(shows, this.shows);
  }

  /** Opens a view that can be read, or the one of all users. */
  open(view: SavedView | null): void {
    this.opened = view;
    this.columns = view?.shows?.columns ?? this.#remembered();
    this.#people.ask(view?.shows?.query ?? ALL_USERS);
    this.changed();
  }

  /** Shows other columns, or the same ones in another order or width. */
  show(columns: readonly ShownColumn[]): void {
    this.columns = columns;
    if (this.opened === null) localStorage.setItem(KEY + this.organization, JSON.stringify(columns));
    this.changed();
  }

  /** Saves what the list shows, as a new view or over the one with this id, and opens it. */
  async save(id: string, name: string): Promise<SavedView> {
    return this.#keep(id, name, this.shows);
  }

  /** Gives a view another name. */
  async rename(view: SavedView, name: string): Promise<SavedView> {
    return this.#keep(view.id, name, view.shows ?? this.shows);
  }

  async #keep(id: string, name: string, shows: ListView): Promise<SavedView> {
    const { opened } = this;
    const saved = await this.host.saveView(this.organization, { id, name, shows });
    // Whoever has opened another one meanwhile looks at that.
    if (this.opened === opened) this.opened = saved;
    await this.stale();
    return saved;
  }

  async delete(view: SavedView): Promise<void> {
    await this.host.deleteView(this.organization, view.id);
    // What it showed stays on screen, as something not saved.
    if (this.opened?.id === view.id) this.opened = null;
    await this.stale();
  }

  #remembered(): readonly ShownColumn[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEY + this.organization) ?? "");
      const isColumn = (each: ShownColumn): boolean =>
        EVERY_COLUMN.includes(each.column) && (each.width === null || Number.isFinite(each.width));
      if (Array.isArray(kept) && kept[0]?.column === "name" && kept.every(isColumn)) return kept as ShownColumn[];
    } catch {
      // Nothing is remembered, or nothing that can be read.
    }
    return USUAL_COLUMNS;
  }
}

/** Whether two show the same; the order in which filters were chosen doesn't matter. */
function same(left: ListView, right: ListView): boolean {
  const sorted = (list: readonly string[]): string => [...list].sort().join("\n");
  const key = ({ search, roles, states, workspaces, activity, sort, descending }: UserQuery): string =>
    JSON.stringify([search.trim(), sorted(roles), sorted(states), sorted(workspaces), sorted(activity), sort, descending]);
  const columns = (list: readonly ShownColumn[]): string => JSON.stringify(list.map(({ column, width }) => [column, width ?? null]));
  return key(left.query) === key(right.query) && columns(left.columns) === columns(right.columns);
}
