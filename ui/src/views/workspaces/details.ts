/** One workspace beside the list: what it is, what waits on it, who is in it. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk, Whom } from "../../desk";
import type { OutboxEntry, WorkspaceDetails } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { these } from "../../state/outbox";
import { asked, note } from "../../text/changes";
import { explain } from "../../text/errors";
import { date, instant, listed } from "../../text/format";
import { spoken } from "../../text/names";
import { shortened } from "../../text/rows";
import { say } from "../../text/say";
import { unread } from "../unread";
import { reason } from "../users/details";
import "../users/people-grid";
import type { PeopleGrid } from "../users/people-grid";

export class WorkspaceDetailsPane extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    version: { attribute: false },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare version: number;

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
        ${this.#button(view, "rename_workspace", say("workspace-rename"), null, () => this.desk.show({ kind: "name_workspace", workspace: row }))}
        ${this.#button(view, "delete_workspace", say("workspace-delete"), null, () => this.desk.show({ kind: "delete_workspace", workspace: row }))}
      </div>
      ${this.#people(view)}
      ${view.enteredAnyway === "" ? nothing : html`<p class="why">${view.enteredAnyway}</p>`}`;
  }

  /** What waits on the workspace itself is one note, what waits on its people another. */
  #notes(view: WorkspaceDetails): TemplateResult[] {
    const waiting = view.changes.filter((entry) => entry.state === "waiting");
    const others = view.changes.filter((entry) => entry.state !== "waiting" && entry.state !== "done");
    const notes = [...(waiting.length > 0 ? [waiting] : []), ...others.map((entry) => [entry])].map((entries) => this.#note(view, entries));
    const people = ofPeople(view);
    return people === "" ? notes : [...notes, html`<div class="note ${view.needsYou > 0 ? "note-danger" : ""}">
      <p>${people}</p>
      <button type="button" class="button button-small" @click=${() => this.desk.go("outbox")}>${say("details-review")}</button>
    </div>`];
  }

  #note(view: WorkspaceDetails, entries: readonly OutboxEntry[]): TemplateResult {
    const { name } = view.row;
    const { lead, rest } = note(name, entries);
    const state = entries[0]?.state;
    const bad = state === "conflict" || state === "rejected";
    return html`<div class="note ${bad ? "note-danger" : ""}">
      <p><strong>${lead}</strong> ${rest}</p>
      ${state === "waiting"
        ? html`<button
            type="button"
            class="button button-small"
            @click=${() => void this.desk.takeBack(this.organization, these(entries), say("announce-change", { name: spoken(name), changes: listed(entries.map(asked)) }))}
          >${entries.length > 1 ? say("details-take-back-all", { count: entries.length }) : say("entry-take-back")}</button>`
        : nothing}
      ${bad ? html`<button type="button" class="button button-small" @click=${() => this.desk.go("outbox")}>${say("details-review")}</button>` : nothing}
    </div>`;
  }

  #people(view: WorkspaceDetails): TemplateResult {
    const { people, selection } = this.organization.workspace;
    const refused = why(view, "remove_from_workspaces");
    return html`<section class="people" aria-labelledby="people-title">
      <div class="tools">
        <h3 id="people-title">${say("workspace-people")}</h3>
        <span class="spring"></span>
        ${this.#button(view, "add_to_workspaces", say("workspace-people-add"), "plus", () => this.desk.show({ kind: "pick_people", workspace: view.row, created: null }))}
      </div>
      <label class="search">
        ${icon("search")}
        <input
          type="text"
          role="searchbox"
          inputmode="search"
          placeholder=${say("workspace-people-search")}
          aria-label=${say("workspace-people-search-by")}
          autocomplete="off"
          spellcheck="false"
          .value=${people.query.search}
          @input=${(event: Event) => people.ask({ search: (event.target as HTMLInputElement).value })}
          @keydown=${this.#onSearchKey}
        />
      </label>
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
    const search = people.query.search.trim();
    return search === ""
      ? html`<p>${say("workspace-people-none")}</p>`
      : html`<p>${say("workspace-people-no-match", { search: shortened(search) })}</p>`;
  }

  #selectionBar(view: WorkspaceDetails): TemplateResult | typeof nothing {
    const { people, selection } = this.organization.workspace;
    const many = selection.count(people.total);
    if (many === 0) return nothing;
    return html`<div class="selection" role="group" aria-label=${say("selection-label")}>
      <strong role="status">${say("selection-some", { count: many })}</strong>
      <span class="spring"></span>
      ${this.#button(view, "remove_from_workspaces", say("workspace-people-remove"), null, () => this.#remove(view))}
      <button type="button" class="button button-small" @click=${() => selection.clear()}>${say("selection-clear")}</button>
    </div>`;
  }

  /** What can't be done is there too, and says why. */
  #button(view: WorkspaceDetails, action: string, title: string, shown: "plus" | null, run: () => void): TemplateResult {
    const refused = why(view, action);
    const id = `on-${action}`;
    return html`<button
        type="button"
        class="button button-small"
        id=${id}
        title=${refused ?? nothing}
        aria-disabled=${String(refused !== null)}
        aria-describedby=${refused === null ? nothing : `${id}-why`}
        @click=${() => (refused === null ? run() : this.desk.toasts.say(refused))}
      >${refused !== null ? icon("lock") : shown === null ? nothing : icon(shown)}${title}</button>
      ${refused === null ? nothing : html`<span class="unseen" id="${id}-why">${refused}</span>`}`;
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

  #onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    this.querySelector<PeopleGrid>("people-grid")?.focus();
  };
}
customElements.define("workspace-details", WorkspaceDetailsPane);

/** Why something can't be done to this workspace; `null` when it can. */
function why(view: WorkspaceDetails, action: string): string | null {
  const verdict = view.actions.find((each) => each.action === action)?.verdict;
  return verdict?.kind === "denied" ? reason(verdict) : null;
}

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
