/** Moves what waits of one before what waits of its neighbour in the list: by buttons, or Alt with the arrows. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { OutboxGroup, OutboxState } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { spoken } from "../../text/names";
import { say } from "../../text/say";

const QUEUED: ReadonlySet<OutboxState> = new Set(["waiting", "held", "unconfirmed", "blocked", "waits_for_acceptance"]);

type Direction = "earlier" | "later";

const STEPS: Readonly<Record<string, Direction>> = { ArrowUp: "earlier", ArrowDown: "later" };

/** What of it is still in a queue, in its order. */
const queued = (group: OutboxGroup): string[] => group.entries.filter((entry) => QUEUED.has(entry.state)).map((entry) => entry.id);

/** What needs a person stands in front, wherever it is in the order. */
const inOrder = (group: OutboxGroup): boolean =>
  queued(group).length > 0 && group.entries.every((entry) => entry.state !== "rejected" && entry.state !== "conflict");

export class Order {
  readonly #groups: readonly OutboxGroup[];
  readonly #desk: Desk;
  readonly #organization: OpenOrganization;

  constructor(desk: Desk, organization: OpenOrganization, groups: readonly OutboxGroup[]) {
    this.#desk = desk;
    this.#organization = organization;
    this.#groups = groups.filter(inOrder);
  }

  /** The two buttons in the head of a card; none where there is nothing to be moved past. */
  buttons(group: OutboxGroup, id: string): TemplateResult | typeof nothing {
    if (this.#groups.length < 2 || !this.#groups.includes(group)) return nothing;
    const button = (direction: Direction, label: string): TemplateResult => {
      const closed = this.#neighbour(group, direction) === undefined;
      const why = say(direction === "earlier" ? "move-first-already" : "move-last-already");
      return html`<button type="button" class="button button-small" id="${direction}-${id}"
        aria-label="${label}: ${spoken(group.name)}" aria-keyshortcuts=${direction === "earlier" ? "Alt+ArrowUp" : "Alt+ArrowDown"}
        aria-disabled=${String(closed)} aria-describedby=${closed ? `${direction}-why-${id}` : nothing}
        @click=${() => void this.#move(group, direction)}>${label}</button>
        ${closed ? html`<span class="unseen" id="${direction}-why-${id}">${why}</span>` : nothing}`;
    };
    return html`<span class="spring"></span><div class="entry-actions">${button("earlier", say("move-earlier"))}${button("later", say("move-later"))}</div>`;
  }

  /** Alt with an arrow, anywhere in the card. */
  onKey(event: KeyboardEvent, group: OutboxGroup): void {
    const direction = STEPS[event.key];
    if (!event.altKey || direction === undefined || !this.#groups.includes(group)) return;
    event.preventDefault();
    void this.#move(group, direction);
  }

  #neighbour(group: OutboxGroup, direction: Direction): OutboxGroup | undefined {
    return this.#groups[this.#groups.indexOf(group) + (direction === "earlier" ? -1 : 1)];
  }

  async #move(group: OutboxGroup, direction: Direction): Promise<void> {
    const other = this.#neighbour(group, direction);
    if (other === undefined) return;
    const [moved, stays] = direction === "earlier" ? [group, other] : [other, group];
    const before = queued(stays)[0];
    const { outbox } = this.#organization;
    await this.#desk.attempt(
      outbox.move({ changes: queued(moved), ...(before === undefined ? {} : { before }) }).then(async () => {
        await outbox.stale();
        this.#desk.toasts.say(say("move-done", { moved: spoken(moved.name), other: spoken(stays.name) }));
      }),
    );
  }
}
