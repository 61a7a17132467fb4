/** Edits a change that waits, with the same questions as where it was asked for. It keeps its place. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { problem } from "../../components/problem";
import type { Failure } from "../../host/failure";
import type { ChangeView, EditChange, PlanChoice, RoleChoice } from "../../host/types";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { HELP, timeZones } from "../../text/settings";
import { AskingDialog } from "../asking";
import { planChoices } from "../billing/plans";
import "../roles/choices";

/** What is typed; a role is chosen, and so is a plan. */
type Typed = "address" | "name" | "picture" | "setting";
const TYPED: readonly Typed[] = ["address", "name", "picture", "setting"];

export class EditChangeDialog extends AskingDialog {
  static override properties = { ...AskingDialog.properties, change: { attribute: false }, view: { state: true }, draft: { state: true } };
  /** Its id. */
  declare change: string;
  declare view: ChangeView | null;
  declare draft: Partial<EditChange>;

  constructor() {
    super();
    this.view = null;
    this.draft = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read(this.organization.outbox.changeView(this.change), (view) => (this.view = view));
  }

  /** Those that differ from what is asked for now. */
  get #edited(): Partial<EditChange> {
    const was = this.view?.values ?? { change: "" };
    const differs = Object.entries(this.draft).filter(([name, value]) => value !== was[name as keyof EditChange]);
    return Object.fromEntries(differs);
  }

  #put(name: Typed | "role", value: string): void {
    this.draft = { ...this.draft, [name]: value };
    this.failure = null;
  }

  #save = async (): Promise<void> => {
    const edited = this.#edited;
    if (Object.keys(edited).length === 0) return;
    await this.press(async () => {
      const { message } = await this.organization.outbox.edit({ change: this.change, ...edited });
      this.close();
      this.desk.toasts.say(message);
    });
  };

  protected override inputOf(failure: Failure): string | null {
    const name = TYPED.find((each) => this.#isAbout(failure, each));
    return name === undefined ? null : `change-${name}`;
  }

  /** The plans to choose from, where it is about that. */
  get #plans(): readonly PlanChoice[] {
    return this.view?.field === "plan" ? (this.organization.billing.view?.subscription?.plans ?? []) : [];
  }

  /** Whether what went wrong is about what was typed there. */
  #isAbout({ field: of }: Failure, name: Typed): boolean {
    if (of === undefined || this.#plans.length > 0 || this.view?.values[name] === undefined) return false;
    return of === name || (name === "name" && of === "displayName") || (name === "setting" && of === this.view.field);
  }

  protected override render(): TemplateResult {
    const { view, wrong } = this;
    const untouched = Object.keys(this.#edited).length === 0;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${view === null ? say("edit-change-title") : say("edit-change-title-of", { name: spoken(view.name) })}
      .intro=${say("edit-change-intro")}
      .content=${html`${view === null ? nothing : this.#fields(view)}
        ${problem(wrong !== null && this.inputOf(wrong) !== null ? null : wrong)}
        ${untouched ? html`<p class="faint" id="no-edit">${say("edit-change-none")}</p>` : nothing}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="save-change" class="button button-primary" aria-disabled=${String(untouched || this.busy)}
          aria-describedby=${untouched ? "no-edit" : nothing}>${say("edit-change-save")}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#save()}
    ></ui-dialog>`;
  }

  #fields(view: ChangeView): TemplateResult {
    const typed = TYPED.filter((name) => view.values[name] !== undefined);
    return html`${view.before === "" || view.verb === "add_user" || view.verb === "create_workspace"
        ? nothing
        : html`<p class="faint">${say("edit-change-now", { subject: view.subject, value: view.before })}</p>`}
      ${typed.map((name, at) => this.#field(view, name, at === 0))}
      ${view.roles.length === 0
        ? nothing
        : html`<role-choices
            .organization=${this.organization}
            .roles=${view.roles}
            .chosen=${this.draft.role ?? view.values.role ?? null}
            .label=${say("edit-change-role")}
            .first=${typed.length === 0}
            @pick=${(event: CustomEvent<RoleChoice>) => this.#put("role", event.detail.role)}
          ></role-choices>`}`;
  }

  #field(view: ChangeView, name: Typed, first: boolean): TemplateResult {
    const value = this.draft[name] ?? view.values[name] ?? "";
    if (this.#plans.length > 0) return planChoices(this.#plans, value, (plan) => this.#put(name, plan));
    const help = name === "setting" ? HELP[view.field ?? ""] : undefined;
    return field({
      id: `change-${name}`, label: label(view, name), value, first,
      error: this.failure !== null && this.#isAbout(this.failure, name) ? explain(this.failure).text : undefined,
      onInput: (text) => this.#put(name, text),
      ...(help === undefined ? {} : { help }),
      ...(view.field === "address" ? { lines: true } : {}),
      ...(view.field === "time_zone" ? { choices: timeZones() } : {}),
    });
  }
}
customElements.define("edit-change", EditChangeDialog);

function label(view: ChangeView, name: Typed): string {
  switch (name) {
    case "address":
      return say("property-address");
    case "picture":
      return say("property-picture");
    case "name":
      return say(view.verb.endsWith("_workspace") ? "edit-change-name" : "property-display-name");
    case "setting":
      return view.subject;
  }
}
