/** The journal as the window knows it: some pages of its lines, and a search that goes on until it is through. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { ExportProgress, FileFormat, JournalExported, JournalQuery, JournalRow, JournalVerified } from "../host/types";
import { Observable } from "./observable";
import { PAGE, Pages } from "./pages";

export const EVERYTHING: JournalQuery = { search: "", kinds: [] };

export class Journal extends Observable {
  query: JournalQuery = EVERYTHING;
  /** Lines in the journal. */
  lines = 0;
  /** Those that were looked at so far. */
  lookedAt = 0;
  /** Those of them that answer the question. */
  total = 0;
  /** Something was answered, so the numbers are true. */
  known = false;
  failure: Failure | null = null;
  /** Grows when the lines on screen belong to another question: the view goes back to the top. */
  asked = 0;
  readonly #host: Host;
  readonly #organization: string;
  readonly #pages = new Pages<JournalRow>();
  /** Answers to earlier questions are dropped. */
  #epoch = 0;
  #reset = false;
  /** Somebody looks at it: else nothing is fetched. */
  #looking = false;

  constructor(host: Host, organization: string) {
    super();
    this.#host = host;
    this.#organization = organization;
  }

  /** The line at this place, newest first, if it is here already. */
  row(index: number): JournalRow | undefined {
    return this.#pages.row(index);
  }

  get searching(): boolean {
    return this.known && this.lookedAt < this.lines;
  }

  /** From now on it is on screen. */
  look(): void {
    this.#looking = true;
    this.#again();
  }

  leave(): void {
    this.#looking = false;
    this.#epoch++;
  }

  /** Rust said that lines came. */
  stale(): void {
    if (this.#looking) this.#again();
  }

  ask(change: Partial<JournalQuery>): void {
    this.query = { ...this.query, ...change };
    this.#askAnew();
  }

  /** Only lines between these instants; `null` is no limit. */
  askBetween(since: Date | null, until: Date | null): void {
    const { search, kinds } = this.query;
    this.query = { search, kinds, ...(since && { since: since.toISOString() }), ...(until && { until: until.toISOString() }) };
    this.#askAnew();
  }

  #askAnew(): void {
    this.#pages.toTop();
    this.#reset = true;
    this.#again();
    this.changed();
  }

  /** The view shows these places: what is missing there is fetched. */
  show(first: number, last: number): void {
    this.#pages.look(first, last);
    this.#fetchMissing();
  }

  #fetchMissing(): void {
    const end = Math.max(0, Math.ceil(this.total / PAGE) - 1);
    const [from, last] = this.#pages.inView;
    const to = Math.min(end, last);
    for (let page = from; page <= to; page++) {
      if (this.#pages.lacks(page, Math.min(PAGE, this.total - page * PAGE))) return void this.#fetch(page, to);
    }
  }

  verify(kept: string | null): Promise<JournalVerified> {
    return this.#host.journalVerify(this.#organization, kept);
  }

  /** Writes what the question finds into a file that the person names; `null` when they name none. */
  export(format: FileFormat, onProgress: (progress: ExportProgress) => void): Promise<JournalExported | null> {
    return this.#host.journalExport(this.#organization, this.query, format, onProgress);
  }

  #again(): void {
    this.#epoch++;
    this.#pages.unwant();
    void this.#fetch(...this.#pages.inView);
  }

  async #fetch(from: number, to: number): Promise<void> {
    const epoch = this.#epoch;
    this.#pages.want(from, to);
    try {
      const answer = await this.#host.journal(this.#organization, this.query, from * PAGE, (to - from + 1) * PAGE);
      if (epoch !== this.#epoch) return;
      // Lines that came move all others to another place.
      if (this.#reset || answer.total !== this.lines) this.#pages.clear();
      Object.assign(this, { lines: answer.total, lookedAt: answer.lookedAt, total: answer.found, known: true, failure: null });
      this.#pages.put(from, to, answer.lines);
      if (this.#reset) {
        this.#reset = false;
        this.asked++;
      }
      this.changed();
      if (this.searching) void this.#fetch(...this.#pages.inView);
      else this.#fetchMissing();
    } catch (cause) {
      if (epoch !== this.#epoch) return;
      this.#pages.unwant();
      this.failure = Failure.from(cause);
      this.changed();
    }
  }
}
