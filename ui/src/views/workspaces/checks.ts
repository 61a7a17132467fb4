/** The choice of workspaces for one user; what is different from now stands out. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { EditWorkspace, Verdict } from "../../host/types";
import { fold } from "../../text/fold";
import { say } from "../../text/say";
import { reason } from "../../text/verdicts";

/** With more workspaces than this, a filter helps. */
const MANY = 8;

export class WorkspaceChecks extends LightElement {
  static override properties = {
    workspaces: { attribute: false },
    wanted: { attribute: false },
    verdict: { attribute: false },
    anyway: { attribute: false },
    first: { attribute: false },
    filter: { state: true },
  };
  declare workspaces: readonly EditWorkspace[];
  /** By id: what it shall be, where that differs from what is. */
  declare wanted: ReadonlyMap<string, boolean>;
  declare verdict: Verdict;
  /** That the user's role enters every workspace, whatever is chosen; a sentence. */
  declare anyway: string | null;
  /** The keyboard begins here. */
  declare first: boolean;
  declare filter: string;

  constructor() {
    super();
    this.workspaces = [];
    this.wanted = new Map();
    this.anyway = null;
    this.first = false;
    this.filter = "";
  }

  protected override firstUpdated(): void {
    if (this.first) this.querySelector("input")?.focus();
  }

  #toggle(event: Event, each: EditWorkspace): void {
    if (this.verdict.kind === "denied") return event.preventDefault();
    const next = new Map(this.wanted);
    if (next.has(each.id)) next.delete(each.id);
    else next.set(each.id, !each.granted);
    this.wanted = next;
    this.dispatchEvent(new CustomEvent<ReadonlyMap<string, boolean>>("want", { detail: next }));
  }

  protected override render(): TemplateResult {
    const refused = this.verdict.kind === "denied";
    const described = this.verdict.kind === "allowed" ? nothing : "workspaces-reason";
    const looked = fold(this.filter.trim());
    const shown = this.workspaces.filter((each) => looked === "" || fold(each.name).includes(looked));
    const has = (each: EditWorkspace): boolean => this.wanted.get(each.id) ?? each.granted;
    return html`<fieldset class="group" aria-describedby=${described}>
      <legend>${say("property-workspaces")} <span class="faint">${say("checks-chosen", { chosen: this.workspaces.filter(has).length, count: this.workspaces.length })}</span></legend>
      ${this.verdict.kind === "allowed"
        ? nothing
        : html`<p class="why" id="workspaces-reason">${icon(refused ? "lock" : "alert")}<span>${reason(this.verdict)}</span></p>`}
      ${this.anyway === null ? nothing : html`<p class="why">${icon("key")}<span>${this.anyway}</span></p>`}
      ${this.workspaces.length > MANY
        ? html`<input
            class="input"
            type="text"
            role="searchbox"
            placeholder=${say("checks-filter")}
            aria-label=${say("checks-filter")}
            .value=${this.filter}
            @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.preventDefault()}
          />`
        : nothing}
      <div class="checks">
        ${shown.map((each) => html`<label class="check ${this.wanted.has(each.id) ? "check-changed" : ""}">
          <input
            type="checkbox"
            .checked=${has(each)}
            aria-disabled=${String(refused)}
            aria-describedby=${described}
            @click=${(event: Event) => this.#toggle(event, each)}
          />
          <span class="wrap">${each.name}</span>
        </label>`)}
        ${shown.length === 0 ? html`<p class="faint">${say(this.workspaces.length === 0 ? "checks-none" : "checks-no-such-name")}</p>` : nothing}
      </div>
    </fieldset>`;
  }
}
customElements.define("workspace-checks", WorkspaceChecks);
