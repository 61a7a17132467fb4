/** The organizations of this profile, and the one that is open. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { Connect, OrganizationCard, RemovalView, Removed, RemoveOrganization, Stale } from "../host/types";
import { Observable } from "./observable";
import { OpenOrganization } from "./organization";

/**
 * Where the organization is remembered that was open last: an id of our own, nothing about people. In the page's lasting
 * storage for the next start, and in that of this run for a page that is drawn anew.
 */
const LAST = "rollcall.organization";

export class Profile extends Observable {
  /** `null` until the first answer. */
  cards: OrganizationCard[] | null = null;
  current: OpenOrganization | null = null;
  failure: Failure | null = null;
  readonly #host: Host;
  #unfollow: (() => void) | null = null;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  async start(): Promise<void> {
    try {
      await this.#host.watch((stale) => this.#onStale(stale));
      this.cards = await this.#host.organizations();
      // A demo that is there at a start was asked for by whoever started the program.
      const card = this.#card(sessionStorage.getItem(LAST)) ?? this.cards.find((each) => each.demo) ?? this.#card(localStorage.getItem(LAST))
        ?? this.cards[0];
      if (card) this.#open(card);
      this.failure = null;
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
    this.changed();
  }

  open(id: string): void {
    const card = this.#card(id);
    if (card && card.id !== this.current?.card.id) this.#open(card);
    this.changed();
  }

  /** Opens an organization that was just connected or started, also where it is the one that is open. */
  enter(card: OrganizationCard): void {
    this.#open(card);
    this.changed();
  }

  /** Connects an organization, to be entered. */
  async connect(request: Connect): Promise<OrganizationCard> {
    return this.#add(await this.#host.connect(request));
  }

  /** Starts the demo organization, to be entered. */
  async startDemo(role: string): Promise<OrganizationCard> {
    return this.#add(await this.#host.openDemo(role));
  }

  removal(id: string): Promise<RemovalView> {
    return this.#host.removal(id);
  }

  /** Removes an organization from this computer, the last trace of it here included; another one is shown then. */
  async remove(id: string, word: RemoveOrganization): Promise<Removed> {
    const removed = await this.#host.removeOrganization(id, word);
    for (const storage of [localStorage, sessionStorage]) if (storage.getItem(LAST) === id) storage.removeItem(LAST);
    // It is gone: to ask for the others could only fail.
    this.cards = (this.cards ?? []).filter((card) => card.id !== id);
    if (this.current?.card.id === id) {
      this.#leave();
      const [next] = this.cards;
      if (next) this.#open(next);
    }
    this.changed();
    return removed;
  }

  #card(id: string | null): OrganizationCard | undefined {
    return this.cards?.find((each) => each.id === id);
  }

  async #add(card: OrganizationCard): Promise<OrganizationCard> {
    this.cards = await this.#host.organizations();
    this.changed();
    return this.cards.find((each) => each.id === card.id) ?? card;
  }

  #open(card: OrganizationCard): void {
    this.#leave();
    const open = new OpenOrganization(this.#host, card);
    this.#unfollow = open.subscribe(() => this.changed());
    this.current = open;
    for (const storage of [localStorage, sessionStorage]) storage.setItem(LAST, card.id);
    void open.begin();
  }

  #leave(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.current?.pictures.release();
    this.current = null;
  }

  #onStale(stale: Stale): void {
    if (stale.organization === this.current?.card.id) this.current.stale(stale.topics);
  }
}
