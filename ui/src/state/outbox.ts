/** The outbox as the window knows it: a window of it, and the answers a person can give. */
import type {
  ChangeView, Changes, EditChange, Holding, HoldView, ImportView, MoveChanges, OutboxEntry, OutboxPart, OutboxView, PlanExported, PlanView,
  PlanWindow, Receipt, Sent,
} from "../host/types";
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
  readonly #chosen = new Set<string>();

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

  /** What sending these would do; `window` is which of the users are told of. */
  plan(changes: Changes, window: PlanWindow): Promise<PlanView> {
    return this.host.outboxPlan(this.organization, changes, window);
  }

  async send(changes: Changes, typed: string | null = null): Promise<Sent> {
    const sent = await this.host.outboxSend(this.organization, changes, typed);
    this.#chosen.clear();
    return sent;
  }

  hold(holding: Holding): Promise<HoldView> {
    return this.host.outboxHold(this.organization, holding);
  }

  /** Chooses a change to be sent with others, or leaves it out. */
  choose(id: string, chosen: boolean): void {
    if (chosen) this.#chosen.add(id);
    else this.#chosen.delete(id);
    this.changed();
  }

  /** Those chosen that are in the window and may still be sent. */
  get chosen(): OutboxEntry[] {
    return this.entries.filter((entry) => this.#chosen.has(entry.id) && maySend(entry));
  }

  takeBack(changes: Changes): Promise<number> {
    return this.host.outboxTakeBack(this.organization, changes);
  }

  askAgain(changes: Changes): Promise<Receipt> {
    return this.host.outboxAskAgain(this.organization, changes);
  }

  combine(changes: Changes): Promise<Receipt> {
    return this.host.outboxCombine(this.organization, changes);
  }

  changeView(change: string): Promise<ChangeView> {
    return this.host.outboxChangeView(this.organization, change);
  }

  move(moving: MoveChanges): Promise<number> {
    return this.host.outboxMove(this.organization, moving);
  }

  edit(edit: EditChange): Promise<Receipt> {
    return this.host.outboxEdit(this.organization, edit);
  }

  /** Writes them into a file that the person names; `null` when none is named. */
  exportPlan(changes: Changes): Promise<PlanExported | null> {
    return this.host.outboxExport(this.organization, changes);
  }

  importView(bytes: Uint8Array, window: PlanWindow): Promise<ImportView> {
    return this.host.outboxImportView(this.organization, bytes, window);
  }

  importPlan(bytes: Uint8Array): Promise<Receipt> {
    return this.host.outboxImport(this.organization, bytes);
  }

  seen(): Promise<void> {
    return this.host.outboxSeen(this.organization);
  }
}

/** Whether *Send* means something for it: it isn't on its way, nor at its end. */
export const maySend = ({ state }: OutboxEntry): boolean => state === "waiting" || state === "held" || state === "unconfirmed";

/** These entries and no others. */
export const these = (entries: readonly OutboxEntry[]): Changes => ({ kind: "ids", ids: entries.map((entry) => entry.id) });
