/** One user beside the list: what they are, what waits on them, where they have access. */
import { html, nothing, type TemplateResult } from "lit";
import { avatar } from "../../components/avatar";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import { tabs } from "../../components/tabs";
import type { OfferedAction, ReplacementView, UserDetails, WorkspaceRef } from "../../host/types";
import { date, instant, moment } from "../../text/format";
import { activity, STATES } from "../../text/rows";
import { say } from "../../text/say";
import { TITLES, type Kind } from "../../text/user-actions";
import { reason, refusal } from "../../text/verdicts";
import { offered } from "../offered";
import { notes } from "../outbox/notes";
import { Part } from "../part";
import { unread } from "../unread";
import "./access";
import { cancelReplacement } from "./replacement";
import { role } from "./row";

/** Workspaces named in the overview; the tab beside it has them all. */
const NAMED = 6;

type TabId = "overview" | "workspaces" | "access";

export class UserDetailsPane extends Part {
  static override properties = { ...Part.properties, tab: { state: true } };
  declare tab: TabId;

  constructor() {
    super();
    this.tab = "overview";
  }

  #close = (): void => this.organization.details.close();

  protected override render(): TemplateResult {
    const { view, failure } = this.organization.details;
    return html`<aside class="details" data-pane tabindex="-1" aria-label=${say("details-label")}>
      <button type="button" class="button details-back" @click=${this.#close}>${icon("back")}${say("details-back")}</button>
      ${unread(failure, false, () => void this.organization.details.stale())}
      ${view === null ? nothing : this.#user(view)}
    </aside>`;
  }

  #user(view: UserDetails): TemplateResult {
    const { row } = view;
    const url = row.hasPicture ? this.organization.pictures.url(row.id) : null;
    return html`<header class="details-head">
        ${avatar(row.initials, row.colour, url, "large")}
        <div class="who">
          <h2 dir="auto">${row.name}${view.isMe ? html` <span class="faint">${say("details-you")}</span>` : nothing}</h2>
          <span class="who-mail wrap" dir="auto">${address(row.email)}</span>
        </div>
        <button type="button" class="icon-button details-close" aria-label=${say("details-close")} @click=${this.#close}>${icon("cross")}</button>
      </header>
      ${tabs(say("details-label"), [
        { id: "overview", label: say("details-overview") },
        { id: "workspaces", label: say("details-workspaces", { count: view.workspaces.length }) },
        { id: "access", label: say("details-access") },
      ], this.tab, (id) => (this.tab = id as TabId))}
      <div class="panel" role="tabpanel" id="panel-${this.tab}" aria-labelledby="tab-${this.tab}" tabindex="0">
        ${this.#panel(view)}
      </div>
      ${this.#actions(view)}`;
  }

  #panel(view: UserDetails): TemplateResult {
    switch (this.tab) {
      case "overview":
        return this.#overview(view);
      case "workspaces":
        return this.#workspaces(view);
      case "access":
        return html`<access-of-user class="panel" .organization=${this.organization} .of=${view}></access-of-user>`;
    }
  }

  #overview(view: UserDetails): TemplateResult {
    const { row } = view;
    const named = view.workspaces.slice(0, NAMED);
    const more = view.workspaces.length - named.length;
    return html`${this.#notes(view)}
      <dl class="facts">
        <dt>${say("property-role")}</dt><dd>${role(row)}</dd>
        <dt>${say("property-state")}</dt><dd>${state(view, this.desk.now)}</dd>
        <dt>${say("property-last-active")}</dt><dd>${last(view, this.desk.now)}</dd>
        ${view.contacts === null
          ? nothing
          : html`<dt>${say("property-contacts")}</dt><dd>${view.contacts === 0 ? say("details-no-contacts") : say("details-contacts", { contacts: view.contacts, workspaces: view.contactWorkspaces })}</dd>`}
      </dl>
      <section>
        <h3>${say("property-workspaces")}</h3>
        ${view.workspaces.length === 0 ? html`<p class="faint">${say("row-no-workspaces")}</p>` : nothing}
        <div class="pills">
          ${named.map(pill)}
          ${more > 0
            ? html`<button type="button" class="pill" aria-label=${say("details-more-workspaces", { count: more })} @click=${() => (this.tab = "workspaces")}>+${more}</button>`
            : nothing}
        </div>
      </section>
      ${view.roleSummary === "" ? nothing : html`<p class="why">${view.roleSummary}</p>`}`;
  }

  #notes(view: UserDetails): TemplateResult[] {
    const { replacement } = view;
    const changes = view.changes.filter((entry) => entry.id !== replacement?.deletion);
    const found = notes(this.desk, this.organization, view.row.name, changes);
    return replacement === null ? found : [this.#replaced(replacement), ...found];
  }

  #replaced(of: ReplacementView): TemplateResult {
    return html`<div class="note">
      <p><strong>${of.title}.</strong> ${of.steps.map((step) => step.text).join(" ")}</p>
      ${cancelReplacement(this.desk, this.organization, of)}
    </div>`;
  }

  #workspaces({ workspaces, everyWorkspace }: UserDetails): TemplateResult {
    if (workspaces.length === 0) return html`${anyway(everyWorkspace)}<p class="faint">${everyWorkspace === null ? say("details-no-access") : say("details-none-assigned")}</p>`;
    return html`${anyway(everyWorkspace)}<ul class="plain-list">
      ${workspaces.map((each) => html`<li>
        <span class="wrap">${each.waiting === "removed" ? html`<del>${each.name}</del>` : each.name}</span>
        ${waiting(each)}
        <span class="faint">${each.contacts === null ? nothing : say("counted-contacts", { count: each.contacts })}</span>
      </li>`)}
    </ul>`;
  }

  #actions(view: UserDetails): TemplateResult {
    const edit = (): void => this.desk.show({ kind: "edit", user: view.row.id });
    const readOnly = view.edit.kind === "denied";
    return html`<footer class="details-actions">
      ${readOnly ? html`<p class="why" id="edit-reason">${icon("eye")}<span><strong>${say("word-view-only-because")}</strong> ${reason(view.edit)}</span></p>` : nothing}
      <button
        type="button"
        class="button ${readOnly ? "" : "button-primary"}"
        id="edit-user"
        aria-describedby=${readOnly ? "edit-reason" : nothing}
        @click=${edit}
      >${readOnly ? say("details-view-access") : say("details-edit")}</button>
      <div class="details-more">
        ${offered(this.desk, {
          id: "to-replace-email", label: say("details-replace-email"), kind: "button-small", refused: refusal(view.replaceEmail),
          run: () => this.desk.show({ kind: "replace_email", user: view.row.id }),
        })}
        ${view.actions.map((each) => this.#more(view, each))}
      </div>
    </footer>`;
  }

  /** What can't be done is there too, and says why. */
  #more(view: UserDetails, { action, verdict }: OfferedAction): TemplateResult {
    const kind = action as Kind;
    const { id, name } = view.row;
    return offered(this.desk, {
      id: `user-${action}`, label: TITLES[kind], kind: "button-small", refused: refusal(verdict), note: reason(verdict) || null,
      run: () => this.desk.show({ kind: "change_users", whom: { selection: { kind: "ids", ids: [id] }, name, many: 1, from: null }, action: kind }),
    });
  }
}
customElements.define("user-details", UserDetailsPane);

/** An address may break before its @, where it reads best. */
const address = (email: string): TemplateResult => {
  const at = email.lastIndexOf("@");
  return at < 1 ? html`${email}` : html`${email.slice(0, at)}<wbr />${email.slice(at)}`;
};

/** That the role enters every workspace, over those that are assigned. */
const anyway = (sentence: string | null): TemplateResult | typeof nothing =>
  sentence === null ? nothing : html`<p class="why">${icon("key")}<span>${sentence}</span></p>`;

const pill = (each: WorkspaceRef): TemplateResult => html`<span class="pill">
  ${each.waiting === "removed" ? html`<del>${each.name}</del>` : each.name}${waiting(each)}
</span>`;

const waiting = (each: WorkspaceRef): TemplateResult | typeof nothing =>
  each.waiting === null
    ? nothing
    : badge({ icon: "clock", tone: "waiting", text: each.waiting === "removed" ? say("details-removing") : say("details-adding") });

function state(view: UserDetails, now: Date): TemplateResult | string {
  const { row } = view;
  const since = instant(view.row.created);
  switch (row.state) {
    case "active":
      return since ? say("details-active-since", { date: date(since) }) : STATES.active;
    case "suspended":
      return STATES.suspended;
    case "pending":
      return invited(instant(view.sentAt), instant(row.expiresAt), now);
    case "invitation_expired": {
      const until = instant(row.expiresAt);
      return until ? say("details-invitation-expired", { moment: moment(until, now) }) : STATES.invitation_expired;
    }
    case "invitation_failed":
      return view.failure === null ? STATES.invitation_failed : say("details-invitation-failed", { reason: view.failure });
  }
}

function invited(sent: Date | null, until: Date | null, now: Date): string {
  const told = { sent: sent === null ? "" : moment(sent, now), until: until === null ? "" : moment(until, now) };
  if (sent === null) return until === null ? say("details-invited") : say("details-invited-until", told);
  return until === null ? say("details-invited-at", told) : say("details-invited-at-until", told);
}

function last(view: UserDetails, now: Date): string {
  const at = instant(view.row.lastActive);
  if (at) {
    const said = activity({ ...view.row, state: "active" }, now);
    return typeof said === "string" ? said : said.text;
  }
  return view.row.neverActive || view.row.state === "pending" ? say("row-never") : say("details-activity-not-reported");
}
