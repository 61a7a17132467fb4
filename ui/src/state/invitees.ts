/** The preview of a list: a few pages of its lines, and how many come to which end. The list itself stays in Rust. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { Fate, FateCounts, InviteeRow, InviteesRead } from "../host/types";
import { Observable } from "./observable";
import { PAGE, Pages } from "./pages";

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
  readonly #pages = new Pages<InviteeRow>();
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
    return this.#pages.row(index);
  }

  /** Shows only those that come to this end; `null` shows all. */
  ask(only: Fate | null): void {
    this.only = only;
    this.#epoch++;
    this.#pages.clear();
    this.#pages.unwant();
    this.#pages.toTop();
    void this.#fetch(0);
  }

  /** The view shows these places: what is missing there is fetched. */
  show(first: number, last: number): void {
    this.#pages.look(first, last);
    const [from, to] = this.#pages.inView;
    for (let page = from; page <= to; page++) if (this.#pages.lacks(page)) void this.#fetch(page);
  }

  async #fetch(page: number): Promise<void> {
    const epoch = this.#epoch;
    this.#pages.want(page, page);
    try {
      const { id } = this.list;
      const answer = await this.#host.inviteesWindow(this.#organization, id, this.role, this.only, page * PAGE, PAGE);
      if (epoch !== this.#epoch) return;
      this.#pages.put(page, page, answer.rows);
      this.counts = answer.counts;
      this.total = answer.total;
      this.failure = null;
    } catch (cause) {
      if (epoch !== this.#epoch) return;
      this.#pages.miss(page, page);
      this.failure = Failure.from(cause);
    }
    this.changed();
  }
}
