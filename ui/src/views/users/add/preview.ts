/** What becomes of each line of a list: counted, narrowed to one end, and listed with the reason. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../../components/badge";
import "../../../components/grid";
import type { Column, VirtualGrid } from "../../../components/grid";
import { LightElement } from "../../../components/light";
import { problem } from "../../../components/problem";
import type { Range } from "../../../components/window-maths";
import type { Fate, InviteeRow } from "../../../host/types";
import type { Invitees } from "../../../state/invitees";
import { count } from "../../../text/format";
import { FATES, why } from "../../../text/fates";
import { say } from "../../../text/say";

const COLUMNS: readonly Column[] = [
  { id: "invitee", label: say("property-email"), least: 10, share: 1.4 },
  { id: "fate", label: say("lines-what-happens"), least: 11, share: 1.6 },
  { id: "given", label: say("property-role"), least: 6, share: 0.8 },
].map((column) => ({ ...column, width: null, sorts: [], sorted: null }));

export class InviteesPreview extends LightElement {
  static override properties = {
    invitees: { attribute: false },
    done: { attribute: false },
    active: { state: true },
  };
  declare invitees: Invitees;
  /** The list was added: what was to be is now what has become. */
  declare done: boolean;
  declare active: number;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    this.done = false;
    this.active = 0;
  }

  protected override firstUpdated(): void {
    this.#unfollow = this.invitees.subscribe(() => {
      this.requestUpdate();
      this.querySelector<VirtualGrid>("ui-grid")?.rowsArrived();
    });
    // Afterwards what was done needs no reading, and what was not does.
    if (this.done) this.#narrow(this.#ends().find((fate) => fate !== "added") ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  #ends(): Fate[] {
    return (Object.keys(FATES) as Fate[]).filter((fate) => this.invitees.counts[fate] > 0);
  }

  #narrow(only: Fate | null): void {
    this.active = 0;
    this.invitees.ask(only);
    this.querySelector<VirtualGrid>("ui-grid")?.toTop();
  }

  /** The line that the keyboard is on, in full: a row may cut it short, and in little space leaves it out. */
  #told(): TemplateResult | typeof nothing {
    const row = this.invitees.row(this.active);
    if (row === undefined) return nothing;
    const { line } = row;
    const reason = why(row);
    const told = reason === "" ? say("lines-fate", { line, fate: FATES[row.fate].text }) : say("lines-why", { line, why: reason });
    return html`<p class="help wrap" role="status">${told}</p>`;
  }

  protected override render(): TemplateResult {
    const { list, counts, only, total, failure } = this.invitees;
    const chip = (fate: Fate | null, text: string, many: number): TemplateResult => html`<button
      type="button"
      class="chip ${only === fate ? "chip-on" : ""}"
      aria-pressed=${String(only === fate)}
      @click=${() => this.#narrow(fate)}
    >${text} ${count(many)}</button>`;
    return html`<p class="faint">${list.how}</p>
      <div class="chips" role="group" aria-label=${say("lines-by-fate")}>
        ${chip(null, say("lines-all"), list.total)}
        ${this.#ends().map((fate) => chip(fate, fate === "added" && this.done ? say("lines-added") : FATES[fate].text, counts[fate]))}
      </div>
      ${problem(failure)}
      <ui-grid
        class="table preview"
        data-first
        .label=${say("lines-title")}
        .rowName=${"line"}
        .columns=${COLUMNS}
        .total=${total}
        .version=${`${only}`}
        .active=${this.active}
        .rowAt=${(index: number) => this.invitees.row(index)}
        .cells=${cells}
        .empty=${html`<p>${say("lines-none")}</p>`}
        @range=${(event: CustomEvent<Range>) => this.invitees.show(event.detail.first, event.detail.last)}
        @activate=${(event: CustomEvent<number>) => (this.active = event.detail)}
      ></ui-grid>
      ${this.#told()}`;
  }
}
customElements.define("invitees-preview", InviteesPreview);

function cells(of: unknown, columns: readonly Column[]): TemplateResult {
  const row = of as InviteeRow;
  const reason = why(row);
  const cell: Readonly<Record<string, TemplateResult>> = {
    invitee: html`<span class="who">
      <span class="clip" dir="auto" title=${row.address}>${row.address}</span>
      <span class="who-mail clip" dir="auto">${say("lines-line", { line: row.line })}${row.name === "" ? "" : ` · ${row.name}`}</span>
    </span>`,
    fate: html`<span class="who">${badge(FATES[row.fate])}${reason === "" ? nothing : html`<span class="who-mail clip" title=${reason}>${reason}</span>`}</span>`,
    given: html`<span class="who">
      <span class="clip">${row.role}</span>
      ${row.workspaces === "" ? nothing : html`<span class="who-mail clip" title=${row.workspaces}>${row.workspaces}</span>`}
    </span>`,
  };
  return html`${columns.map((column) => html`<div role="gridcell" class="grid-cell cell-${column.id}">${cell[column.id]}</div>`)}`;
}
