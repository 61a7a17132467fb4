/** The home screen: everyone, searched at every keystroke, with the details of one beside the list. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/grid";
import type { Column, Sized } from "../../components/grid";
import type { Selecting } from "../../components/grid-boxes";
import type { Range } from "../../components/window-maths";
import { icon } from "../../components/icon";
import { search } from "../../components/search";
import { cantAdd } from "../../actions";
import type { SnapshotView, SortBy, UserQuery, UserRow, WorkspaceChoice } from "../../host/types";
import type { People } from "../../state/people";
import type { Selection } from "../../state/selection";
import type { Shown } from "../../state/shown";
import { explain } from "../../text/errors";
import { count } from "../../text/format";
import { shortened } from "../../text/rows";
import { say } from "../../text/say";
import { viewOnly } from "../areas";
import { ListScreen } from "../list-screen";
import { offered } from "../offered";
import { unlisted } from "../unread";
import { Choosing, type Chooser } from "./choosing";
import { clamped, drawn } from "./columns";
import "./details";
import { exportMenu } from "./export";
import { filtered, filters, narrowed, NO_FILTERS } from "./filters";
import { bulkActions } from "./bulk";
import { cells } from "./row";
import { selectable, selected, selectionBar } from "./selection";
import { viewsMenu } from "./views-menu";

export class UsersView extends ListScreen<UserQuery, UserRow> implements Chooser {
  static override properties = { ...ListScreen.properties, workspaces: { state: true } };
  declare workspaces: readonly WorkspaceChoice[];
  readonly #choosing = new Choosing(this);

  constructor() {
    super();
    this.workspaces = [];
  }

  protected override get listing(): People {
    return this.people;
  }

  protected override get shown(): Shown<unknown> {
    return this.organization.details;
  }

  protected override get narrowed(): boolean {
    return narrowed(this.organization.people.query);
  }

  /** Esc: closes the details, then clears the selection, then the search, then leaves it. */
  override escape(): void {
    const { details, people, selection } = this.organization;
    if (details.id !== null) {
      details.close();
    } else if (selection.count(people.total) > 0) {
      selection.clear();
    } else if (people.query.search !== "") {
      people.ask({ search: "" });
    } else if (document.activeElement?.id === "search") {
      this.focusList();
    }
  }

  protected override entered(): void {
    this.workspaces = [];
  }

  /** A view that was opened filters by workspaces whose names nobody asked for yet. */
  protected override questioned(): void {
    const unnamed = this.organization.people.query.workspaces.some((id) => !this.workspaces.some((each) => each.id === id));
    if (unnamed) this.#fetchWorkspaces();
  }

  get people(): People {
    return this.organization.people;
  }

  get selection(): Selection {
    return this.organization.selection;
  }

  #sort = (event: CustomEvent<string>): void => {
    const { people } = this.organization;
    const sort = event.detail as SortBy;
    people.ask({ sort, descending: people.query.sort === sort && !people.query.descending });
  };

  #size = (event: CustomEvent<Sized>): void => {
    const { views } = this.organization;
    const { column, width } = event.detail;
    const sized = width === null ? null : clamped(width);
    views.show(views.columns.map((each) => (each.column === column ? { ...each, width: sized } : each)));
  };

  #fetchWorkspaces = (): void => {
    const asked = this.organization;
    void this.desk.attempt(asked.workspaces().then((list) => asked === this.organization && (this.workspaces = list)));
  };

  /** Whoever can't add anybody sees the button too, and hears why. */
  #adding(): TemplateResult {
    return offered(this.desk, {
      id: "add-user", label: say("add-user"), kind: "button-primary", icon: "plus", refused: cantAdd(this.organization),
      run: () => this.desk.show({ kind: "add" }),
    });
  }

  /** Why there is no row, and what helps. */
  #empty(): TemplateResult | null {
    const { people, session } = this.organization;
    if (people.failure !== null) {
      return html`<h2>${say("users-failed")}</h2><p>${explain(people.failure).text}</p>
        <button type="button" class="button" @click=${() => people.stale()}>${say("word-try-again")}</button>`;
    }
    if (!people.known) return html`<p>${say("word-loading")}</p>`;
    if (narrowed(people.query)) {
      return html`<h2>${say("users-nobody-matches")}</h2>
        <p>${nobody(people.query)}</p>
        <button type="button" class="button" @click=${() => people.ask({ search: "", ...NO_FILTERS })}>${say("word-clear-search")}</button>`;
    }
    const view = session.view;
    if (view && view.snapshot.asOf === null) {
      return view.link.kind === "syncing" || view.link.kind === "connecting"
        ? html`<h2>${say("users-reading")}</h2><p>${say("users-reading-why")}</p>`
        : html`<h2>${say("status-list-none")}</h2><p>${say("users-no-list-why")}</p>`;
    }
    return html`<h2>${say("users-none")}</h2><p>${say("users-none-why")}</p>`;
  }

  protected override render(): TemplateResult {
    const { people, details, session, pictures } = this.organization;
    const snapshot = session.view?.snapshot;
    const now = this.desk.now;
    const around = { search: people.query.search, pictures, now };
    const cellsOf = (row: unknown, columns: readonly Column[]): TemplateResult => cells(row as UserRow, columns, around);
    return html`<div class="users ${details.id === null ? "" : "users-with-details"}">
      <section class="list-pane" data-pane aria-labelledby="users-title">
        <header class="head">
          <h1 id="users-title">${say("users-title")}</h1>
          ${snapshot
            ? html`<span class="head-note">${counts(snapshot)}</span>`
            : nothing}
          <span class="spring"></span>
          ${this.#adding()}
          <button type="button" class="button" @click=${() => this.desk.show({ kind: "columns" })}>${say("users-columns")}</button>
          ${exportMenu(this.desk, this.organization)}
          <button type="button" class="button" @click=${() => this.desk.refresh()}>${icon("sync")}${say("word-refresh")}</button>
        </header>
        ${viewOnly(this.organization, "users")}
        <div class="tools">
          ${search({
            id: "search", hint: say("users-search"), label: say("users-search-label"), value: people.query.search, key: "Ctrl+F",
            ask: (text) => people.ask({ search: text }), toList: () => this.focusList(),
          })}
          ${viewsMenu(this.desk, this.organization)}
          ${filters({
            query: people.query,
            workspaces: this.workspaces,
            ask: (change) => people.ask(change),
            wantWorkspaces: this.#fetchWorkspaces,
          })}
        </div>
        ${unlisted(people, () => people.stale())}
        <ui-grid
          class="table"
          .label=${snapshot && !snapshot.complete ? say("users-title-incomplete") : say("users-title")}
          .columns=${drawn(this.organization.views.columns, people.query)}
          .total=${people.failure === null || people.known ? people.total : 0}
          .version=${`${people.query.search}\n${now.getTime()}\n${pictures.version}`}
          .active=${this.active}
          .rowAt=${(index: number) => people.row(index)}
          .cells=${cellsOf}
          .empty=${this.#empty()}
          .selectable=${bulkActions(this.desk, this.organization).length === 0 ? null : selectable(this.organization)}
          @range=${(event: CustomEvent<Range>) => people.show(event.detail.first, event.detail.last)}
          @activate=${(event: CustomEvent<number>) => this.#choosing.move(event.detail)}
          @open=${this.open}
          @select=${(event: CustomEvent<Selecting>) => void this.desk.attempt(this.#choosing.select(event.detail))}
          @sort=${this.#sort}
          @size=${this.#size}
        ></ui-grid>
        ${selectionBar(this.desk, this.organization)}
        <p class="unseen" role="status">${selected(this.organization)}</p>
        <p class="unseen" role="status">${narrowed(people.query) ? say("counted-matches", { count: people.total }) : ""}</p>
      </section>
      ${details.id === null
        ? nothing
        : html`<user-details .desk=${this.desk} .organization=${this.organization} .version=${this.version}></user-details>`}
    </div>`;
  }
}
customElements.define("users-view", UsersView);

/** What nobody in the list has. */
function nobody(query: UserQuery): string {
  const search = shortened(query.search.trim());
  if (search === "") return say("users-nobody-has-all");
  return filtered(query) ? say("users-nobody-contains-filtered", { search }) : say("users-nobody-contains", { search });
}

/** "12,408 · 34 pending · incomplete". */
const counts = ({ users, pending, complete }: SnapshotView): string =>
  [count(users), pending > 0 ? say("users-pending", { count: pending }) : "", complete ? "" : say("users-incomplete")].filter(Boolean).join(" · ");
