/** The rows at hand of a list that may be 100,000 long, by pages: those in view, and some around them. */

/** Rows a page holds: one call brings what a tall window shows. */
export const PAGE = 64;
/** Pages kept; those far from the view go first. */
const KEPT = 48;

export class Pages<Row> {
  readonly #rows = new Map<number, Row[]>();
  /** On their way. */
  readonly #wanted = new Set<number>();
  #first = 0;
  #last = PAGE - 1;

  /** The row at this place, if it is here already. */
  row(index: number): Row | undefined {
    return this.#rows.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** The place of the first such row among those at hand; -1 where there is none. */
  placeOf(is: (row: Row) => boolean): number {
    for (const [page, rows] of this.#rows) {
      const at = rows.findIndex(is);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** The view shows these places. */
  look(first: number, last: number): void {
    this.#first = first;
    this.#last = last;
  }

  /** The view is back at the top, before anybody knows how tall it is. */
  toTop(): void {
    this.look(0, PAGE - 1);
  }

  /** The pages in view: the first and the last. */
  get inView(): [number, number] {
    return [Math.floor(this.#first / PAGE), Math.floor(this.#last / PAGE)];
  }

  /** Whether a page with so many rows is neither here nor on its way. */
  lacks(page: number, rows = 1): boolean {
    return (this.#rows.get(page)?.length ?? 0) < rows && !this.#wanted.has(page);
  }

  /** These pages are asked for. */
  want(from: number, to: number): void {
    for (let page = from; page <= to; page++) this.#wanted.add(page);
  }

  /** These pages don't come: they may be asked for again. */
  miss(from: number, to: number): void {
    for (let page = from; page <= to; page++) this.#wanted.delete(page);
  }

  /** These pages are here, the rows of the first one first. */
  put(from: number, to: number, rows: readonly Row[]): void {
    for (let page = from; page <= to; page++) {
      this.#wanted.delete(page);
      const own = rows.slice((page - from) * PAGE, (page - from + 1) * PAGE);
      if (own.length > 0) this.#rows.set(page, own);
    }
    this.#forgetFar();
  }

  /** The rows belong to another list by now. */
  clear(): void {
    this.#rows.clear();
  }

  /** What is on its way answers another question. */
  unwant(): void {
    this.#wanted.clear();
  }

  #forgetFar(): void {
    if (this.#rows.size <= KEPT) return;
    const middle = Math.floor((this.#first + this.#last) / 2 / PAGE);
    const byDistance = [...this.#rows.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of byDistance.slice(0, this.#rows.size - KEPT)) this.#rows.delete(page);
  }
}
