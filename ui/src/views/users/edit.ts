/** Change a user's role, workspaces and profile. What the policy denies stays visible and focusable, with its reason. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Footer } from "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import { problem } from "../../components/problem";
import type { Failure } from "../../host/failure";
import type { EditView, RoleChoice } from "../../host/types";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { reason } from "../../text/verdicts";
import { AskingDialog } from "../asking";
import "../roles/choices";
import { difference } from "../roles/difference";
import "../workspaces/checks";
import { announce } from "./announce";
import { changes, UNCHANGED, type Draft } from "./draft";

export class EditUser extends AskingDialog {
  static override properties = { ...AskingDialog.properties, user: { attribute: false }, view: { state: true }, draft: { state: true } };
  declare user: string;
  declare view: EditView | null;
  declare draft: Draft;
  /** Of this draft: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.draft = UNCHANGED;
  }

  protected override firstUpdated(): void {
    void this.read(this.organization.editView(this.user), (view) => (this.view = view));
  }

  #change(draft: Partial<Draft>): void {
    this.draft = { ...this.draft, ...draft };
    this.#operation = crypto.randomUUID();
    this.failure = null;
  }

  protected override inputOf(failure: Failure): string | null {
    return FIELDS[failure.field ?? ""] ?? null;
  }

  #save = async (): Promise<void> => {
    const { view } = this;
    if (!view) return;
    const todo = changes(view, this.draft);
    if (todo.count === 0) return;
    await this.press(async () => {
      const receipt = await this.organization.save({
        operation: this.#operation, user: this.user, grant: todo.grant, revoke: todo.revoke,
        ...(todo.role === null ? {} : { role: todo.role }),
        ...(todo.displayName === null ? {} : { displayName: todo.displayName }),
        ...(todo.picture === null ? {} : { picture: todo.picture }),
      });
      this.close();
      void announce(this.desk, this.organization, view.row.name, receipt);
    });
  };

  protected override render(): TemplateResult {
    const { view, wrong } = this;
    const readOnly = view !== null && denied(view);
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${title(view, readOnly)}
      .intro=${view === null ? null : readOnly ? say("edit-user-read-only") : intro(view)}
      .content=${html`${view === null
        ? html`<p class="faint">${wrong === null ? say("word-loading") : nothing}</p>`
        : html`${this.#roles(view)}${this.#workspaces(view)}${this.#profile(view)}${this.#summary(view)}`}
      ${problem(wrong !== null && this.inputOf(wrong) !== null ? null : wrong)}`}
      .footer=${this.#footer(view, readOnly)}
      @leave=${this.close}
      @confirm=${() => void this.#save()}
    ></ui-dialog>`;
  }

  #footer(view: EditView | null, readOnly: boolean): Footer {
    if (view === null || readOnly) return { leave: html`<button type="button" class="button" @click=${this.close}>${say("word-close")}</button>` };
    const todo = changes(view, this.draft);
    const none = todo.count === 0;
    const name = spoken(view.row.name);
    return {
      leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
      confirm: html`<button
        type="submit"
        id="save-user"
        class="button button-primary"
        aria-disabled=${String(none || this.busy)}
        aria-describedby=${none ? "no-changes" : nothing}
      >${none ? say("edit-user-save", { name }) : say("edit-user-save-count", { count: todo.count, name })}</button>`,
    };
  }

  #roles(view: EditView): TemplateResult {
    return html`<role-choices
      .first=${true}
      .organization=${this.organization}
      .roles=${view.roles}
      .chosen=${this.draft.role ?? view.roles.find((each) => each.current)?.role ?? null}
      @pick=${({ detail }: CustomEvent<RoleChoice>) => this.#change({ role: detail.current ? null : detail.role })}
    ></role-choices>`;
  }

  #workspaces(view: EditView): TemplateResult {
    const role = view.roles.find((each) => (this.draft.role === null ? each.current : each.role === this.draft.role));
    return html`<workspace-checks
      .anyway=${role?.everyWorkspace ?? null}
      .workspaces=${view.workspaces}
      .wanted=${this.draft.workspaces}
      .verdict=${view.workspacesVerdict}
      @want=${({ detail }: CustomEvent<Draft["workspaces"]>) => this.#change({ workspaces: detail })}
    ></workspace-checks>`;
  }

  #profile(view: EditView): TemplateResult {
    const { kind } = view.profileVerdict;
    const closedBy = kind === "denied" ? "profile-reason" : undefined;
    const wrong = (name: string): string | undefined => (this.failure?.field === name ? explain(this.failure).text : undefined);
    return html`<fieldset class="group">
      <legend>${say("edit-user-profile")}</legend>
      ${kind === "allowed"
        ? nothing
        : html`<p class="why" id="profile-reason">${icon(kind === "denied" ? "lock" : "alert")}<span>${reason(view.profileVerdict)}</span></p>`}
      ${field({
        id: "display-name", label: say("property-display-name"), value: this.draft.displayName ?? view.displayName, closedBy,
        error: wrong("displayName"), onInput: (displayName) => this.#change({ displayName }),
      })}
      ${field({
        id: "picture", label: say("property-picture"), type: "url", value: this.draft.picture ?? view.picture, closedBy,
        placeholder: "https://example.com/picture.png", help: say("edit-user-picture-help"),
        error: wrong("picture"), onInput: (picture) => this.#change({ picture }),
      })}
    </fieldset>`;
  }

  #summary(view: EditView): TemplateResult {
    if (denied(view)) return html``;
    const { lines, role } = changes(view, this.draft);
    const chosen = view.roles.find((each) => each.role === role);
    return html`<section class="summary" aria-live="polite" aria-label=${say("word-what-will-change")}>
      ${lines.length === 0
        ? html`<p class="faint" id="no-changes">${say("word-nothing-changes")}</p>`
        : html`<h3>${say("word-what-will-change")}</h3>
            <dl class="facts">${lines.map((line) => html`<dt>${line.what}</dt><dd><del>${line.before}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${line.after}</ins></dd>`)}</dl>`}
      ${chosen === undefined ? nothing : difference(chosen.difference)}
    </section>`;
  }
}
customElements.define("edit-user", EditUser);

/** The inputs of the fields that a failure may name. */
const FIELDS: Readonly<Record<string, string>> = { displayName: "display-name", picture: "picture" };

function title(view: EditView | null, readOnly: boolean): string {
  if (view === null) return say("edit-user-title-unread");
  const told = { name: spoken(view.row.name) };
  return readOnly ? say("edit-user-title-read-only", told) : say("edit-user-title", told);
}

const intro = (view: EditView): string =>
  view.row.presence === "adding" ? say("edit-user-waits", { email: view.row.email }) : view.row.email;

/** Nothing in the dialog may be changed. */
const denied = (view: EditView): boolean =>
  view.profileVerdict.kind === "denied" && view.workspacesVerdict.kind === "denied" && view.roles.every((each) => each.current || each.verdict.kind === "denied");
