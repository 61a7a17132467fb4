/** The choice of a role. One that can't be given stays visible and focusable, with its reason. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { RoleChoice } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";
import { reason } from "../../text/verdicts";
import "./compare";

/** Whether none can be given, for one and the same reason: that is said once. */
function refusedAlike(roles: readonly RoleChoice[]): boolean {
  return roles.every((each) => each.verdict.kind === "denied") && new Set(roles.map((each) => reason(each.verdict))).size === 1;
}

/** The id of what says why none can be given: the reason of all, or that of the least one. */
export const whyNone = (roles: readonly RoleChoice[]): string => (refusedAlike(roles) ? "role-reason" : `role-${roles.at(-1)?.role ?? ""}-why`);

export class RoleChoices extends LightElement {
  static override properties = {
    organization: { attribute: false },
    roles: { attribute: false },
    chosen: { attribute: false },
    label: { attribute: false },
    first: { attribute: false },
    reached: { state: true },
  };
  declare organization: OpenOrganization;
  declare roles: readonly RoleChoice[];
  /** Wire value of the one chosen. */
  declare chosen: string | null;
  declare label: string;
  /** The keyboard begins here. */
  declare first: boolean;
  /** The role that the arrows went to last; one that can't be chosen may have the focus too. */
  declare reached: number | null;

  constructor() {
    super();
    this.roles = [];
    this.chosen = null;
    this.label = say("property-role");
    this.first = false;
    this.reached = null;
  }

  protected override firstUpdated(): void {
    if (this.first) this.querySelector<HTMLElement>("[role=radio][tabindex='0']")?.focus();
  }

  #pick(choice: RoleChoice): void {
    this.reached = this.roles.indexOf(choice);
    if (choice.verdict.kind !== "denied") this.dispatchEvent(new CustomEvent<RoleChoice>("pick", { detail: choice }));
  }

  #onKey = (event: KeyboardEvent): void => {
    const radios = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=radio]")];
    const here = radios.findIndex((radio) => radio === document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? here : (here + step + radios.length) % radios.length;
    if (step === undefined && event.key !== " ") return;
    event.preventDefault();
    this.reached = to;
    radios[to]?.focus();
    const choice = this.roles[to];
    if (choice) this.#pick(choice);
  };

  protected override render(): TemplateResult {
    // One radio is in the tab order: the chosen one, or the first where none is.
    const at = Math.max(0, this.roles.findIndex((each) => each.role === this.chosen));
    const [first] = this.roles;
    const shared = first !== undefined && refusedAlike(this.roles);
    return html`<fieldset class="group">
      <legend id="role-legend">${this.label}</legend>
      ${shared ? html`<p class="why" id="role-reason">${icon("lock")}<span>${reason(first.verdict)}</span></p>` : nothing}
      <div class="choices" role="radiogroup" aria-labelledby="role-legend" aria-describedby=${shared ? "role-reason" : nothing} @keydown=${this.#onKey}>
        ${this.roles.map((choice, index) => this.#choice(choice, index === (this.reached ?? at), shared))}
      </div>
      <role-comparison .organization=${this.organization}></role-comparison>
    </fieldset>`;
  }

  #choice(choice: RoleChoice, inTabOrder: boolean, shared: boolean): TemplateResult {
    const refused = choice.verdict.kind === "denied";
    const why = choice.verdict.kind === "allowed" || shared ? "" : reason(choice.verdict);
    return html`<div
      class="choice"
      role="radio"
      id="role-${choice.role}"
      tabindex=${inTabOrder ? "0" : "-1"}
      aria-checked=${String(choice.role === this.chosen)}
      aria-disabled=${String(refused)}
      aria-labelledby="role-${choice.role}-title"
      aria-describedby="role-${choice.role}-text${why === "" ? (shared ? " role-reason" : "") : ` role-${choice.role}-why`}"
      @click=${() => this.#pick(choice)}
    >
      <span class="dot" aria-hidden="true"></span>
      <span class="choice-text">
        <span class="choice-title" id="role-${choice.role}-title">${choice.title}${choice.current ? html` <span class="faint">${say("roles-now")}</span>` : nothing}</span>
        <span class="help" id="role-${choice.role}-text">${choice.summary}</span>
        ${why === "" ? nothing : html`<span class="reason" id="role-${choice.role}-why">${icon(refused ? "lock" : "alert")}${why}</span>`}
      </span>
    </div>`;
  }
}
customElements.define("role-choices", RoleChoices);
