/** What the screens share that show a list, with the details of one row beside it. */
import type { VirtualGrid } from "../components/grid";
import type { Listing } from "../state/listing";
import type { OpenOrganization } from "../state/organization";
import type { Shown } from "../state/shown";
import { place } from "../text/rows";
import { Part } from "./part";

export abstract class ListScreen<Query extends object, Row extends { id: string }> extends Part {
  static override properties = { ...Part.properties, active: { state: true } };
  /** The place of the row that the keyboard is on. */
  declare active: number;
  #asked = -1;
  #of: OpenOrganization | null = null;
  /** Where the keyboard was when the list was asked to take it and was not there yet. */
  #awaited: Element | null = null;
  #unfollow: (() => void) | null = null;
  /** Whose details were on screen when it was drawn last. */
  #detailed: string | null = null;

  constructor() {
    super();
    this.active = 0;
  }

  protected abstract get listing(): Listing<Query, Row>;
  protected abstract get shown(): Shown<unknown>;
  /** Whether a search or a filter leaves rows out. */
  protected abstract get narrowed(): boolean;
  /** Esc: closes, clears, leaves, in that order. */
  abstract escape(): void;

  /** Another organization is on screen. */
  protected entered(): void {}

  /** Rows of another question are on screen. */
  protected questioned(): void {}

  async focusSearch(): Promise<void> {
    // In a narrow window the details stand in place of the list and its search.
    if (this.querySelector<HTMLElement>(".list-pane")?.offsetParent === null) {
      this.shown.close();
      await this.updateComplete;
      await new Promise(requestAnimationFrame);
    }
    const input = this.querySelector<HTMLInputElement>("#search");
    input?.focus();
    input?.select();
  }

  /** A list that is still being read has the keyboard once it is there, unless the person has gone on by then. */
  focusList(): void {
    this.#awaited = this.grid === null ? document.activeElement : null;
    this.grid?.focus();
  }

  protected override regain(): void {
    this.focusList();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
    this.#of = null;
  }

  protected get grid(): VirtualGrid | null {
    return this.querySelector<VirtualGrid>(".list-pane ui-grid");
  }

  protected override willUpdate(): void {
    const { listing, shown } = this;
    if (this.#of !== this.organization) {
      this.#of = this.organization;
      this.#unfollow?.();
      this.#unfollow = listing.arrivals.subscribe(() => this.grid?.rowsArrived());
      this.active = 0;
      this.#asked = -1;
      this.entered();
    }
    if (listing.asked !== this.#asked) {
      // Whoever comes back to details that are open has the keyboard on their row.
      const of = this.#asked < 0 ? shown.id : null;
      this.#asked = listing.asked;
      this.active = of === null ? 0 : Math.max(0, listing.indexOf(of));
      this.grid?.toTop();
      this.questioned();
    } else if (shown.id !== null && listing.row(this.active)?.id !== shown.id) {
      // The list moved under the person: stay with the row, not with the number.
      const at = listing.indexOf(shown.id);
      if (at >= 0) this.active = at;
    }
    if (this.active >= listing.total) this.active = Math.max(0, listing.total - 1);
  }

  /** The status bar says where the keyboard is; nothing while there is no row. */
  protected override updated(): void {
    const { total } = this.listing;
    const detail = total === 0 ? "" : place(this.active, total, this.narrowed);
    this.dispatchEvent(new CustomEvent<string>("place", { detail }));
    this.#keepFocus();
    if (this.#awaited !== null && this.grid !== null) {
      const still: (Element | null)[] = [this.#awaited, document.body, null];
      this.#awaited = null;
      requestAnimationFrame(() => still.includes(document.activeElement) && this.grid?.focus());
    }
  }

  /** In a narrow window details replace the list: the focus goes where there is something to read, and back. */
  #keepFocus(): void {
    const [before, now] = [this.#detailed, this.shown.id];
    this.#detailed = now;
    if ((before === null) === (now === null)) return;
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (now === null && lost) this.focusList();
      const list = this.querySelector<HTMLElement>(".list-pane");
      if (now !== null && list?.offsetParent === null) this.querySelector<HTMLElement>(".details")?.focus();
    });
  }

  /** Moves the keyboard to a row; an open pane follows it. */
  goTo(index: number): Row | undefined {
    this.active = index;
    const row = this.listing.row(index);
    if (this.shown.id !== null && row) void this.shown.open(row.id);
    return row;
  }

  /** Shows the details of a row. */
  protected open = (event: CustomEvent<number>): void => {
    const row = this.listing.row(event.detail);
    if (row) void this.shown.open(row.id);
  };
}
