/** Which columns the list has, in which order, how wide: by pointer, or by the arrows in one list. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import type { ShownColumn } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { EVERY_COLUMN } from "../../state/views";
import { say } from "../../text/say";
import { clamped, COLUMNS, WIDTH } from "./columns";

/** A column as the dialog lists it: one that isn't shown keeps its place. */
interface Listed extends ShownColumn {
  shown: boolean;
}

export class ChooseColumns extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    list: { state: true },
    active: { state: true },
    said: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare list: readonly Listed[];
  declare active: number;
  /** What the last press did, for those who don't see it. */
  declare said: string;

  constructor() {
    super();
    this.list = [];
    this.active = 0;
    this.said = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { columns } = this.organization.views;
    const others = EVERY_COLUMN.filter((each) => !columns.some((shown) => shown.column === each));
    this.list = [
      ...columns.map((each) => ({ ...each, shown: true })),
      ...others.map((column) => ({ column, width: null, shown: false })),
    ];
  }

  get #here(): Listed {
    return this.list[this.active]!;
  }

  #set(list: readonly Listed[], active: number, said: string): void {
    this.list = list;
    this.said = said;
    this.#go(active);
  }

  #go(active: number): void {
    this.active = Math.min(this.list.length - 1, Math.max(0, active));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[role=option][tabindex='0']")?.scrollIntoView({ block: "nearest" }));
  }

  #change(change: Partial<Listed>, said: string): void {
    this.#set(this.list.map((each, at) => (at === this.active ? { ...each, ...change } : each)), this.active, said);
  }

  #toggle(): void {
    const { column, shown } = this.#here;
    if (column === "name") return void (this.said = say("columns-said-name"));
    const said = { column: COLUMNS[column].label };
    this.#change({ shown: !shown }, shown ? say("columns-said-hidden", said) : say("columns-said-shown", said));
  }

  /** Moves the column one place; that of the name stays the first. */
  #move(step: 1 | -1): void {
    const to = this.active + step;
    const { column } = this.#here;
    const { label } = COLUMNS[column];
    if (column === "name" || to < 1 || to >= this.list.length) return void (this.said = say("columns-said-end", { column: label }));
    const list = [...this.list];
    list.splice(to, 0, ...list.splice(this.active, 1));
    this.#set(list, to, say("columns-said-place", { column: label, place: to + 1, total: list.length }));
  }

  #resize(steps: number): void {
    const { column, width } = this.#here;
    const next = clamped((width ?? COLUMNS[column].least * 16) + steps * WIDTH.step);
    this.#change({ width: next }, say("columns-said-width", { column: COLUMNS[column].label, pixels: next }));
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (event.altKey && key === "ArrowUp") this.#move(-1);
    else if (event.altKey && key === "ArrowDown") this.#move(1);
    else if (event.altKey) return;
    else if (key === "ArrowUp") this.#go(this.active - 1);
    else if (key === "ArrowDown") this.#go(this.active + 1);
    else if (key === "Home") this.#go(0);
    else if (key === "End") this.#go(this.list.length - 1);
    else if (key === "ArrowLeft") this.#resize(-1);
    else if (key === "ArrowRight") this.#resize(1);
    else if (key === " ") this.#toggle();
    else return;
    event.preventDefault();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[role=option][tabindex='0']")?.focus());
  };

  #confirm = (): void => {
    this.organization.views.show(this.list.filter((each) => each.shown).map(({ column, width }) => ({ column, width })));
    this.desk.show(null);
  };

  #option = (each: Listed, at: number): TemplateResult => {
    const { label } = COLUMNS[each.column];
    const note = each.column === "name" ? say("columns-always") : each.width === null ? "" : say("columns-pixels", { pixels: each.width });
    return html`<div
      role="option"
      class="column-choice"
      tabindex=${at === this.active ? "0" : "-1"}
      ?data-first=${at === this.active}
      aria-selected=${String(each.shown)}
      @click=${() => {
        this.active = at;
        this.#toggle();
      }}
    >
      <span class="menu-tick">${each.shown ? icon("check") : ""}</span>
      <span class="menu-label">${label}</span>
      <span class="menu-hint">${note}</span>
    </div>`;
  };

  protected override render(): TemplateResult {
    const close = (): void => this.desk.show(null);
    const column = COLUMNS[this.#here.column].label;
    const act = (words: string, of: string, run: () => void): TemplateResult =>
      html`<button type="button" class="button button-small" aria-label=${of} @click=${run}>${words}</button>`;
    return html`<ui-dialog
      .heading=${say("users-columns")}
      .intro=${say("columns-intro")}
      .content=${html`<div role="listbox" class="column-choices" aria-multiselectable="true" aria-label=${say("users-columns")} @keydown=${this.#onKey}>
          ${this.list.map(this.#option)}
        </div>
        <div class="pills" role="group" aria-label=${say("columns-place-and-width", { column })}>
          ${act(say("columns-earlier"), say("columns-earlier-label", { column }), () => this.#move(-1))}
          ${act(say("columns-later"), say("columns-later-label", { column }), () => this.#move(1))}
          ${act(say("columns-narrower"), say("columns-narrower-label", { column }), () => this.#resize(-1))}
          ${act(say("columns-wider"), say("columns-wider-label", { column }), () => this.#resize(1))}
          ${act(say("columns-usual"), say("columns-usual-label", { column }), () => this.#change({ width: null }, say("columns-said-usual", { column })))}
        </div>
        <p class="unseen" role="status">${this.said}</p>`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary">${say("columns-show")}</button>`,
      }}
      @leave=${close}
      @confirm=${this.#confirm}
    ></ui-dialog>`;
  }
}
customElements.define("choose-columns", ChooseColumns);
