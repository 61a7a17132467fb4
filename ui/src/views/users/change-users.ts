/** One change to one user or to thousands: what it would do, with reasons and consequences; then it is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "../../components/dialog";
import type { Footer } from "../../components/dialog";
import { icon } from "../../components/icon";
import { problem } from "../../components/problem";
import { tabs } from "../../components/tabs";
import type { Named, Whom } from "../../desk";
import type { Failure } from "../../host/failure";
import type { ChangePreview, PreviewVerdict, RoleChoice, UserAction, WorkspaceChoice } from "../../host/types";
import { count } from "../../text/format";
import { compose, say } from "../../text/say";
import { consequences, DANGEROUS, ENDING, press, question, VERDICTS, type Kind } from "../../text/user-actions";
import { AskingDialog } from "../asking";
import "../roles/choices";
import { isTyped, typing } from "../typed";
import "../workspaces/checks";
import { announce } from "./announce";
import { compared } from "./compared";

/** Rows shown at first, and as many more at each wish. */
const SOME = 50;
const PARTS: readonly PreviewVerdict[] = ["not_allowed", "already_so", "will_change"];
const ALLOWED = { kind: "allowed", reason: null, help: null } as const;

export class ChangeUsersDialog extends AskingDialog {
  static override properties = {
    ...AskingDialog.properties,
    whom: { attribute: false },
    kind: { attribute: false },
    workspace: { attribute: false },
    role: { state: true },
    workspaces: { state: true },
    roles: { state: true },
    choices: { state: true },
    preview: { state: true },
    verdict: { state: true },
    typed: { state: true },
  };
  declare whom: Whom;
  declare kind: Kind;
  /** The workspace that it is about, where that is no choice. */
  declare workspace: Named | null;
  declare role: string | null;
  declare workspaces: ReadonlyMap<string, boolean>;
  declare roles: readonly RoleChoice[];
  declare choices: readonly WorkspaceChoice[];
  declare preview: ChangePreview | null;
  /** Whose rows are shown; `null` until a person or the first preview chose. */
  declare verdict: PreviewVerdict | null;
  declare typed: string;
  #limit = SOME;
  /** Of this wish: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.workspace = null;
    this.role = null;
    this.workspaces = new Map();
    this.roles = [];
    this.choices = [];
    this.preview = null;
    this.verdict = null;
    this.typed = "";
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  /** What there is to choose from; where nothing is chosen, what it would do. */
  async #load(): Promise<void> {
    if (this.kind === "set_role") {
      await this.read(this.organization.roleComparison(), (roles) => {
        this.roles = roles.map(({ role, title, summary }) => ({ role, title, summary, everyWorkspace: null, current: false, difference: null, verdict: ALLOWED }));
      });
    } else if (this.#ofWorkspaces && this.workspace === null) {
      await this.read(this.organization.workspaces(), (choices) => (this.choices = choices));
    } else {
      await this.#look();
    }
  }

  get #ofWorkspaces(): boolean {
    return this.kind === "add_to_workspaces" || this.kind === "remove_from_workspaces";
  }

  /** What is asked for; `null` until it is chosen. */
  get #action(): UserAction | null {
    switch (this.kind) {
      case "set_role":
        return this.role === null ? null : { kind: this.kind, role: this.role };
      case "add_to_workspaces":
      case "remove_from_workspaces":
        if (this.workspace !== null) return { kind: this.kind, ids: [this.workspace.id] };
        return this.workspaces.size === 0 ? null : { kind: this.kind, ids: [...this.workspaces.keys()] };
      default:
        return { kind: this.kind };
    }
  }

  async #look(): Promise<void> {
    await this.read(this.#previewed(), (found) => {
      this.preview = found?.preview ?? null;
      this.verdict = found?.part ?? null;
    });
  }

  /** What it would do, and whose rows that shows: to begin with, those who can't be changed. */
  async #previewed(): Promise<{ preview: ChangePreview; part: PreviewVerdict } | null> {
    const { verdict } = this;
    const action = this.#action;
    if (action === null) return null;
    const ask = (part: PreviewVerdict): Promise<ChangePreview> =>
      this.organization.previewChange(this.whom.selection, action, { verdict: part, offset: 0, limit: this.#limit });
    const preview = await ask(verdict ?? "not_allowed");
    const part = verdict ?? (preview.notAllowed > 0 ? "not_allowed" : "will_change");
    return { preview: part === (verdict ?? "not_allowed") ? preview : await ask(part), part };
  }

  #choose(change: Partial<Pick<ChangeUsersDialog, "role" | "workspaces">>): void {
    Object.assign(this, change);
    this.failure = null;
    this.#operation = crypto.randomUUID();
    this.verdict = null;
    this.#limit = SOME;
    void this.#look();
  }

  #show(part: PreviewVerdict): void {
    this.verdict = part;
    this.#limit = SOME;
    void this.#look();
  }

  #more = (): void => {
    this.#limit += SOME;
    void this.#look();
  };

  #confirm = async (): Promise<void> => {
    const action = this.#action;
    if (action === null || !this.#ready) return;
    const { selection, name, from } = this.whom;
    const many = this.preview?.willChange ?? 0;
    await this.press(async () => {
      const receipt = await this.organization.changeUsers({
        operation: this.#operation, selection, action, ...(this.preview?.confirm ? { typed: this.typed } : {}),
      });
      // Whoever has left may have selected others by now.
      if (this.isConnected) from?.clear();
      this.close();
      void announce(this.desk, this.organization, name ?? say("counted-users", { count: many }), receipt);
    });
  };

  protected override failed(failure: Failure): void {
    super.failed(failure);
    // Others may be concerned by now: what is typed must fit what is seen.
    void this.#look();
  }

  /** Somebody would be changed, and what is risky is typed. */
  get #ready(): boolean {
    const { preview } = this;
    if (preview === null || preview.willChange === 0) return false;
    return isTyped(preview.confirm, this.typed);
  }

  protected override render(): TemplateResult {
    const { kind, preview } = this;
    const { name, many } = this.whom;
    const chosen = preview === null ? many : preview.willChange + preview.alreadySo + preview.notAllowed;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${question(kind, name, chosen, this.organization.card.name, this.workspace?.name)}
      .content=${html`${this.#choice()}${preview === null ? this.#nothingYet() : this.#told(preview)}
        ${this.#typing(preview)}
        ${problem(this.wrong)}
        ${ENDING.has(kind) ? compared(name !== null) : nothing}`}
      .footer=${this.#footer(preview)}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }

  #choice(): TemplateResult | typeof nothing {
    if (this.kind === "set_role") {
      return this.roles.length === 0
        ? nothing
        : html`<role-choices .first=${true} .organization=${this.organization} .roles=${this.roles} .chosen=${this.role}
            @pick=${({ detail }: CustomEvent<RoleChoice>) => this.#choose({ role: detail.role })}></role-choices>`;
    }
    if (!this.#ofWorkspaces || this.choices.length === 0) return nothing;
    return html`<workspace-checks
      .workspaces=${this.choices.map(({ id, name }) => ({ id, name, granted: false }))}
      .wanted=${this.workspaces}
      .verdict=${ALLOWED}
      @want=${({ detail }: CustomEvent<ReadonlyMap<string, boolean>>) => this.#choose({ workspaces: detail })}
    ></workspace-checks>`;
  }

  #nothingYet(): TemplateResult | typeof nothing {
    if (this.wrong !== null) return nothing;
    const choose = this.kind === "set_role" ? say("preview-choose-role") : say("preview-choose-workspaces");
    return html`<p class="faint" id="cant-yet">${this.#action === null ? choose : say("word-loading")}</p>`;
  }

  #told(preview: ChangePreview): TemplateResult {
    const { name } = this.whom;
    const sentences = consequences(this.kind, name, preview);
    return html`<section class="summary" aria-live="polite" aria-label=${say("word-what-will-happen")}>
        ${sentences.length === 0
          ? nothing
          : html`<div class="sentences">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`}
        ${name === null ? this.#reasons(preview) : this.#reason(preview)}
      </section>
      ${this.#losses(preview)} ${name === null ? this.#rows(preview) : nothing}`;
  }

  /** Of one: why not. */
  #reason(preview: ChangePreview): TemplateResult | typeof nothing {
    const [only] = preview.reasons;
    if (only === undefined) return nothing;
    return html`<p class="why" id="cant-yet">${icon("lock")}<span>${[only.reason, only.help].filter(Boolean).join(" ")}</span></p>`;
  }

  /** Of many: how many will change, and why the others don't. */
  #reasons(preview: ChangePreview): TemplateResult {
    const { willChange, alreadySo, notAllowed } = preview;
    const changing = html`<strong>${say("preview-changing", { count: willChange })}</strong>`;
    return html`<p class="counts">${compose("preview-counts", { changing, already: alreadySo, refused: notAllowed })}</p>
      ${preview.reasons.length === 0
        ? nothing
        : html`<ul class="plain-list reasons">${preview.reasons.map((each) => html`<li>
            ${icon(each.verdict === "not_allowed" ? "lock" : "check")}<span>${[each.reason, each.help].filter(Boolean).join(" ")}</span>
            <span class="faint">${count(each.users)}</span>
          </li>`)}</ul>`}`;
  }

  #losses({ consequences: { workspaces } }: ChangePreview): TemplateResult | typeof nothing {
    // Of the one that it is about, everything is said.
    if (workspaces.length === 0 || this.workspace !== null) return nothing;
    const many = this.whom.name === null;
    return html`<details class="losses" ?open=${workspaces.length <= 12}>
      <summary>${say("preview-lost-count", { count: workspaces.length })}</summary>
      <div class="losses-list" role="group" aria-label=${say("preview-lost")} tabindex="0"><ul class="plain-list">${workspaces.map((each) => html`<li>
        <span class="wrap">${each.name}</span>
        ${many ? html`<span class="faint">${say("counted-users", { count: each.users })}</span>` : nothing}
        <span class="faint">${each.contacts === 0 ? nothing : say("counted-contacts", { count: each.contacts })}</span>
      </li>`)}</ul></div>
    </details>`;
  }

  #rows(preview: ChangePreview): TemplateResult {
    const many = { will_change: preview.willChange, already_so: preview.alreadySo, not_allowed: preview.notAllowed };
    const part = this.verdict ?? "will_change";
    const more = many[part] - preview.rows.length;
    return html`<section class="change-preview">
      ${tabs(say("preview-whom"), PARTS.toReversed().map((id) => ({ id, label: `${VERDICTS[id]} ${count(many[id])}` })), part, (id) => this.#show(id as PreviewVerdict))}
      <div class="preview-rows" role="tabpanel" id="panel-${part}" aria-labelledby="tab-${part}" tabindex="0">
        ${preview.rows.length === 0
          ? html`<p class="faint">${say("preview-nobody")}</p>`
          : html`<ul class="plain-list">${repeat(preview.rows, (row) => row.id, (row) => html`<li>
              <span class="who"><span class="wrap" dir="auto">${row.name}</span><span class="who-mail wrap" dir="auto">${row.email}</span></span>
              ${row.reason === null ? nothing : html`<span class="faint">${row.reason}</span>`}
            </li>`)}</ul>`}
        ${more > 0 ? html`<button type="button" class="button button-small" @click=${this.#more}>${say("preview-more", { count: more })}</button>` : nothing}
      </div>
    </section>`;
  }

  #typing(preview: ChangePreview | null): TemplateResult | typeof nothing {
    return preview?.confirm ? typing(preview.confirm, this.typed, (typed) => (this.typed = typed)) : nothing;
  }

  #footer(preview: ChangePreview | null): Footer {
    const { name } = this.whom;
    const leave = html`<button type="button" class="button" ?data-first=${this.kind !== "set_role"} @click=${this.close}>${preview?.willChange === 0 ? say("word-close") : say("word-cancel")}</button>`;
    if (preview?.willChange === 0) return { leave };
    const ready = this.#ready;
    return {
      leave,
      confirm: html`<button
        type="submit"
        id="change-users"
        class="button ${DANGEROUS.has(this.kind) ? "button-danger" : "button-primary"}"
        aria-disabled=${String(!ready || this.busy)}
        aria-describedby=${ready ? nothing : preview?.confirm ? "typed-help" : "cant-yet"}
      >${press(this.kind, name, preview?.willChange ?? null)}</button>`,
    };
  }
}
customElements.define("change-users", ChangeUsersDialog);
