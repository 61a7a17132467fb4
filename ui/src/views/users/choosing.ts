/** Selecting users in a list: one by one, from here to there, all of them. */
import type { Selecting } from "../../components/grid-boxes";
import type { UserRow } from "../../host/types";
import type { People } from "../../state/people";
import type { Selection } from "../../state/selection";

/** A list in which users are selected. */
export interface Chooser {
  readonly people: People;
  readonly selection: Selection;
  /** The place of the row that the keyboard is on. */
  readonly active: number;
  goTo(index: number): UserRow | undefined;
}

export class Choosing {
  readonly #in: Chooser;
  /** Where a selection that is extended begins: the user whom the keyboard went to without Shift. */
  #anchor: string | null = null;
  /** Counts extensions: those that were overtaken while rows were fetched are dropped. */
  #extended = 0;

  constructor(chooser: Chooser) {
    this.#in = chooser;
  }

  /** The keyboard goes to a row without Shift. */
  move(index: number): void {
    this.#anchor = this.#in.goTo(index)?.id ?? null;
  }

  async select(asked: Selecting): Promise<void> {
    const { people, selection } = this.#in;
    switch (asked.kind) {
      case "all":
        return selection.everyone(people.query);
      case "none":
        return selection.clear();
      case "toggle": {
        const row = this.#in.goTo(asked.index);
        if (row) selection.toggle(row.id);
        this.#anchor = row?.id ?? null;
        return;
      }
      case "extend":
        return this.#extend(asked.index);
    }
  }

  async #extend(to: number): Promise<void> {
    const { people, selection } = this.#in;
    const anchor = this.#anchor === null ? -1 : people.indexOf(this.#anchor);
    const from = anchor < 0 ? this.#in.active : anchor;
    this.#anchor ??= people.row(from)?.id ?? null;
    this.#in.goTo(to);
    const mine = ++this.#extended;
    if (Math.abs(from - to) + 1 === people.total) return selection.everyone(people.query);
    // Whatever else is done to the selection while rows are fetched is the later wish.
    const unfollow = selection.subscribe(() => this.#extended++);
    const users = await people.between(from, to).finally(unfollow);
    if (mine === this.#extended) selection.only(users);
  }
}
