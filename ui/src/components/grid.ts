/**
 * A table of any length on a fixed number of recycled rows. It knows the total, so a screen reader hears
 * "row 40 of 12,408" and not the forty rows that are drawn; scrolling costs one frame callback.
 */
import { html, nothing, render, type TemplateResult } from "lit";
import { BOXES, headBox, rowBox, type Selectable, type Selecting } from "./grid-boxes";
import { say } from "../text/say";
import { LightElement } from "./light";
import { icon } from "./icon";
import { fitting, template, type Track } from "./tracks";
import { drawn, moved, poolSize, reveal, visible, type Range } from "./window-maths";

export interface Column extends Track {
  id: string;
  /** What it is called. */
  label: string;
  /** What it can be sorted by: mostly itself; a column with two lines offers both. With none it is headed by its label, and can't be sized. */
  sorts: readonly { id: string; label: string }[];
  /** What it is sorted by now. */
  sorted: { id: string; direction: "ascending" | "descending" } | null;
}

/** A column was given another width, in pixels at the usual size of text; `null` gives it back. */
export interface Sized {
  column: string;
  width: number | null;
}

/** A recycled row: its element, and what it draws now. */
interface Slot {
  element: HTMLElement;
  index: number;
  row: unknown;
  version: string;
  active: boolean;
  selected: boolean;
}

/** The order of rows in the page is put right when scrolling rests this long, in milliseconds. */
const REST = 120;

export class VirtualGrid extends LightElement {
  static override properties = {
    label: { attribute: false },
    rowName: { attribute: false },
    columns: { attribute: false },
    total: { attribute: false },
    version: { attribute: false },
    active: { attribute: false },
    rowAt: { attribute: false },
    cells: { attribute: false },
    empty: { attribute: false },
    selectable: { attribute: false },
  };
  declare label: string;
  /** What the rows' ids begin with, so that two lists on one page keep theirs apart. */
  declare rowName: string;
  declare columns: readonly Column[];
  declare total: number;
  /** Differs when rows must be drawn again though they are the same. */
  declare version: string;
  /** The place of the row that the keyboard is on. */
  declare active: number;
  declare rowAt: (index: number) => unknown;
  /** The cells of a row in these columns, each with `role="gridcell"`. */
  declare cells: (row: unknown, columns: readonly Column[]) => TemplateResult;
  /** What stands in place of rows when there are none. */
  declare empty: TemplateResult | null;
  /** `null` where nothing can be done with a selection: then there is none. */
  declare selectable: Selectable | null;

  readonly #slots: Slot[] = [];
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #sizes: ResizeObserver | null = null;
  #shown: Range = { first: 0, last: -1 };
  /** Heights in pixels: measured when the view's size changes, never while scrolling. */
  #row = 44;
  #head = 34;
  #height = 0;
  /** In rem. */
  #width = Infinity;
  /** The columns that there is room for. */
  #drawn: readonly Column[] = [];

  constructor() {
    super();
    this.label = "";
    this.rowName = "grid-row";
    this.columns = [];
    this.total = 0;
    this.version = "";
    this.active = 0;
    this.rowAt = () => undefined;
    this.cells = () => html``;
    this.empty = null;
    this.selectable = null;
  }

  protected override regain(): void {
    this.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#sizes?.disconnect();
  }

  /** Back to the first row: another question was asked. */
  toTop(): void {
    const grid = this.#grid;
    if (grid) grid.scrollTop = 0;
  }

  /** Moves the keyboard there and scrolls as little as shows it. */
  moveTo(index: number): void {
    if (this.total === 0) return;
    this.#reveal(index);
    this.#tell("activate", index);
  }

  #reveal(index: number): void {
    const grid = this.#grid;
    if (!grid) return;
    const to = reveal(index, grid.scrollTop, this.#height, this.#row);
    if (to !== grid.scrollTop) grid.scrollTop = to;
    this.active = index;
  }

  #tell<Detail>(event: "activate" | "open" | "select", detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(event, { detail }));
  }

  #select(detail: Selecting): void {
    this.#tell("select", detail);
  }

  /** Rows that were missing are here. */
  rowsArrived(): void {
    this.#draw();
  }

  override focus(): void {
    // Scripts move it here from the keyboard: the ring must show, whatever had the focus before.
    this.#grid?.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    // In a narrow window it may be below what is in view.
    this.scrollIntoView?.({ block: "nearest" });
  }

  get #grid(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[role=grid]");
  }

  protected override firstUpdated(): void {
    const grid = this.#grid;
    if (!grid) return;
    this.#measure();
    if (this.active > 0) {
      // The body is as tall as its rows only once they are drawn.
      this.#draw();
      grid.scrollTop = reveal(this.active, 0, this.#height, this.#row);
    }
    if (typeof ResizeObserver === "undefined") return;
    this.#sizes = new ResizeObserver(() => {
      const inView = this.active >= this.#shown.first && this.active <= this.#shown.last;
      this.#measure();
      if (fitting(this.columns, this.#room) !== this.#drawn.length) this.requestUpdate();
      else this.#shareOut();
      // A view that got smaller must not hide the row that the keyboard is on.
      if (inView) grid.scrollTop = reveal(this.active, grid.scrollTop, this.#height, this.#row);
      this.#draw();
    });
    this.#sizes.observe(grid);
  }

  protected override willUpdate(): void {
    const before = this.#drawn.map((each) => each.id).join();
    this.#drawn = this.columns.slice(0, fitting(this.columns, this.#room));
    // Other cells in every row.
    if (this.#drawn.map((each) => each.id).join() !== before) for (const slot of this.#slots) slot.version = "";
  }

  protected override updated(): void {
    this.#shareOut();
    this.#draw();
  }

  /** Tells the stylesheet how wide the columns are. */
  #shareOut(): void {
    const { columns, least } = template(this.#drawn, this.#room);
    const boxes = this.selectable !== null;
    this.style.setProperty("--columns", boxes ? `1.5rem ${columns}` : columns);
    this.style.setProperty("--least", `${least === 0 || !boxes ? least : least + BOXES}rem`);
  }

  /** In rem: what the boxes leave to the columns. */
  get #room(): number {
    return this.#width - (this.selectable === null ? 0 : BOXES);
  }

  #measure(): void {
    const grid = this.#grid;
    const body = this.querySelector<HTMLElement>(".grid-body");
    if (!grid || !body) return;
    // The stylesheet owns the heights, in units that follow the text size.
    const style = getComputedStyle(body);
    const row = Number.parseFloat(style.getPropertyValue("line-height")) || 44;
    if (row !== this.#row) {
      // Another text size: every row moves to another place.
      this.#row = row;
      for (const slot of this.#slots) slot.index = -1;
    }
    this.#head = this.querySelector<HTMLElement>(".grid-head")?.offsetHeight ?? 0;
    this.#height = Math.max(0, grid.clientHeight - this.#head) || 12 * this.#row;
    this.#width = grid.clientWidth / rem() || Infinity;
  }

  #onScroll = (): void => {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  #draw(): void {
    const grid = this.#grid;
    const body = this.querySelector<HTMLElement>(".grid-body");
    if (!grid || !body) return;
    const height = `${this.total * this.#row}px`;
    if (body.style.height !== height) body.style.height = height;
    const size = poolSize(this.#height, this.#row);
    while (this.#slots.length < size) this.#slots.push(this.#newSlot(body));
    const seen = visible(grid.scrollTop, this.#height, this.#row, this.total);
    const range = drawn(seen, this.total);
    const many = this.#slots.length;
    const used = new Set<Slot>();
    for (let index = range.first; index <= range.last; index++) {
      const slot = this.#slots[index % many];
      if (!slot) continue;
      used.add(slot);
      this.#fill(slot, index);
    }
    for (const slot of this.#slots) {
      if (used.has(slot) || slot.index < 0) continue;
      slot.index = -1;
      slot.element.hidden = true;
    }
    this.#pointToActive(grid);
    if (seen.first !== this.#shown.first || seen.last !== this.#shown.last) {
      this.#shown = seen;
      this.dispatchEvent(new CustomEvent<Range>("range", { detail: range }));
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#putInOrder(body), REST);
    }
  }

  #newSlot(body: HTMLElement): Slot {
    const element = document.createElement("div");
    element.className = "grid-row";
    element.setAttribute("role", "row");
    element.setAttribute("data-busy", say("word-loading"));
    element.hidden = true;
    body.append(element);
    return { element, index: -1, row: undefined, version: "", active: false, selected: false };
  }

  #fill(slot: Slot, index: number): void {
    const row = this.rowAt(index);
    const active = index === this.active;
    const selected = this.selectable === null ? active : row !== undefined && this.selectable.has(row);
    const same = slot.index === index && slot.row === row && slot.version === this.version;
    if (same && slot.active === active && slot.selected === selected) return;
    const { element } = slot;
    if (slot.index !== index) {
      element.style.transform = `translateY(${index * this.#row}px)`;
      element.id = `${this.rowName}-${index}`;
      element.setAttribute("aria-rowindex", String(index + 1));
      element.hidden = false;
    }
    element.setAttribute("aria-selected", String(selected));
    element.classList.toggle("grid-active", active);
    // A row that isn't here yet keeps its old cells, hidden: making them anew, twice, would cost the frame.
    if (row === undefined) element.setAttribute("aria-busy", "true");
    else element.removeAttribute("aria-busy");
    if (row !== undefined && (slot.row !== row || slot.version !== this.version)) render(html`${this.selectable === null ? nothing : rowBox}${this.cells(row, this.#drawn)}`, element);
    Object.assign(slot, { index, row, version: this.version, active, selected });
  }

  /** The active row is named only while it is drawn: a name that leads nowhere reads as nothing. */
  #pointToActive(grid: HTMLElement): void {
    const drawnNow = this.#slots.some((slot) => slot.index === this.active);
    if (drawnNow) grid.setAttribute("aria-activedescendant", `${this.rowName}-${this.active}`);
    else grid.removeAttribute("aria-activedescendant");
  }

  /** Recycling leaves rows in any order; those who read the page in order get the right one. */
  #putInOrder(body: HTMLElement): void {
    const order = this.#slots.filter((slot) => slot.index >= 0).sort((a, b) => a.index - b.index);
    order.forEach((slot, at) => {
      if (body.children[at] !== slot.element) body.insertBefore(slot.element, body.children[at] ?? null);
    });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.target !== this.#grid || event.altKey || this.total === 0) return;
    if (event.ctrlKey || event.metaKey) {
      if (this.selectable === null || event.key.toLowerCase() !== "a") return;
      event.preventDefault();
      return this.#select({ kind: "all" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      return this.#tell("open", this.active);
    }
    if (event.key === " " && this.selectable !== null) {
      event.preventDefault();
      return this.#select({ kind: "toggle", index: this.active });
    }
    const page = Math.max(1, Math.floor(this.#height / this.#row) - 1);
    const to = moved(event.key, this.active, this.total, page);
    if (to === null) return;
    event.preventDefault();
    if (!event.shiftKey || this.selectable === null) return this.moveTo(to);
    this.#reveal(to);
    this.#select({ kind: "extend", index: to });
  };

  #onClick = (event: MouseEvent): void => {
    const pressed = event.target instanceof Element ? event.target : null;
    const slot = this.#slots.find((each) => each.element === pressed?.closest(".grid-row"));
    if (!slot || slot.index < 0) return;
    const { index } = slot;
    if (this.selectable !== null && event.shiftKey) return this.#select({ kind: "extend", index });
    const one = event.ctrlKey || event.metaKey || pressed?.closest(".grid-box");
    if (this.selectable !== null && one) return this.#select({ kind: "toggle", index });
    this.#tell("activate", index);
    this.#tell("open", index);
  };

  /** Dragging a header's edge makes its column wider or narrower; a double press gives the width back. */
  #onEdge = (event: PointerEvent, column: Column): void => {
    const edge = event.currentTarget as HTMLElement;
    const head = edge.parentElement;
    if (!head || event.button !== 0) return;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const [from, width, unit] = [event.clientX, head.offsetWidth, rem() / 16];
    const sign = getComputedStyle(head).direction === "rtl" ? -1 : 1;
    const size = (move: PointerEvent): void => this.#size(column.id, (width + sign * (move.clientX - from)) / unit);
    edge.addEventListener("pointermove", size);
    edge.addEventListener("lostpointercapture", () => edge.removeEventListener("pointermove", size), { once: true });
  };

  #size(column: string, width: number | null): void {
    this.dispatchEvent(new CustomEvent<Sized>("size", { detail: { column, width } }));
  }

  #header = (column: Column): TemplateResult =>
    column.sorts.length === 0 ? html`<div role="columnheader" class="grid-cell cell-${column.id}">${column.label}</div>` : this.#sortable(column);

  #sortable = (column: Column): TemplateResult => html`<div
    role="columnheader"
    class="grid-cell cell-${column.id}"
    aria-sort=${column.sorted?.direction ?? "none"}
  >
    ${column.sorts.map(
      (sort) => html`<button
        type="button"
        class="grid-sort"
        @click=${() => this.dispatchEvent(new CustomEvent<string>("sort", { detail: sort.id }))}
      >
        ${sort.label}${column.sorted?.id === sort.id ? icon(column.sorted.direction === "ascending" ? "up" : "down") : nothing}
      </button>`,
    )}
    <span
      class="grid-edge"
      @pointerdown=${(event: PointerEvent) => this.#onEdge(event, column)}
      @dblclick=${() => this.#size(column.id, null)}
    ></span>
  </div>`;

  protected override render(): TemplateResult {
    const { selectable } = this;
    return html`<div
      class="grid ${this.total === 0 && this.empty !== null ? "grid-none" : ""}"
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${this.total}
      aria-colcount=${this.#drawn.length + (selectable === null ? 0 : 1)}
      aria-multiselectable=${selectable === null ? nothing : "true"}
      @scroll=${this.#onScroll}
      @keydown=${this.#onKey}
    >
      <div class="grid-head" role="rowgroup">
        <div class="grid-headrow" role="row">${selectable === null ? nothing : headBox(selectable, (asked) => this.#select(asked))}${this.#drawn.map(this.#header)}</div>
      </div>
      <div class="grid-body" role="rowgroup" ?hidden=${this.total === 0} @click=${this.#onClick}></div>
    </div>
    ${this.total === 0 && this.empty !== null ? html`<div class="grid-empty">${this.empty}</div>` : nothing}`;
  }
}

/** Pixels to a rem, which follows the size of text. */
const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

customElements.define("ui-grid", VirtualGrid);
