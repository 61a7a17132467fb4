/** Some of the users as a list of their own, to be selected: who is in a workspace, or could be. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/grid";
import type { Column, VirtualGrid } from "../../components/grid";
import type { Selectable, Selecting } from "../../components/grid-boxes";
import { LightElement } from "../../components/light";
import type { Range } from "../../components/window-maths";
import type { Desk } from "../../desk";
import type { UserRow } from "../../host/types";
import type { People } from "../../state/people";
import type { OpenOrganization } from "../../state/organization";
import type { Selection } from "../../state/selection";
import { say } from "../../text/say";
import { unlisted } from "../unread";
import { Choosing, type Chooser } from "./choosing";
import { cells } from "./row";

const COLUMNS: readonly Column[] = [
  { id: "name", label: say("property-name"), least: 11, share: 2, width: null, sorts: [], sorted: null },
  { id: "role", label: say("property-role"), least: 7, share: 1, width: null, sorts: [], sorted: null },
];

export class PeopleGrid extends LightElement implements Chooser {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    people: { attribute: false },
    selection: { attribute: false },
    label: { attribute: false },
    empty: { attribute: false },
    choosable: { attribute: false },
    version: { attribute: false },
    active: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare people: People;
  declare selection: Selection;
  declare label: string;
  declare empty: TemplateResult | null;
  /** Whether something can be done with a selection. */
  declare choosable: boolean;
  /** Grows with every change outside, so that the list is drawn again. */
  declare version: number;
  declare active: number;
  readonly #choosing = new Choosing(this);
  #asked = -1;
  #of: People | null = null;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    this.label = "";
    this.empty = null;
    this.choosable = true;
    this.active = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
    this.#of = null;
  }

  override focus(): void {
    this.#grid?.focus();
  }

  get #grid(): VirtualGrid | null {
    return this.querySelector<VirtualGrid>("ui-grid");
  }

  goTo(index: number): UserRow | undefined {
    this.active = index;
    return this.people.row(index);
  }

  protected override willUpdate(): void {
    const { people } = this;
    if (this.#of !== people) {
      this.#of = people;
      this.#unfollow?.();
      this.#unfollow = people.arrivals.subscribe(() => this.#grid?.rowsArrived());
      this.#asked = -1;
    }
    if (people.asked !== this.#asked) {
      this.#asked = people.asked;
      this.active = 0;
      this.#grid?.toTop();
    }
    if (this.active >= people.total) this.active = Math.max(0, people.total - 1);
  }

  #selectable(): Selectable {
    const { people, selection } = this;
    const many = selection.count(people.total);
    const all = people.total > 0 && many === people.total;
    return {
      has: (row) => selection.has((row as UserRow).id),
      many: all ? "all" : many === 0 ? "none" : "some",
      label: all ? say("selection-deselect") : say("selection-select-users", { count: people.total }),
    };
  }

  protected override render(): TemplateResult {
    const { people } = this;
    const { pictures } = this.organization;
    const { now } = this.desk;
    const around = { search: people.query.search, pictures, now };
    return html`${unlisted(people, () => people.stale())}<ui-grid
      class="table"
      .rowName=${"person"}
      .label=${this.label}
      .columns=${COLUMNS}
      .total=${people.failure === null || people.known ? people.total : 0}
      .version=${`${people.query.search}\n${now.getTime()}\n${pictures.version}`}
      .active=${this.active}
      .rowAt=${(index: number) => people.row(index)}
      .cells=${(row: unknown, columns: readonly Column[]) => cells(row as UserRow, columns, around)}
      .empty=${this.empty}
      .selectable=${this.choosable ? this.#selectable() : null}
      @range=${(event: CustomEvent<Range>) => people.show(event.detail.first, event.detail.last)}
      @activate=${(event: CustomEvent<number>) => this.#choosing.move(event.detail)}
      @select=${(event: CustomEvent<Selecting>) => void this.desk.attempt(this.#choosing.select(event.detail))}
      @open=${this.choosable ? (event: CustomEvent<number>) => this.#toggle(event) : nothing}
    ></ui-grid>`;
  }

  /** There are no details to open here: a press anywhere in the row selects it, as its box does. */
  #toggle(event: CustomEvent<number>): void {
    event.stopPropagation();
    void this.#choosing.select({ kind: "toggle", index: event.detail });
  }
}
customElements.define("people-grid", PeopleGrid);
