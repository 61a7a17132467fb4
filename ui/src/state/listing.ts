/** A list as the window knows it: a few pages of rows out of a list that may be 100,000 long. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import { Happening, Observable } from "./observable";

/** Rows a page holds: one call brings what a tall window shows. */
export const PAGE = 64;
/** Pages kept; those far from the view go first. */
const KEPT = 48;

/** A window of rows, as Rust answers it. */
export interface Rows<Row> {
  generation: number;
  total: number;
  rows: Row[];
}

export abstract class Listing<Query extends object, Row extends { id: string }> extends Observable {
  query: Query;
  /** Rows that match the query on screen. */
  total = 0;
  /** Something was answered, so `total` is true (an empty list can be told from no list). */
  known = false;
  /** Why the last question got no answer. */
  failure: Failure | null = null;
  /** Grows when the rows on screen belong to another question: the view goes back to the top. */
  asked = 0;

  /** More rows of the same list are here: only the list itself need be drawn again. */
  readonly arrivals = new Happening();

  protected readonly host: Host;
  protected readonly organization: string;
  readonly #pages = new Map<number, Row[]>();
  readonly #wanted = new Set<number>();
  #generation = -1;
  /** Answers to earlier questions are dropped. */
  #epoch = 0;
  /** Rows on screen are from an earlier question or generation, shown until the new ones are here. */
  #outdated = true;
  #reset = false;
  #first = 0;
  #last = PAGE - 1;

  constructor(host: Host, organization: string, query: Query) {
    super();
    this.host = host;
    this.organization = organization;
    this.query = query;
  }

  /** Asks Rust for rows. */
  protected abstract read(query: Query, offset: number, limit: number): Promise<Rows<Row>>;

  /** Whether anything was asked yet: a list that nobody looked at is not kept up to date. */
  get begun(): boolean {
    return this.#epoch > 0;
  }

  /** The row at this place, if it is here already. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of a row, if it is among those at hand. */
  indexOf(id: string): number {
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** Asks another question; the rows of the last one stay on screen until its answer is here. */
  ask(change: Partial<Query>): void {
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
      const answer = await this.read(this.query, from * PAGE, limit);
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
