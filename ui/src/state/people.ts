/** Users as the window lists them: everyone, or those who answer a question. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { UserQuery, UserRow, UsersWindow } from "../host/types";
import { say } from "../text/say";
import { Listing } from "./listing";
import type { Selection } from "./selection";

/** Rows asked for at once where they are not to be drawn: as many as are given. */
const AT_ONCE = 1_000;
/** As often is a list read again that changed meanwhile. */
const TRIES = 3;

export const ALL_USERS: UserQuery = {
  search: "", roles: [], states: [], workspaces: [], activity: [], sort: "name", descending: false,
};

export class People extends Listing<UserQuery, UserRow> {
  constructor(host: Host, organization: string, query: UserQuery = ALL_USERS) {
    super(host, organization, query);
  }

  protected override read(query: UserQuery, offset: number, limit: number): Promise<UsersWindow> {
    return this.host.usersWindow(this.organization, query, offset, limit);
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
      const { rows } = await this.read(query, at, Math.min(AT_ONCE, last - at + 1));
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
    throw new Failure("list_changed", say("error-list-changed"), undefined, true);
  }

  /** `most` of them; `null` where the list moved meanwhile, so that somebody may be missing. */
  async #chosenOf(query: UserQuery, chosen: (row: UserRow) => boolean, most: number): Promise<UserRow[] | null> {
    const found: UserRow[] = [];
    let generation: number | null = null;
    for (let at = 0; ; at += AT_ONCE) {
      const answer = await this.read(query, at, AT_ONCE);
      if (answer.generation !== (generation ??= answer.generation)) return null;
      found.push(...answer.rows.filter(chosen));
      if (found.length >= most || at + AT_ONCE >= answer.total) return found;
    }
  }
}
