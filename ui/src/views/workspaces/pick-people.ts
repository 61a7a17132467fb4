/** Chooses who is added to a workspace; what that would change is shown before it is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { LightElement } from "../../components/light";
import { search } from "../../components/search";
import type { Desk } from "../../desk";
import type { Receipt } from "../../host/types";
import type { People } from "../../state/people";
import type { OpenOrganization } from "../../state/organization";
import { Selection } from "../../state/selection";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { shortened } from "../../text/rows";
import { say } from "../../text/say";
import { announce } from "../users/announce";
import "../users/people-grid";
import type { PeopleGrid } from "../users/people-grid";

export class PickPeople extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    workspace: { attribute: false },
    created: { attribute: false },
    version: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare workspace: { id: string; name: string };
  /** What became of the creation, where the workspace was just created: then nobody need be added. */
  declare created: Receipt | null;
  declare version: number;
  #people!: People;
  readonly #selection = new Selection();
  #ends: (() => void)[] = [];

  constructor() {
    super();
    this.version = 0;
  }

  protected override willUpdate(): void {
    if (this.#people !== undefined) return;
    this.#people = this.organization.everybody();
    const again = (): number => this.version++;
    this.#ends = [this.#people.subscribe(again), this.#selection.subscribe(again), this.organization.pictures.subscribe(again)];
    this.#people.subscribe(() => this.#selection.asked(this.#people.query));
    this.#people.stale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ends.forEach((end) => end());
  }

  #close = (): void => {
    this.desk.show(null);
    if (this.created) void announce(this.desk, this.organization, this.workspace.name, this.created);
  };

  #next = (): void => {
    const many = this.#selection.count(this.#people.total);
    if (many === 0) return;
    const whom = { selection: this.#selection.selected, name: null, many, from: null };
    this.desk.show({ kind: "change_users", whom, action: "add_to_workspaces", workspace: this.workspace });
  };

  #empty(): TemplateResult {
    const { failure, known, query } = this.#people;
    if (failure !== null) return html`<p>${explain(failure).text}</p>`;
    if (!known) return html`<p>${say("word-loading")}</p>`;
    return html`<p>${say("users-nobody-contains", { search: shortened(query.search.trim()) })}</p>`;
  }

  protected override render(): TemplateResult {
    const people = this.#people;
    const many = this.#selection.count(people.total);
    return html`<ui-dialog
      .size=${"large"}
      .heading=${say("pick-heading", { name: spoken(this.workspace.name) })}
      .intro=${this.created === null ? null : say("pick-intro")}
      .content=${html`${this.created === null ? nothing : html`<p class="note" role="status">${this.created.message}</p>`}
        ${search({
          hint: say("users-search"), label: say("users-search-label"), value: people.query.search, first: true,
          ask: (text) => people.ask({ search: text }), toList: () => this.querySelector<PeopleGrid>("people-grid")?.focus(),
        })}
        <people-grid
          class="picked"
          .desk=${this.desk}
          .organization=${this.organization}
          .people=${people}
          .selection=${this.#selection}
          .label=${say("pick-list")}
          .empty=${this.#empty()}
          .version=${this.version}
        ></people-grid>
        <p id="picked" role="status">${many === 0 ? say("pick-nobody") : say("pick-selected", { count: many })}</p>`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.#close}>${this.created === null ? say("word-cancel") : say("word-skip")}</button>`,
        confirm: html`<button
          type="submit"
          id="pick-next"
          class="button button-primary"
          aria-disabled=${String(many === 0)}
          aria-describedby=${many === 0 ? "picked" : nothing}
        >${many === 0 ? say("word-next") : say("pick-next-add", { count: many })}</button>`,
      }}
      @leave=${this.#close}
      @confirm=${this.#next}
    ></ui-dialog>`;
  }
}
customElements.define("pick-people", PickPeople);
