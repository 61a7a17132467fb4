/** The home screen: everyone, searched at every keystroke, with the details of one beside the list. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/grid";
import type { Column, Sized, VirtualGrid } from "../../components/grid";
import type { Selecting } from "../../components/grid-boxes";
import type { Range } from "../../components/window-maths";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import { cantAdd } from "../../actions";
import type { Desk } from "../../desk";
import type { SortBy, UserRow, WorkspaceChoice } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { count, counted } from "../../text/format";
import { label as keyLabel, onMac } from "../../text/keys";
import { place, shortened } from "../../text/rows";
import { clamped, drawn } from "./columns";
import "./details";
import { exportMenu } from "./export";
import { filtered, filters, narrowed, NO_FILTERS } from "./filters";
import { bulkActions } from "./bulk";
import { cells } from "./row";
import { selectable, selected, selectionBar } from "./selection";
import { viewsMenu } from "./views-menu";

export class UsersView extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    version: { attribute: false },
    active: { state: true },
    workspaces: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** Grows with every change outside, so that the screen is drawn again. */
  declare version: number;
  declare active: number;
  declare workspaces: readonly WorkspaceChoice[];
  #asked = -1;
  #of: OpenOrganization | null = null;
  #unfollow: (() => void) | null = null;
  /** Where a selection that is extended begins: the user whom the keyboard went to without Shift. */
  #anchor: string | null = null;
  /** Counts extensions: those that were overtaken while rows were fetched are dropped. */
  #extended = 0;
  /** Whose details were on screen when it was drawn last. */
  #detailed: string | null = null;

  constructor() {
    super();
    this.active = 0;
    this.workspaces = [];
  }


  async focusSearch(): Promise<void> {
    // In a narrow window the details stand in place of the list and its search.
    if (this.querySelector<HTMLElement>(".list-pane")?.offsetParent === null) {
      this.organization.details.close();
      await this.updateComplete;
      await new Promise(requestAnimationFrame);
    }
    const input = this.querySelector<HTMLInputElement>("#search");
    input?.focus();
    input?.select();
  }

  focusList(): void {
    this.#grid?.focus();
  }

  /** Esc: closes the details, then clears the selection, then the search, then leaves it. */
  escape(): void {
    const { details, people, selection } = this.organization;
    if (details.user !== null) {
      details.close();
    } else if (selection.count(people.total) > 0) {
      selection.clear();
    } else if (people.query.search !== "") {
      people.ask({ search: "" });
    } else if (document.activeElement?.id === "search") {
      this.focusList();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
    this.#of = null;
  }

  get #grid(): VirtualGrid | null {
    return this.querySelector<VirtualGrid>("ui-grid");
  }

  protected override willUpdate(): void {
    if (this.#of !== this.organization) {
      this.#of = this.organization;
      this.#unfollow?.();
      this.#unfollow = this.organization.people.arrivals.subscribe(() => this.#grid?.rowsArrived());
      this.active = 0;
      this.workspaces = [];
      this.#asked = -1;
    }
    const { people, details } = this.organization;
    if (people.asked !== this.#asked) {
      this.#asked = people.asked;
      this.active = 0;
      this.#grid?.toTop();
      // A view that was opened filters by workspaces whose names nobody asked for yet.
      const unnamed = people.query.workspaces.some((id) => !this.workspaces.some((each) => each.id === id));
      if (unnamed) this.#fetchWorkspaces();
    } else if (details.user !== null && people.row(this.active)?.id !== details.user) {
      // The list moved under the person: stay with the user, not with the number.
      const at = people.indexOf(details.user);
      if (at >= 0) this.active = at;
    }
    if (this.active >= people.total) this.active = Math.max(0, people.total - 1);
  }

  /** The status bar says where the keyboard is; nothing while there is no row. */
  protected override updated(): void {
    const { people } = this.organization;
    const detail = people.total === 0 ? "" : place(this.active, people.total, narrowed(people.query));
    this.dispatchEvent(new CustomEvent<string>("place", { detail }));
    this.#keepFocus();
  }

  /** In a narrow window details replace the list: the focus goes where there is something to read, and back. */
  #keepFocus(): void {
    const user = this.organization.details.user;
    const [before, now] = [this.#detailed, user];
    this.#detailed = user;
    if ((before === null) === (now === null)) return;
    requestAnimationFrame(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (now === null && lost) this.focusList();
      const list = this.querySelector<HTMLElement>(".list-pane");
      if (now !== null && list?.offsetParent === null) this.querySelector<HTMLElement>(".details")?.focus();
    });
  }

  #activate = (event: CustomEvent<number>): void => {
    this.#anchor = this.#goTo(event.detail)?.id ?? null;
  };

  #goTo(index: number): UserRow | undefined {
    this.active = index;
    const { details, people } = this.organization;
    const row = people.row(index);
    // An open pane follows the keyboard.
    if (details.user !== null && row) void details.open(row.id);
    return row;
  }

  #select = (event: CustomEvent<Selecting>): void => {
    const { people, selection } = this.organization;
    const asked = event.detail;
    switch (asked.kind) {
      case "all":
        return selection.everyone(people.query);
      case "none":
        return selection.clear();
      case "toggle": {
        const row = this.#goTo(asked.index);
        if (row) selection.toggle(row.id);
        this.#anchor = row?.id ?? null;
        return;
      }
      case "extend":
        return void this.desk.attempt(this.#extend(asked.index));
    }
  };

  async #extend(to: number): Promise<void> {
    const { people, selection } = this.organization;
    const anchor = this.#anchor === null ? -1 : people.indexOf(this.#anchor);
    const from = anchor < 0 ? this.active : anchor;
    this.#anchor ??= people.row(from)?.id ?? null;
    this.#goTo(to);
    const mine = ++this.#extended;
    if (Math.abs(from - to) + 1 === people.total) return selection.everyone(people.query);
    const users = await people.between(from, to);
    if (mine === this.#extended) selection.only(users);
  }

  #open = (event: CustomEvent<number>): void => {
    const row = this.organization.people.row(event.detail);
    if (row) void this.organization.details.open(row.id);
  };

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
    void this.organization.workspaces().then(
      (list) => (this.workspaces = list),
      () => undefined,
    );
  };

  #search(): TemplateResult {
    const { people } = this.organization;
    return html`<label class="search">
      ${icon("search")}
      <input
        id="search"
        type="text"
        role="searchbox"
        inputmode="search"
        placeholder="Search name or e-mail"
        aria-label="Search users by name or e-mail"
        autocomplete="off"
        spellcheck="false"
        .value=${people.query.search}
        @input=${(event: Event) => people.ask({ search: (event.target as HTMLInputElement).value })}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          this.focusList();
        }}
      />
      <kbd aria-hidden="true">${keyLabel("Ctrl+F", onMac())}</kbd>
    </label>`;
  }

  /** Whoever can't add anybody sees the button too, and hears why. */
  #adding(): TemplateResult {
    const refused = cantAdd(this.organization);
    const press = (): void => {
      if (refused === null) this.desk.show({ kind: "add" });
      else this.desk.toasts.say(refused);
    };
    return html`<button
        type="button"
        id="add-user"
        class="button button-primary"
        title=${refused ?? nothing}
        aria-disabled=${String(refused !== null)}
        aria-describedby=${refused === null ? nothing : "add-user-reason"}
        @click=${press}
      >${icon(refused === null ? "plus" : "lock")}Add user</button>
      ${refused === null ? nothing : html`<span class="unseen" id="add-user-reason">${refused}</span>`}`;
  }

  /** Why there is no row, and what helps. */
  #empty(): TemplateResult | null {
    const { people, session } = this.organization;
    if (people.failure !== null) {
      return html`<h2>The list can't be shown</h2><p>${explain(people.failure).text}</p>
        <button type="button" class="button" @click=${() => people.stale()}>Try again</button>`;
    }
    if (!people.known) return html`<p>Loading…</p>`;
    if (narrowed(people.query)) {
      return html`<h2>Nobody matches</h2>
        <p>${people.query.search.trim() === "" ? "No user has all of the chosen properties." : html`No name or e-mail contains “${shortened(people.query.search.trim())}”${filtered(people.query) ? " with these filters" : ""}.`}</p>
        <button type="button" class="button" @click=${() => people.ask({ search: "", ...NO_FILTERS })}>Clear search and filters</button>`;
    }
    const view = session.view;
    if (view && view.snapshot.asOf === null) {
      return view.link.kind === "syncing" || view.link.kind === "connecting"
        ? html`<h2>Reading the users</h2><p>They appear here as they arrive.</p>`
        : html`<h2>No list yet</h2><p>It loads as soon as the server answers.</p>`;
    }
    return html`<h2>No users</h2><p>The server has no users in this organization.</p>`;
  }

  protected override render(): TemplateResult {
    const { people, details, session, pictures } = this.organization;
    const snapshot = session.view?.snapshot;
    const now = this.desk.now;
    const around = { search: people.query.search, pictures, now };
    const cellsOf = (row: unknown, columns: readonly Column[]): TemplateResult => cells(row as UserRow, columns, around);
    return html`<div class="users ${details.user === null ? "" : "users-with-details"}">
      <section class="list-pane" data-pane aria-labelledby="users-title">
        <header class="head">
          <h1 id="users-title">Users</h1>
          ${snapshot
            ? html`<span class="head-note">${count(snapshot.users)}${snapshot.pending > 0 ? ` · ${count(snapshot.pending)} pending` : ""}${snapshot.complete ? "" : " · incomplete"}</span>`
            : nothing}
          <span class="spring"></span>
          ${this.#adding()}
          <button type="button" class="button" @click=${() => this.desk.show({ kind: "columns" })}>Columns</button>
          ${exportMenu(this.desk, this.organization)}
          <button type="button" class="button" @click=${() => this.desk.refresh()}>${icon("sync")}Refresh</button>
        </header>
        <div class="tools">
          ${this.#search()}
          ${viewsMenu(this.desk, this.organization)}
          ${filters({
            query: people.query,
            workspaces: this.workspaces,
            ask: (change) => people.ask(change),
            wantWorkspaces: this.#fetchWorkspaces,
          })}
        </div>
        <ui-grid
          class="table"
          .label=${snapshot && !snapshot.complete ? "Users, incomplete" : "Users"}
          .columns=${drawn(this.organization.views.columns, people.query)}
          .total=${people.failure === null || people.known ? people.total : 0}
          .version=${`${people.query.search}\n${now.getTime()}\n${pictures.version}`}
          .active=${this.active}
          .rowAt=${(index: number) => people.row(index)}
          .cells=${cellsOf}
          .empty=${this.#empty()}
          .selectable=${bulkActions(this.desk, this.organization).length === 0 ? null : selectable(this.organization)}
          @range=${(event: CustomEvent<Range>) => people.show(event.detail.first, event.detail.last)}
          @activate=${this.#activate}
          @open=${this.#open}
          @select=${this.#select}
          @sort=${this.#sort}
          @size=${this.#size}
        ></ui-grid>
        ${selectionBar(this.desk, this.organization)}
        <p class="unseen" role="status">${selected(this.organization)}</p>
        <p class="unseen" role="status">${narrowed(people.query) ? counted(people.total, "match", "matches") : ""}</p>
      </section>
      ${details.user === null
        ? nothing
        : html`<user-details .desk=${this.desk} .organization=${this.organization} .version=${this.version}></user-details>`}
    </div>`;
  }
}
customElements.define("users-view", UsersView);
