/** One workspace beside the list: what it is, what waits on it, who is in it. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import { search } from "../../components/search";
import type { Whom } from "../../desk";
import type { WorkspaceDetails } from "../../host/types";
import { explain } from "../../text/errors";
import { date, instant } from "../../text/format";
import { spoken } from "../../text/names";
import { shortened } from "../../text/rows";
import { say } from "../../text/say";
import { refusal } from "../../text/verdicts";
import { offered } from "../offered";
import { notes, toOutbox } from "../outbox/notes";
import { Part } from "../part";
import { unread } from "../unread";
import "../users/people-grid";
import type { PeopleGrid } from "../users/people-grid";

export class WorkspaceDetailsPane extends Part {
  /** What is pressed here is mostly about those selected in the list. */
  protected override regain(): void {
    const list = this.querySelector<PeopleGrid>("people-grid");
    if (list) list.focus();
    else super.regain();
  }

  #close = (): void => this.organization.workspace.close();

  protected override render(): TemplateResult {
    const { view, failure } = this.organization.workspace;
    return html`<aside class="details" data-pane tabindex="-1" aria-label=${say("filters-workspace")}>
      <button type="button" class="button details-back" @click=${this.#close}>${icon("back")}${say("details-back")}</button>
      ${unread(failure, false, () => void this.organization.workspace.stale())}
      ${view === null ? nothing : this.#workspace(view)}
    </aside>`;
  }

  #workspace(view: WorkspaceDetails): TemplateResult {
    const { row } = view;
    return html`<header class="details-head">
        <div class="who"><h2 dir="auto">${row.name}</h2>${view.description === null ? nothing : html`<p class="faint" dir="auto">${view.description}</p>`}</div>
        <button type="button" class="icon-button details-close" aria-label=${say("details-close")} @click=${this.#close}>${icon("cross")}</button>
      </header>
      ${this.#notes(view)}
      <p>${facts(view).join(" · ")}</p>
      <div class="details-more">
        ${this.#button(view, "rename_workspace", say("workspace-rename"), () => this.desk.show({ kind: "name_workspace", workspace: row }))}
        ${this.#button(view, "delete_workspace", say("workspace-delete"), () => this.desk.show({ kind: "delete_workspace", workspace: row }))}
      </div>
      ${this.#people(view)}
      ${view.enteredAnyway === "" ? nothing : html`<p class="why">${view.enteredAnyway}</p>`}`;
  }

  /** What waits on the workspace itself, and what waits on its people. */
  #notes(view: WorkspaceDetails): TemplateResult[] {
    const found = notes(this.desk, this.organization, view.row.name, view.changes);
    const people = ofPeople(view);
    return people === "" ? found : [...found, html`<div class="note ${view.needsYou > 0 ? "note-danger" : ""}"><p>${people}</p>${toOutbox(this.desk)}</div>`];
  }

  #people(view: WorkspaceDetails): TemplateResult {
    const { people, selection } = this.organization.workspace;
    const refused = why(view, "remove_from_workspaces");
    return html`<section class="people" aria-labelledby="people-title">
      <div class="tools">
        <h3 id="people-title">${say("workspace-people")}</h3>
        <span class="spring"></span>
        ${this.#button(view, "add_to_workspaces", say("workspace-people-add"), () => this.desk.show({ kind: "pick_people", workspace: view.row, created: null }), "plus")}
      </div>
      ${search({
        hint: say("workspace-people-search"), label: say("workspace-people-search-by"), value: people.query.search,
        ask: (text) => people.ask({ search: text }), toList: () => this.querySelector<PeopleGrid>("people-grid")?.focus(),
      })}
      <people-grid
        .desk=${this.desk}
        .organization=${this.organization}
        .people=${people}
        .selection=${selection}
        .label=${say("workspace-people-of", { name: spoken(view.row.name) })}
        .choosable=${refused === null}
        .empty=${this.#nobody()}
        .version=${this.version}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, view)}
      ></people-grid>
      ${this.#selectionBar(view)}
    </section>`;
  }

  #nobody(): TemplateResult {
    const { people } = this.organization.workspace;
    if (people.failure !== null) return html`<p>${explain(people.failure).text}</p>`;
    if (!people.known) return html`<p>${say("word-loading")}</p>`;
    const text = people.query.search.trim();
    return text === ""
      ? html`<p>${say("workspace-people-none")}</p>`
      : html`<p>${say("workspace-people-no-match", { search: shortened(text) })}</p>`;
  }

  #selectionBar(view: WorkspaceDetails): TemplateResult | typeof nothing {
    const { people, selection } = this.organization.workspace;
    const many = selection.count(people.total);
    if (many === 0) return nothing;
    return html`<div class="selection" role="group" aria-label=${say("selection-label")}>
      <strong role="status">${say("selection-some", { count: many })}</strong>
      <span class="spring"></span>
      ${this.#button(view, "remove_from_workspaces", say("workspace-people-remove"), () => this.#remove(view))}
      <button type="button" class="button button-small" @click=${() => selection.clear()}>${say("selection-clear")}</button>
    </div>`;
  }

  /** What can't be done is there too, and says why. */
  #button(view: WorkspaceDetails, action: string, label: string, run: () => void, shown?: "plus"): TemplateResult {
    return offered(this.desk, { id: `on-${action}`, label, kind: "button-small", refused: why(view, action), run, ...(shown && { icon: shown }) });
  }

  /** Those selected, else the one that the keyboard is on. */
  #remove(view: WorkspaceDetails): void {
    const { people, selection } = this.organization.workspace;
    const many = selection.count(people.total);
    const one = people.row(this.querySelector<PeopleGrid>("people-grid")?.active ?? 0);
    const whom: Whom | null =
      many > 0 ? { selection: selection.selected, name: null, many, from: selection }
      : one ? { selection: { kind: "ids", ids: [one.id] }, name: one.name, many: 1, from: null }
      : null;
    if (whom) this.desk.show({ kind: "change_users", whom, action: "remove_from_workspaces", workspace: view.row });
  }

  /** In this list the key takes people out of the workspace; elsewhere it deletes the workspace. */
  #onKey(event: KeyboardEvent, view: WorkspaceDetails): void {
    const inGrid = event.target instanceof Element && event.target.matches("[role=grid]");
    if (event.key !== "Delete" || !inGrid) return;
    event.preventDefault();
    const refused = why(view, "remove_from_workspaces");
    if (refused === null) this.#remove(view);
    else this.desk.toasts.say(refused);
  }
}
customElements.define("workspace-details", WorkspaceDetailsPane);

/** Why something can't be done to this workspace; `null` when it can. */
const why = (view: WorkspaceDetails, action: string): string | null => refusal(view.actions.find((each) => each.action === action)?.verdict);

/** "42 users", "310 contacts", "added 4 Mar 2024". */
function facts({ row }: WorkspaceDetails): string[] {
  const at = instant(row.created);
  return [
    say("counted-users", { count: row.users }),
    ...(row.contacts === null ? [] : [say("counted-contacts", { count: row.contacts })]),
    ...(at === null ? [] : [say("workspace-added", { date: date(at) })]),
  ];
}

/** "Waiting in Outbox: 3 users to add, 1 user to remove." */
function ofPeople({ adding, removing, needsYou }: WorkspaceDetails): string {
  const waiting =
    adding > 0 && removing > 0 ? say("workspace-waiting-both", { adding, removing })
    : adding > 0 ? say("workspace-waiting-adds", { adding })
    : removing > 0 ? say("workspace-waiting-removes", { removing })
    : "";
  return [waiting, needsYou === 0 ? "" : say("workspace-needs-you", { count: needsYou })].filter(Boolean).join(" ");
}
