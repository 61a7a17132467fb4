/** Change a user's role and workspaces. What the policy denies stays visible and focusable, with its reason. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { EditView, EditWorkspace, RoleChoice } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { counted } from "../../text/format";
import { fold } from "../../text/fold";
import { spoken } from "../../text/names";
import "../roles/compare";
import { difference } from "../roles/difference";
import { announce } from "./announce";
import { reason } from "./details";
import { changes, type Draft } from "./draft";

/** With more workspaces than this, a filter helps. */
const MANY = 8;

export class EditUser extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    user: { attribute: false },
    view: { state: true },
    draft: { state: true },
    filter: { state: true },
    failure: { state: true },
    reached: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare user: string;
  declare view: EditView | null;
  declare draft: Draft;
  declare filter: string;
  declare failure: Failure | null;
  declare busy: boolean;
  /** The role that the arrows went to last; one that can't be chosen may have the focus too. */
  declare reached: number | null;
  /** Of this draft: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.draft = { role: null, workspaces: new Map() };
    this.filter = "";
    this.failure = null;
    this.busy = false;
    this.reached = null;
  }

  protected override firstUpdated(): void {
    this.organization.editView(this.user).then(
      (view) => {
        this.view = view;
        void this.updateComplete.then(() => this.querySelector<HTMLElement>("[role=radio][tabindex='0']")?.focus());
      },
      (cause: unknown) => (this.failure = Failure.from(cause)),
    );
  }

  #change(draft: Partial<Draft>): void {
    this.draft = { ...this.draft, ...draft };
    this.#operation = crypto.randomUUID();
    this.failure = null;
  }

  #close = (): void => this.desk.show(null);

  #save = async (): Promise<void> => {
    const { view } = this;
    if (!view || this.busy) return;
    const todo = changes(view, this.draft);
    if (todo.count === 0) return;
    this.busy = true;
    try {
      const receipt = await this.organization.save({
        operation: this.#operation, user: this.user, grant: todo.grant, revoke: todo.revoke,
        ...(todo.role === null ? {} : { role: todo.role }),
      });
      this.desk.show(null);
      await announce(this.desk, this.organization, view.row.name, receipt);
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { view } = this;
    const readOnly = view !== null && denied(view);
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${view === null ? "Edit access" : readOnly ? `Access of ${spoken(view.row.name)}` : `Edit ${spoken(view.row.name)}`}
      .intro=${view === null ? null : readOnly ? "View only. Each choice says why." : view.row.email}
      .content=${html`${view === null
        ? html`<p class="faint">${this.failure === null ? "Loading…" : nothing}</p>`
        : html`${this.#roles(view)}${this.#workspaces(view)}${this.#summary(view)}`}
      ${this.failure === null ? nothing : html`<p class="error" role="alert">${explain(this.failure).text}</p>`}`}
      .footer=${this.#footer(view, readOnly)}
      @leave=${this.#close}
      @confirm=${() => void this.#save()}
    ></ui-dialog>`;
  }

  #footer(view: EditView | null, readOnly: boolean): TemplateResult {
    if (view === null || readOnly) return html`<button type="button" class="button" @click=${this.#close}>Close</button>`;
    const todo = changes(view, this.draft);
    const none = todo.count === 0;
    const what = none ? "changes" : counted(todo.count, "change");
    return html`<button type="button" class="button" @click=${this.#close}>Cancel</button>
      <button
        type="submit"
        id="save-user"
        class="button button-primary"
        aria-disabled=${String(none || this.busy)}
        aria-describedby=${none ? "no-changes" : nothing}
      >Save ${what} to ${spoken(view.row.name)}</button>`;
  }

  #roles(view: EditView): TemplateResult {
    const chosen = this.draft.role ?? view.roles.find((each) => each.current)?.role;
    // One radio is in the tab order: the chosen one, or the first where none is.
    const at = Math.max(0, view.roles.findIndex((each) => each.role === chosen));
    const verdicts = new Set(view.roles.map((each) => reason(each.verdict)));
    const shared = verdicts.size === 1 && view.roles.every((each) => each.verdict.kind === "denied");
    const pick = (choice: RoleChoice): void => {
      this.reached = view.roles.indexOf(choice);
      if (choice.verdict.kind !== "denied") this.#change({ role: choice.current ? null : choice.role });
    };
    const onKey = (event: KeyboardEvent): void => {
      const radios = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=radio]")];
      const here = radios.findIndex((radio) => radio === document.activeElement);
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const to = step === undefined ? here : (here + step + radios.length) % radios.length;
      if (step === undefined && event.key !== " ") return;
      event.preventDefault();
      this.reached = to;
      radios[to]?.focus();
      const choice = view.roles[to];
      if (choice) pick(choice);
    };
    return html`<fieldset class="group">
      <legend id="role-legend">Role</legend>
      ${shared ? html`<p class="why" id="role-reason">${icon("lock")}<span>${reason(view.roles[0]!.verdict)}</span></p>` : nothing}
      <div class="choices" role="radiogroup" aria-labelledby="role-legend" aria-describedby=${shared ? "role-reason" : nothing} @keydown=${onKey}>
        ${view.roles.map((choice, index) => {
          const refused = choice.verdict.kind === "denied";
          const why = choice.verdict.kind === "allowed" || shared ? "" : reason(choice.verdict);
          return html`<div
            class="choice"
            role="radio"
            id="role-${choice.role}"
            tabindex=${index === (this.reached ?? at) ? "0" : "-1"}
            aria-checked=${String(choice.role === chosen)}
            aria-disabled=${String(refused)}
            aria-labelledby="role-${choice.role}-title"
            aria-describedby="role-${choice.role}-text${why === "" ? (shared ? " role-reason" : "") : ` role-${choice.role}-why`}"
            @click=${() => pick(choice)}
          >
            <span class="dot" aria-hidden="true"></span>
            <span class="choice-text">
              <span class="choice-title" id="role-${choice.role}-title">${choice.title}${choice.current ? html` <span class="faint">now</span>` : nothing}</span>
              <span class="help" id="role-${choice.role}-text">${choice.summary}</span>
              ${why === "" ? nothing : html`<span class="reason" id="role-${choice.role}-why">${icon(refused ? "lock" : "alert")}${why}</span>`}
            </span>
          </div>`;
        })}
      </div>
      <role-comparison .organization=${this.organization}></role-comparison>
    </fieldset>`;
  }

  #workspaces(view: EditView): TemplateResult {
    const verdict = view.workspacesVerdict;
    const refused = verdict.kind === "denied";
    const wanted = fold(this.filter.trim());
    const shown = view.workspaces.filter((each) => wanted === "" || fold(each.name).includes(wanted));
    const has = (each: EditWorkspace): boolean => this.draft.workspaces.get(each.id) ?? each.granted;
    const toggle = (event: Event, each: EditWorkspace): void => {
      if (refused) return event.preventDefault();
      const next = new Map(this.draft.workspaces);
      if (next.has(each.id)) next.delete(each.id);
      else next.set(each.id, !each.granted);
      this.#change({ workspaces: next });
    };
    return html`<fieldset class="group" aria-describedby=${verdict.kind === "allowed" ? nothing : "workspaces-reason"}>
      <legend>Workspaces <span class="faint">${view.workspaces.filter(has).length} of ${view.workspaces.length}</span></legend>
      ${verdict.kind === "allowed"
        ? nothing
        : html`<p class="why" id="workspaces-reason">${icon(refused ? "lock" : "alert")}<span>${reason(verdict)}</span></p>`}
      ${view.workspaces.length > MANY
        ? html`<input
            class="input"
            type="text"
            role="searchbox"
            placeholder="Filter workspaces"
            aria-label="Filter workspaces"
            .value=${this.filter}
            @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.preventDefault()}
          />`
        : nothing}
      <div class="checks">
        ${shown.map((each) => html`<label class="check ${this.draft.workspaces.has(each.id) ? "check-changed" : ""}">
          <input
            type="checkbox"
            .checked=${has(each)}
            aria-disabled=${String(refused)}
            aria-describedby=${verdict.kind === "allowed" ? nothing : "workspaces-reason"}
            @click=${(event: Event) => toggle(event, each)}
          />
          <span class="wrap">${each.name}</span>
        </label>`)}
        ${shown.length === 0 ? html`<p class="faint">No workspace has this name.</p>` : nothing}
      </div>
    </fieldset>`;
  }

  #summary(view: EditView): TemplateResult {
    if (denied(view)) return html``;
    const { lines, role } = changes(view, this.draft);
    const chosen = view.roles.find((each) => each.role === role);
    return html`<section class="summary" aria-live="polite" aria-label="What will change">
      ${lines.length === 0
        ? html`<p class="faint" id="no-changes">Nothing changes yet.</p>`
        : html`<h3>What will change</h3>
            <dl class="facts">${lines.map((line) => html`<dt>${line.what}</dt><dd><del>${line.before}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${line.after}</ins></dd>`)}</dl>`}
      ${chosen === undefined ? nothing : difference(chosen.difference)}
    </section>`;
  }
}
customElements.define("edit-user", EditUser);

/** Nothing in the dialog may be changed. */
const denied = (view: EditView): boolean =>
  view.workspacesVerdict.kind === "denied" && view.roles.every((each) => each.current || each.verdict.kind === "denied");
