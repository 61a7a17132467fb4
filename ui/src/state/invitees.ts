/** The preview of a list: a few pages of its lines, and how many come to which end. The list itself stays in Rust. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { Fate, FateCounts, InviteeRow, InviteesRead } from "../host/types";
import { Observable } from "./observable";

/** Lines a page holds. */
const PAGE = 64;

export class Invitees extends Observable {
  readonly list: InviteesRead;
  /** Wire value of the role for lines without one. */
  readonly role: string;
  /** Only the lines that come to this end. */
  only: Fate | null = null;
  counts: FateCounts = { added: 0, there: 0, denied: 0, unreadable: 0 };
  total = 0;
  failure: Failure | null = null;
  readonly #host: Host;
  readonly #organization: string;
  readonly #pages = new Map<number, InviteeRow[]>();
  readonly #wanted = new Set<number>();
  /** Answers to an earlier question are dropped. */
  #epoch = 0;

  constructor(host: Host, organization: string, list: InviteesRead, role: string) {
    super();
    this.#host = host;
    this.#organization = organization;
    this.list = list;
    this.role = role;
    void this.#fetch(0);
  }

  row(index: number): InviteeRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Shows only those that come to this end; `null` shows all. */
  ask(only: Fate | null): void {
    this.only = only;
    this.#epoch++;
    this.#pages.clear();
    this.#wanted.clear();
    void this.#fetch(0);
  }

  /** The view shows these places: what is missing there is fetched. */
  show(first: number, last: number): void {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      if (!this.#pages.has(page) && !this.#wanted.has(page)) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const epoch = this.#epoch;
    this.#wanted.add(page);
    try {
      const { id } = this.list;
      const answer = await this.#host.inviteesWindow(this.#organization, id, this.role, this.only, page * PAGE, PAGE);
      if (epoch !== this.#epoch) return;
      this.#pages.set(page, answer.rows);
      this.counts = answer.counts;
      this.total = answer.total;
      this.failure = null;
    } catch (cause) {
      if (epoch !== this.#epoch) return;
      this.failure = Failure.from(cause);
    }
    this.#wanted.delete(page);
    this.changed();
  }
}
