/** The outbox as the window knows it: a window of it, and the answers a person can give. */
import type { Changes, OutboxEntry, OutboxPart, OutboxView, Receipt, Sent } from "../host/types";
import { Told } from "./told";

/** Users shown at first, and as many more at each wish. */
const SOME = 50;

/** What is looked at: everything, one part of it, one press of *Save*. */
export interface Look {
  operation: string | null;
  part: OutboxPart | null;
}

export class Outbox extends Told<OutboxView> {
  look: Look = { operation: null, part: null };
  #limit = SOME;

  protected override ask(): Promise<OutboxView> {
    const { operation, part } = this.look;
    return this.host.outbox(this.organization, {
      offset: 0, limit: this.#limit, ...(operation === null ? {} : { operation }), ...(part === null ? {} : { part }),
    });
  }

  /** Looks at something else. */
  see(look: Partial<Look>): void {
    this.look = { ...this.look, ...look };
    this.#limit = SOME;
    void this.stale();
  }

  /** More users of the same. */
  more(): void {
    this.#limit += SOME;
    void this.stale();
  }

  /** The entries in the window, in its order. */
  get entries(): OutboxEntry[] {
    return (this.view?.groups ?? []).flatMap((group) => group.entries);
  }

  /** What became of one press of *Save*; of many users, the first few. */
  of(operation: string): Promise<OutboxView> {
    return this.host.outbox(this.organization, { operation, offset: 0, limit: 2 });
  }

  send(changes: Changes): Promise<Sent> {
    return this.host.outboxSend(this.organization, changes);
  }

  takeBack(changes: Changes): Promise<number> {
    return this.host.outboxTakeBack(this.organization, changes);
  }

  askAgain(changes: Changes): Promise<Receipt> {
    return this.host.outboxAskAgain(this.organization, changes);
  }

  seen(): Promise<void> {
    return this.host.outboxSeen(this.organization);
  }
}

/** These entries and no others. */
export const these = (entries: readonly OutboxEntry[]): Changes => ({ kind: "ids", ids: entries.map((entry) => entry.id) });
