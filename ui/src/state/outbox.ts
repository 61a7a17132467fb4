/** The outbox as the window knows it, and the answers a person can give to it. */
import type { OutboxEntry, OutboxView, Receipt, Sent } from "../host/types";
import { Told } from "./told";

export class Outbox extends Told<OutboxView> {
  protected override ask(): Promise<OutboxView> {
    return this.host.outbox(this.organization);
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
    return this.host.outboxSend(this.organization, ids);
  }

  takeBack(ids: string[]): Promise<void> {
    return this.host.outboxTakeBack(this.organization, ids);
  }

  askAgain(id: string): Promise<Receipt> {
    return this.host.outboxAskAgain(this.organization, id);
  }

  seen(): Promise<void> {
    return this.host.outboxSeen(this.organization);
  }
}
