/** The workspaces: a list to search, with one of them and who is in it beside. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/grid";
import type { Column } from "../../components/grid";
import { icon } from "../../components/icon";
import { search } from "../../components/search";
import type { Range } from "../../components/window-maths";
import type { WorkspaceQuery, WorkspaceRow, WorkspaceSort } from "../../host/types";
import type { Shown } from "../../state/shown";
import type { Workspaces } from "../../state/workspaces";
import { explain } from "../../text/errors";
import { count } from "../../text/format";
import { shortened } from "../../text/rows";
import { say } from "../../text/say";
import { viewOnly } from "../areas";
import { cant } from "../users/bulk";
import { ListScreen } from "../list-screen";
import { offered } from "../offered";
import { unlisted } from "../unread";
import { cells, columns } from "./columns";
import "./details";

export class WorkspacesView extends ListScreen<WorkspaceQuery, WorkspaceRow> {
  protected override get listing(): Workspaces {
    return this.organization.workspaceList;
  }

  protected override get shown(): Shown<unknown> {
    return this.organization.workspace;
  }

  protected override get narrowed(): boolean {
    return this.listing.query.search.trim() !== "";
  }

  protected override entered(): void {
    if (!this.listing.begun) this.listing.stale();
  }

  /** Esc: clears the selection of people, closes the workspace, clears the search, leaves it. */
  override escape(): void {
    const { workspace } = this.organization;
    if (workspace.id !== null && workspace.selection.count(workspace.people.total) > 0) {
      workspace.selection.clear();
    } else if (workspace.id !== null) {
      workspace.close();
    } else if (this.listing.query.search !== "") {
      this.listing.ask({ search: "" });
    } else if (document.activeElement?.id === "search") {
      this.focusList();
    } else {
      this.desk.go("users");
    }
  }

  #sort = (event: CustomEvent<string>): void => {
    const { query } = this.listing;
    const sort = event.detail as WorkspaceSort;
    this.listing.ask({ sort, descending: query.sort === sort && !query.descending });
  };

  /** Whoever can't create one sees the button too, and hears why. */
  #creating(): TemplateResult {
    return offered(this.desk, {
      id: "new-workspace", label: say("workspaces-new"), kind: "button-primary", icon: "plus", refused: cant(this.organization, "create_workspace"),
      run: () => this.desk.show({ kind: "name_workspace", workspace: null }),
    });
  }

  /** Why there is no row, and what helps. */
  #empty(): TemplateResult | null {
    const { listing } = this;
    const { view } = this.organization.session;
    if (listing.failure !== null) {
      return html`<h2>${say("users-failed")}</h2><p>${explain(listing.failure).text}</p>
        <button type="button" class="button" @click=${() => listing.stale()}>${say("word-try-again")}</button>`;
    }
    if (!listing.known) return html`<p>${say("word-loading")}</p>`;
    if (this.narrowed) {
      return html`<h2>${say("workspaces-nothing-matches")}</h2>
        <p>${say("workspaces-no-such-name", { search: shortened(listing.query.search.trim()) })}</p>
        <button type="button" class="button" @click=${() => listing.ask({ search: "" })}>${say("workspaces-clear-search")}</button>`;
    }
    if (view && view.snapshot.asOf === null) {
      return view.link.kind === "syncing" || view.link.kind === "connecting"
        ? html`<h2>${say("workspaces-reading")}</h2><p>${say("users-reading-why")}</p>`
        : html`<h2>${say("status-list-none")}</h2><p>${say("users-no-list-why")}</p>`;
    }
    return html`<h2>${say("workspaces-none")}</h2><p>${say("workspaces-none-what")}</p>`;
  }

  protected override render(): TemplateResult {
    const { listing } = this;
    const { session, workspace } = this.organization;
    const snapshot = session.view?.snapshot;
    return html`<div class="users ${workspace.id === null ? "" : "users-with-details workspaces-with-details"}">
      <section class="list-pane" data-pane aria-labelledby="workspaces-title">
        <header class="head">
          <h1 id="workspaces-title">${say("workspaces-title")}</h1>
          ${listing.known && !this.narrowed ? html`<span class="head-note">${snapshot?.complete === false ? say("workspaces-count-incomplete", { count: listing.total }) : count(listing.total)}</span>` : nothing}
          <span class="spring"></span>
          ${this.#creating()}
          <button type="button" class="button" @click=${() => this.desk.refresh()}>${icon("sync")}${say("word-refresh")}</button>
        </header>
        ${viewOnly(this.organization, "workspaces")}
        <div class="tools">
          ${search({
            id: "search", hint: say("workspaces-search"), label: say("workspaces-search-by-name"), value: listing.query.search, key: "Ctrl+F",
            ask: (text) => listing.ask({ search: text }), toList: () => this.focusList(),
          })}
        </div>
        ${unlisted(listing, () => listing.stale())}
        <ui-grid
          class="table"
          .label=${snapshot?.complete === false ? say("workspaces-incomplete") : say("workspaces-title")}
          .columns=${columns(listing.query)}
          .total=${listing.failure === null || listing.known ? listing.total : 0}
          .version=${listing.query.search}
          .active=${this.active}
          .rowAt=${(index: number) => listing.row(index)}
          .cells=${(row: unknown, shown: readonly Column[]) => cells(row as WorkspaceRow, shown, listing.query.search)}
          .empty=${this.#empty()}
          @range=${(event: CustomEvent<Range>) => listing.show(event.detail.first, event.detail.last)}
          @activate=${(event: CustomEvent<number>) => this.goTo(event.detail)}
          @open=${this.open}
          @sort=${this.#sort}
        ></ui-grid>
        <p class="unseen" role="status">${this.narrowed ? say("counted-matches", { count: listing.total }) : ""}</p>
      </section>
      ${workspace.id === null
        ? nothing
        : html`<workspace-details .desk=${this.desk} .organization=${this.organization} .version=${this.version}></workspace-details>`}
    </div>`;
  }
}
customElements.define("workspaces-view", WorkspacesView);
