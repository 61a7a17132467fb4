/** The users list as the window knows it: a few pages of rows out of a list that may be 100,000 long. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { UserQuery, UserRow } from "../host/types";
import { Happening, Observable } from "./observable";
import type { Selection } from "./selection";

/** Rows a page holds: one call brings what a tall window shows. */
export const PAGE = 64;
/** Rows asked for at once where they are not to be drawn: as many as are given. */
const AT_ONCE = 1_000;
/** As often is a list read again that changed meanwhile. */
const TRIES = 3;
/** Pages kept; those far from the view go first. */
const KEPT = 48;

export const ALL_USERS: UserQuery = {
  search: "", roles: [], states: [], workspaces: [], activity: [], sort: "name", descending: false,
};

export class People extends Observable {
  query: UserQuery = ALL_USERS;
  /** Users that match the query on screen. */
  total = 0;
  /** Something was answered, so `total` is true (an empty list can be told from no list). */
  known = false;
  /** Why the last question got no answer. */
  failure: Failure | null = null;
  /** Grows when the rows on screen belong to another question: the view goes back to the top. */
  asked = 0;

  /** More rows of the same list are here: only the list itself need be drawn again. */
  readonly arrivals = new Happening();

  readonly #host: Host;
  readonly #organization: string;
  readonly #pages = new Map<number, UserRow[]>();
  readonly #wanted = new Set<number>();
  #generation = -1;
  /** Answers to earlier questions are dropped. */
  #epoch = 0;
  /** Rows on screen are from an earlier question or generation, shown until the new ones are here. */
  #outdated = true;
  #reset = false;
  #first = 0;
  #last = PAGE - 1;

  constructor(host: Host, organization: string) {
    super();
    this.#host = host;
    this.#organization = organization;
  }

  /** The row at this place, if it is here already. */
  row(index: number): UserRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of a user, if it is among the rows at hand. */
  indexOf(user: string): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === user);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** Who stands between two places, those that aren't at hand fetched. */
  async between(from: number, to: number): Promise<string[]> {
    const [first, last] = from < to ? [from, to] : [to, from];
    const { query } = this;
    const users: string[] = [];
    for (let at = first; at <= last; at = first + users.length) {
      const row = this.row(at);
      if (row) {
        users.push(row.id);
        continue;
      }
      const { rows } = await this.#host.usersWindow(this.#organization, query, at, Math.min(AT_ONCE, last - at + 1));
      if (rows.length === 0) break;
      users.push(...rows.map((each) => each.id));
    }
    return users;
  }

  /** Everyone selected, whether at hand or not. */
  async chosen(selection: Selection): Promise<UserRow[]> {
    const { selected } = selection;
    const query = selected.kind === "all" ? selected.query : { ...ALL_USERS, sort: this.query.sort, descending: this.query.descending };
    for (let tries = 0; tries < TRIES; tries++) {
      const rows = await this.#chosenOf(query, (row) => selection.has(row.id), selected.kind === "ids" ? selected.ids.length : Infinity);
      if (rows !== null) return rows;
    }
    throw new Failure("list_changed", "The list changed while it was read, so nothing was done. Try again.", undefined, true);
  }

  /** `most` of them; `null` where the list moved meanwhile, so that somebody may be missing. */
  async #chosenOf(query: UserQuery, chosen: (row: UserRow) => boolean, most: number): Promise<UserRow[] | null> {
    const found: UserRow[] = [];
    let generation: number | null = null;
    for (let at = 0; ; at += AT_ONCE) {
      const answer = await this.#host.usersWindow(this.#organization, query, at, AT_ONCE);
      if (answer.generation !== (generation ??= answer.generation)) return null;
      found.push(...answer.rows.filter(chosen));
      if (found.length >= most || at + AT_ONCE >= answer.total) return found;
    }
  }

  /** Asks another question; the rows of the last one stay on screen until its answer is here. */
  ask(change: Partial<UserQuery>): void {
    this.query = { ...this.query, ...change };
    this.#first = 0;
    this.#last = PAGE - 1;
    this.#reset = true;
    this.#again();
    this.changed();
  }

  /** The same question again: Rust said that its answer changed. */
  stale(): void {
    this.#again();
  }

  /** The view shows these places: what is missing there, and one page each way, is fetched. */
  show(first: number, last: number): void {
    this.#first = first;
    this.#last = last;
    if (this.#outdated) return;
    const end = Math.max(0, Math.ceil(this.total / PAGE) - 1);
    const from = Math.max(0, Math.floor(first / PAGE) - 1);
    const to = Math.min(end, Math.floor(last / PAGE) + 1);
    const missing: number[] = [];
    for (let page = from; page <= to; page++) {
      if (!this.#pages.has(page) && !this.#wanted.has(page)) missing.push(page);
    }
    const start = missing[0];
    const stop = missing.at(-1);
    if (start !== undefined && stop !== undefined) void this.#fetch(start, stop);
  }

  #again(): void {
    this.#epoch++;
    this.#outdated = true;
    this.#wanted.clear();
    void this.#fetch(Math.floor(this.#first / PAGE), Math.floor(this.#last / PAGE));
  }

  async #fetch(from: number, to: number): Promise<void> {
    const epoch = this.#epoch;
    for (let page = from; page <= to; page++) this.#wanted.add(page);
    try {
      const limit = (to - from + 1) * PAGE;
      const answer = await this.#host.usersWindow(this.#organization, this.query, from * PAGE, limit);
      if (epoch !== this.#epoch) return;
      const replaced = this.#outdated || answer.generation !== this.#generation;
      const more = !replaced && answer.total === this.total && this.failure === null;
      if (replaced) this.#pages.clear();
      this.#generation = answer.generation;
      this.#outdated = false;
      this.total = answer.total;
      this.known = true;
      this.failure = null;
      for (let page = from; page <= to; page++) {
        this.#wanted.delete(page);
        const rows = answer.rows.slice((page - from) * PAGE, (page - from + 1) * PAGE);
        if (rows.length > 0) this.#pages.set(page, rows);
      }
      if (this.#reset) {
        this.#reset = false;
        this.asked++;
      }
      this.#forgetFarPages();
      if (more) this.arrivals.happened();
      else this.changed();
      // Rows of another generation don't belong beside these, so the view may have lost some.
      if (replaced) this.show(this.#first, this.#last);
    } catch (cause) {
      if (epoch !== this.#epoch) return;
      for (let page = from; page <= to; page++) this.#wanted.delete(page);
      this.failure = Failure.from(cause);
      this.changed();
    }
  }

  #forgetFarPages(): void {
    if (this.#pages.size <= KEPT) return;
    const middle = Math.floor((this.#first + this.#last) / 2 / PAGE);
    const byDistance = [...this.#pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of byDistance.slice(0, this.#pages.size - KEPT)) this.#pages.delete(page);
  }
}
