/** A list as the window knows it: a few pages of rows out of a list that may be 100,000 long. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import { Happening, Observable } from "./observable";
import { PAGE, Pages } from "./pages";

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
  readonly #pages = new Pages<Row>();
  #generation = -1;
  /** Answers to earlier questions are dropped. */
  #epoch = 0;
  /** Rows on screen are from an earlier question or generation, shown until the new ones are here. */
  #outdated = true;
  #reset = false;

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
    return this.#pages.row(index);
  }

  /** The place of a row, if it is among those at hand. */
  indexOf(id: string): number {
    return this.#pages.placeOf((row) => row.id === id);
  }

  /** Asks another question; the rows of the last one stay on screen until its answer is here. */
  ask(change: Partial<Query>): void {
    this.query = { ...this.query, ...change };
    this.#pages.toTop();
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
    this.#pages.look(first, last);
    this.#fetchMissing();
  }

  #fetchMissing(): void {
    if (this.#outdated) return;
    const end = Math.max(0, Math.ceil(this.total / PAGE) - 1);
    const [first, last] = this.#pages.inView;
    const missing: number[] = [];
    for (let page = Math.max(0, first - 1); page <= Math.min(end, last + 1); page++) {
      if (this.#pages.lacks(page)) missing.push(page);
    }
    const start = missing[0];
    const stop = missing.at(-1);
    if (start !== undefined && stop !== undefined) void this.#fetch(start, stop);
  }

  #again(): void {
    this.#epoch++;
    this.#outdated = true;
    this.#pages.unwant();
    void this.#fetch(...this.#pages.inView);
  }

  async #fetch(from: number, to: number): Promise<void> {
    const epoch = this.#epoch;
    this.#pages.want(from, to);
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
      this.#pages.put(from, to, answer.rows);
      if (this.#reset) {
        this.#reset = false;
        this.asked++;
      }
      if (more) this.arrivals.happened();
      else this.changed();
      // Rows of another generation don't belong beside these, so the view may have lost some.
      if (replaced) this.#fetchMissing();
    } catch (cause) {
      if (epoch !== this.#epoch) return;
      this.#pages.miss(from, to);
      this.failure = Failure.from(cause);
      this.changed();
    }
  }
}
