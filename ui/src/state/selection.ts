/**
 * Who is selected: some users by id, or all that answer a question minus some. By id, so that it survives
 * scrolling, sorting and sync; all of 12,000 are selected without their ids being fetched.
 */
import type { Selection as Selected, UserQuery } from "../host/types";
import { Observable } from "./observable";

export class Selection extends Observable {
  /** Those selected; while all that answer `#query` are, those left out. */
  #ids = new Set<string>();
  #query: UserQuery | null = null;

  /** Everyone who answers the question is selected, but for those left out. */
  get all(): boolean {
    return this.#query !== null;
  }

  has(user: string): boolean {
    return this.#ids.has(user) !== this.all;
  }

  /** How many are selected, out of so many that answer the question on screen. */
  count(total: number): number {
    return this.all ? Math.max(0, total - this.#ids.size) : this.#ids.size;
  }

  /** Selects one or leaves it out. */
  toggle(user: string): void {
    if (!this.#ids.delete(user)) this.#ids.add(user);
    this.changed();
  }

  /** Selects these as well. */
  add(users: readonly string[]): void {
    for (const user of users) {
      if (this.all) this.#ids.delete(user);
      else this.#ids.add(user);
    }
    this.changed();
  }

  /** Selects these and no others. */
  only(users: readonly string[]): void {
    this.#query = null;
    this.#ids = new Set(users);
    this.changed();
  }

  /** Selects all that answer this question, those who aren't fetched included. */
  everyone(query: UserQuery): void {
    this.#query = query;
    this.#ids.clear();
    this.changed();
  }

  clear(): void {
    if (!this.all && this.#ids.size === 0) return;
    this.#query = null;
    this.#ids.clear();
    this.changed();
  }

  /** Another question was asked: "all that match" would now mean others. Sorting asks for the same ones. */
  asked(query: UserQuery): void {
    if (this.#query !== null && !sameUsers(this.#query, query)) this.clear();
  }

  /** As Rust takes it. */
  get selected(): Selected {
    const ids = [...this.#ids];
    return this.#query === null ? { kind: "ids", ids } : { kind: "all", query: this.#query, except: ids };
  }
}

/** Whether two questions have the same answer but for its order. */
const sameUsers = (a: UserQuery, b: UserQuery): boolean => {
  const asks = ({ sort: _sort, descending: _descending, ...rest }: UserQuery): string => JSON.stringify(rest);
  return asks(a) === asks(b);
};
