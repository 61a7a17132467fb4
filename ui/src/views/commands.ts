/** The command palette: every action by name, with its key; one that can't be done says why. */
import { html, nothing, type TemplateResult } from "lit";
import { actions, type Action } from "../actions";
import "../components/dialog";
import { icon } from "../components/icon";
import { LightElement } from "../components/light";
import type { Desk } from "../desk";
import { fold } from "../text/fold";
import { label, onMac } from "../text/keys";
import { say } from "../text/say";

export class CommandPalette extends LightElement {
  static override properties = {
    desk: { attribute: false },
    version: { attribute: false },
    search: { state: true },
    active: { state: true },
  };
  declare desk: Desk;
  /** Grows with every change outside, so that what can be done is told as it is now. */
  declare version: number;
  declare search: string;
  declare active: number;

  constructor() {
    super();
    this.search = "";
    this.active = 0;
  }

  /** Those whose title has every word; those that can be done come first. */
  #found(): Action[] {
    const words = fold(this.search).split(" ").filter(Boolean);
    const found = actions(this.desk).filter((action) => {
      const text = fold(`${action.title} ${action.about ?? ""}`);
      return action.moves !== true && words.every((word) => text.includes(word));
    });
    return [...found.filter((action) => action.unavailable === null), ...found.filter((action) => action.unavailable !== null)];
  }

  #run(action: Action | undefined): void {
    if (action === undefined || action.unavailable !== null) return;
    this.desk.show(null);
    action.run();
  }

  #onKey = (event: KeyboardEvent): void => {
    const many = this.#found().length;
    const to = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: Math.min(this.active + 8, many - 1), PageUp: Math.max(this.active - 8, 0) }[event.key];
    if (to === undefined || many === 0) return;
    event.preventDefault();
    this.active = (to + many) % many;
  };

  protected override updated(): void {
    this.querySelector("[aria-selected=true]")?.scrollIntoView?.({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const found = this.#found();
    const active = Math.min(this.active, found.length - 1);
    return html`<ui-dialog
      .heading=${say("commands-title")}
      .content=${html`<input
          class="input"
          type="text"
          role="combobox"
          data-first
          aria-label=${say("commands-find")}
          placeholder=${say("commands-find")}
          aria-expanded="true"
          aria-controls="commands"
          aria-autocomplete="list"
          aria-activedescendant=${active < 0 ? nothing : `command-${active}`}
          autocomplete="off"
          spellcheck="false"
          .value=${this.search}
          @input=${(event: Event) => {
            this.search = (event.target as HTMLInputElement).value;
            this.active = 0;
          }}
          @keydown=${this.#onKey}
        />
        <div class="commands" role="listbox" id="commands" aria-label=${say("commands-title")}>
          ${found.map((action, at) => this.#option(action, at, at === active))}
        </div>
        <p class=${found.length === 0 ? "faint" : "unseen"} role="status">
          ${found.length === 0 ? say("commands-none") : say("commands-counted", { count: found.length })}
        </p>`}
      .footer=${{ leave: html`<button type="button" class="button" @click=${() => this.desk.show(null)}>${say("word-close")}</button>` }}
      @leave=${() => this.desk.show(null)}
      @confirm=${() => this.#run(found[active])}
    ></ui-dialog>`;
  }

  #option(action: Action, at: number, active: boolean): TemplateResult {
    const [first] = action.keys;
    return html`<div
      class="command"
      role="option"
      id="command-${at}"
      aria-selected=${String(active)}
      aria-disabled=${String(action.unavailable !== null)}
      @click=${() => this.#run(action)}
    >
      <span class="command-text">
        <span>${action.title}${action.about === undefined ? nothing : html` <span class="faint" dir="auto">${action.about}</span>`}</span>
        ${action.unavailable === null ? nothing : html`<span class="reason">${icon("lock")}${action.unavailable}</span>`}
      </span>
      ${first === undefined ? nothing : html`<kbd>${label(first, onMac())}</kbd>`}
    </div>`;
  }
}
customElements.define("command-palette", CommandPalette);
