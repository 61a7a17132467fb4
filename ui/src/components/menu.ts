/** A button that opens a list of choices: many at once, one of several, or actions. */
import { html, nothing, type TemplateResult } from "lit";
import { say } from "../text/say";
import { icon, type IconName } from "./icon";
import { LightElement } from "./light";

export interface MenuItem {
  id: string;
  label: string;
  hint?: string;
  kind: "many" | "one" | "action";
  checked?: boolean;
  icon?: IconName;
  /** A line above it: another group begins. */
  apart?: boolean;
}

/** As close may a list come to the window's edge, in pixels. */
const EDGE = 8;

let menus = 0;

export class ChoiceMenu extends LightElement {
  static override properties = {
    button: { attribute: false },
    buttonClass: { attribute: false },
    label: { attribute: false },
    items: { attribute: false },
    open: { state: true },
    active: { state: true },
  };
  /** What the button shows. */
  declare button: TemplateResult | string;
  declare buttonClass: string;
  /** What the list is about, for screen readers. */
  declare label: string;
  declare items: readonly MenuItem[];
  declare open: boolean;
  declare active: number;
  readonly #id = `menu-${++menus}`;
  #typed = "";
  #typedAt = 0;

  constructor() {
    super();
    this.button = "";
    this.buttonClass = "chip";
    this.label = "";
    this.items = [];
    this.open = false;
    this.active = 0;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    this.#keepInside();
    // Choices that are fetched when the list opens take the focus as they arrive.
    const before = changed.get("items") as readonly MenuItem[] | undefined;
    if (this.open && before?.length === 0 && this.items.length > 0) this.#focus(this.active);
  }

  /** A list that begins at its button may stick out of a narrow window: it moves as far as it must. */
  #keepInside(): void {
    const menu = this.querySelector<HTMLElement>("[role=menu]");
    if (!menu) return;
    menu.style.insetInlineStart = "";
    const { left, right } = menu.getBoundingClientRect();
    const room = [left, document.documentElement.clientWidth - right] as const;
    const [before, after] = getComputedStyle(menu).direction === "rtl" ? [room[1], room[0]] : room;
    const out = EDGE - after;
    if (out > 0) menu.style.insetInlineStart = `${-Math.min(out, before - EDGE)}px`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#outside);
    this.addEventListener("focusout", this.#left);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#outside);
    this.removeEventListener("focusout", this.#left);
  }

  #outside = (event: Event): void => {
    if (this.open && event.target instanceof Node && !this.contains(event.target)) this.open = false;
  };

  /** The keyboard went elsewhere: to the next pane, or into a dialog. */
  #left = ({ relatedTarget: to }: FocusEvent): void => {
    if (to instanceof Node && !this.contains(to)) this.open = false;
  };

  #show(active: number): void {
    if (!this.open) this.dispatchEvent(new CustomEvent("show"));
    this.open = true;
    this.#focus(active);
  }

  #hide(): void {
    this.open = false;
    this.querySelector<HTMLElement>("button")?.focus();
  }

  #focus(active: number): void {
    const many = this.items.length;
    this.active = many === 0 ? Math.max(0, active) : (active + many) % many;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("[role^=menuitem][tabindex='0']")?.focus());
  }

  #choose(item: MenuItem): void {
    this.dispatchEvent(new CustomEvent<string>("choose", { detail: item.id }));
    if (item.kind !== "many") this.#hide();
  }

  #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(event.key === "ArrowDown" ? 0 : -1);
  };

  #onMenuKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === "Tab") return void (this.open = false);
    if (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(key)) return;
    event.preventDefault();
    event.stopPropagation();
    const item = this.items[this.active];
    if (key === "ArrowDown") this.#focus(this.active + 1);
    else if (key === "ArrowUp") this.#focus(this.active - 1);
    else if (key === "Home") this.#focus(0);
    else if (key === "End") this.#focus(-1);
    else if (key === "Escape") this.#hide();
    else if ((key === "Enter" || key === " ") && item) this.#choose(item);
    else if (key.length === 1) this.#typeAhead(key, event.timeStamp);
  };

  /** Letters typed within a second of each other find an item by its beginning. */
  #typeAhead(letter: string, at: number): void {
    this.#typed = at - this.#typedAt > 1000 ? letter : this.#typed + letter;
    this.#typedAt = at;
    const start = this.#typed.toLocaleLowerCase();
    const found = this.items.findIndex((item) => item.label.toLocaleLowerCase().startsWith(start));
    if (found >= 0) this.#focus(found);
  }

  #item = (item: MenuItem, at: number): TemplateResult => {
    const role = { many: "menuitemcheckbox", one: "menuitemradio", action: "menuitem" }[item.kind];
    return html`${item.apart === true ? html`<div class="menu-line" role="separator"></div>` : nothing}
      <div
        class="menu-item"
        role=${role}
        id="${this.#id}-${at}"
        tabindex=${at === this.active ? "0" : "-1"}
        aria-checked=${item.kind === "action" ? nothing : String(item.checked === true)}
        @click=${() => this.#choose(item)}
      >
        <span class="menu-tick">${item.icon ? icon(item.icon) : item.checked === true ? icon("check") : nothing}</span>
        <span class="menu-label">${item.label}</span>
        ${item.hint === undefined ? nothing : html`<span class="menu-hint">${item.hint}</span>`}
      </div>`;
  };

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class=${this.buttonClass}
        aria-haspopup="menu"
        aria-expanded=${String(this.open)}
        aria-controls=${this.open ? this.#id : nothing}
        @click=${() => (this.open ? this.#hide() : this.#show(0))}
        @keydown=${this.#onButtonKey}
      >
        ${this.button}
      </button>
      ${this.open
        ? html`<div class="menu" role="menu" id=${this.#id} aria-label=${this.label} @keydown=${this.#onMenuKey}>
            ${this.items.length === 0
              ? html`<div class="menu-item" role="menuitem" aria-disabled="true" tabindex="0"><span class="menu-label faint">${say("menu-empty")}</span></div>`
              : this.items.map(this.#item)}
          </div>`
        : nothing}`;
  }
}
customElements.define("ui-menu", ChoiceMenu);
