/** One change to one user or to thousands: what it would do, with reasons and consequences; then it is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "../../components/dialog";
import type { Footer } from "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import { tabs } from "../../components/tabs";
import type { Desk, Named, Whom } from "../../desk";
import { Failure } from "../../host/failure";
import type { ChangePreview, PreviewVerdict, RoleChoice, UserAction, WorkspaceChoice } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { count } from "../../text/format";
import { spoken } from "../../text/names";
import { compose, say } from "../../text/say";
import { consequences, DANGEROUS, ENDING, press, question, VERDICTS, type Kind } from "../../text/user-actions";
import "../roles/choices";
import "../workspaces/checks";
import { announce } from "./announce";
import { compared } from "./compared";

/** Rows shown at first, and as many more at each wish. */
const SOME = 50;
const PARTS: readonly PreviewVerdict[] = ["not_allowed", "already_so", "will_change"];
const ALLOWED = { kind: "allowed", reason: null, help: null } as const;

export class ChangeUsersDialog extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
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
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
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
  declare failure: Failure | null;
  declare busy: boolean;
  #limit = SOME;
  /** Previews that were overtaken are dropped. */
  #asked = 0;
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
    this.failure = null;
    this.busy = false;
  }

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      if (this.kind === "set_role") {
        const roles = await this.organization.roleComparison();
        this.roles = roles.map(({ role, title, summary }) => ({ role, title, summary, everyWorkspace: null, current: false, difference: null, verdict: ALLOWED }));
      } else if (this.#ofWorkspaces && this.workspace === null) {
        this.choices = await this.organization.workspaces();
      }
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
    await this.#look();
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
    const action = this.#action;
    const asked = ++this.#asked;
    if (action === null) return void (this.preview = null);
    const ask = (verdict: PreviewVerdict): Promise<ChangePreview> =>
      this.organization.previewChange(this.whom.selection, action, { verdict, offset: 0, limit: this.#limit });
    try {
      let preview = await ask(this.verdict ?? "not_allowed");
      const part = this.verdict ?? (preview.notAllowed > 0 ? "not_allowed" : "will_change");
      if (part !== (this.verdict ?? "not_allowed")) preview = await ask(part);
      if (asked !== this.#asked) return;
      this.verdict = part;
      this.preview = preview;
      this.failure = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.failure = Failure.from(cause);
    }
  }

  #choose(change: Partial<Pick<ChangeUsersDialog, "role" | "workspaces">>): void {
    Object.assign(this, change);
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

  #close = (): void => this.desk.show(null);

  #confirm = async (): Promise<void> => {
    const action = this.#action;
    if (action === null || this.busy || !this.#ready) return;
    this.busy = true;
    const { selection, name } = this.whom;
    try {
      const receipt = await this.organization.changeUsers({
        operation: this.#operation, selection, action, ...(this.preview?.confirm ? { typed: this.typed } : {}),
      });
      this.desk.show(null);
      this.whom.from?.clear();
      await announce(this.desk, this.organization, name ?? say("counted-users", { count: this.preview?.willChange ?? 0 }), receipt);
    } catch (cause) {
      this.failure = Failure.from(cause);
      // Others may be concerned by now: what is typed must fit what is seen.
      void this.#lookBesideFailure();
    } finally {
      this.busy = false;
    }
  };

  async #lookBesideFailure(): Promise<void> {
    const { failure } = this;
    await this.#look();
    this.failure ??= failure;
  }

  /** Somebody would be changed, and what is risky is typed. */
  get #ready(): boolean {
    const { preview } = this;
    if (preview === null || preview.willChange === 0) return false;
    return preview.confirm === null || this.typed.trim().toLowerCase() === preview.confirm.text.toLowerCase();
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
        ${this.failure === null ? nothing : html`<p class="error" role="alert">${explain(this.failure).text}</p>`}
        ${ENDING.has(kind) ? compared(name !== null) : nothing}`}
      .footer=${this.#footer(preview)}
      @leave=${this.#close}
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
    if (this.failure !== null) return nothing;
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
    if (workspaces.length === 0) return nothing;
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
    if (!preview?.confirm) return nothing;
    const { text, reason } = preview.confirm;
    return field({ id: "typed", label: say("word-type-to-confirm", { text }), help: spoken(reason), value: this.typed, onInput: (value) => (this.typed = value) });
  }

  #footer(preview: ChangePreview | null): Footer {
    const { name } = this.whom;
    const leave = html`<button type="button" class="button" ?data-first=${this.kind !== "set_role"} @click=${this.#close}>${preview?.willChange === 0 ? say("word-close") : say("word-cancel")}</button>`;
    if (preview?.willChange === 0) return { leave };
    const ready = this.#ready;
    return {
      leave,
      confirm: html`<button
        type="submit"
        id="change-users"
        class="button ${DANGEROUS.has(this.kind) ? "button-danger" : "button-primary"}"
        aria-disabled=${String(!ready)}
        aria-describedby=${ready ? nothing : preview?.confirm ? "typed-help" : "cant-yet"}
      >${press(this.kind, name, preview?.willChange ?? null)}</button>`,
    };
  }
}
customElements.define("change-users", ChangeUsersDialog);
