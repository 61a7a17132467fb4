/** The outbox as the window knows it, and the answers a person can give to it. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { OutboxEntry, OutboxView, Receipt, Sent } from "../host/types";
import { Observable } from "./observable";

export class Outbox extends Observable {
  view: OutboxView | null = null;
  failure: Failure | null = null;
  readonly #host: Host;
  readonly #organization: string;
  #asked = 0;

  constructor(host: Host, organization: string) {
    super();
    this.#host = host;
    this.#organization = organization;
  }

  async stale(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const view = await this.#host.outbox(this.#organization);
      if (asked !== this.#asked) return;
      this.view = view;
      this.failure = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.failure = Failure.from(cause);
    }
    this.changed();
  }

  /** Every entry, in the order it was made. */
  get entries(): OutboxEntry[] {
    return (this.view?.groups ?? []).flatMap((group) => group.entries);
  }

  /** What one press of *Save* asked for last and can still be taken back. */
  async lastWaiting(): Promise<{ name: string; entries: OutboxEntry[] } | null> {
    await this.stale();
    const groups = this.view?.groups ?? [];
    const waiting = this.entries.filter((entry) => entry.state === "waiting");
    const last = waiting.reduce<OutboxEntry | null>((a, b) => (a && a.madeAt > b.madeAt ? a : b), null);
    if (!last) return null;
    const entries = waiting.filter((entry) => entry.operation === last.operation);
    const group = groups.find((each) => each.entries.includes(last));
    return { name: group?.name ?? "", entries };
  }

  send(ids: string[] | null): Promise<Sent> {
    return this.#host.outboxSend(this.#organization, ids);
  }

  takeBack(ids: string[]): Promise<void> {
    return this.#host.outboxTakeBack(this.#organization, ids);
  }

  askAgain(id: string): Promise<Receipt> {
    return this.#host.outboxAskAgain(this.#organization, id);
  }

  seen(): Promise<void> {
    return this.#host.outboxSeen(this.#organization);
  }
}
