/** The journal: what was asked for here and what became of it, line by line, newest first. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import { chip } from "../../components/chip";
import "../../components/grid";
import type { Column, VirtualGrid } from "../../components/grid";
import { icon } from "../../components/icon";
import { marks } from "../../components/marked";
import { search } from "../../components/search";
import type { Range } from "../../components/window-maths";
import type { JournalKind, JournalRow } from "../../host/types";
import { EVERYTHING } from "../../state/journal";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { marked } from "../../text/fold";
import { instant, moment } from "../../text/format";
import { KINDS, SEARCHED } from "../../text/journal";
import { shortened } from "../../text/rows";
import { say } from "../../text/say";
import { closedToUs } from "../closed";
import { outboxScreens } from "../outbox/screens";
import { Part } from "../part";
import { unlisted } from "../unread";
import { days } from "./days";

const COLUMNS: readonly Column[] = [
  { id: "text", label: say("journal-column-what"), least: 14, share: 1, width: null, sorts: [], sorted: null },
  { id: "kind", label: say("journal-column-kind"), least: 9.5, share: 0, width: null, sorts: [], sorted: null },
  { id: "at", label: say("journal-column-when"), least: 10.5, share: 0, width: null, sorts: [], sorted: null },
  { id: "by", label: say("journal-column-by"), least: 9, share: 0, width: null, sorts: [], sorted: null },
];

export class JournalScreen extends Part {
  static override properties = { ...Part.properties, active: { state: true } };
  declare active: number;
  #of: OpenOrganization | null = null;
  #asked = -1;

  constructor() {
    super();
    this.active = 0;
  }

  protected override regain(): void {
    this.querySelector<VirtualGrid>("ui-grid")?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#of?.journal.leave();
    this.#of = null;
  }

  protected override willUpdate(): void {
    const { journal } = this.organization;
    if (this.#of !== this.organization) {
      this.#of?.journal.leave();
      this.#of = this.organization;
      journal.look();
    }
    if (journal.asked !== this.#asked) {
      this.#asked = journal.asked;
      this.active = 0;
      this.querySelector<VirtualGrid>("ui-grid")?.toTop();
    }
    this.active = Math.min(this.active, Math.max(0, journal.total - 1));
  }

  #open = (event: CustomEvent<number>): void => {
    const line = this.organization.journal.row(event.detail);
    if (line) this.desk.show({ kind: "journal_line", line });
  };

  #cells = (row: unknown, columns: readonly Column[]): TemplateResult => {
    const drawn = columns.map(({ id }) => id);
    return html`${drawn.map((id) => html`<div role="gridcell" class="grid-cell cell-${id}">${this.#cell(row as JournalRow, id, drawn)}</div>`)}`;
  };

  #cell(line: JournalRow, column: string, drawn: readonly string[]): TemplateResult {
    const { search: text } = this.organization.journal.query;
    const at = instant(line.at);
    const when = at ? moment(at, this.desk.now) : "";
    switch (column) {
      case "kind":
        return badge(KINDS[line.kind]);
      case "at":
        return html`<span class="clip">${when}</span>`;
      case "by":
        return html`<span class="clip" dir="auto">${marks(marked(line.by ?? "", text))}</span>`;
      default: {
        const about = [line.whom, line.what].filter(Boolean).join(", ") || line.text;
        // In a narrow window there is no column for these.
        const more = [drawn.includes("kind") ? "" : KINDS[line.kind].text, drawn.includes("at") ? "" : when, line.reason ?? line.email];
        return html`<span class="who">
          <span class="who-name"><span class="clip" dir="auto">${marks(marked(about, text))}</span></span>
          <span class="who-mail clip" dir="auto">${marks(marked(more.filter(Boolean).join(" · "), text))}</span>
        </span>`;
      }
    }
  }

  /** Why there is no line, and what helps. */
  #empty(): TemplateResult | null {
    const { journal } = this.organization;
    const { query } = journal;
    if (journal.failure !== null) {
      return html`<h2>${say("journal-failed")}</h2><p>${explain(journal.failure).text}</p>
        <button type="button" class="button" @click=${() => journal.look()}>${say("word-try-again")}</button>`;
    }
    if (!journal.known) return html`<p>${say("word-loading")}</p>`;
    if (journal.searching) return html`<p>${say("journal-searching")}</p>`;
    if (narrowed(this.organization)) {
      const text = query.search.trim();
      const filtered = query.kinds.length > 0 || query.since !== undefined || query.until !== undefined;
      const none = text === ""
        ? say("journal-none-of-filters")
        : say(filtered ? "journal-none-contains-filtered" : "journal-none-contains", { search: shortened(text) });
      return html`<h2>${say("journal-no-match")}</h2>
        <p>${none}</p>
        <button type="button" class="button" @click=${() => this.#everything()}>${say("word-clear-search")}</button>`;
    }
    return html`<h2>${say("journal-empty")}</h2><p>${say("journal-empty-help")}</p>`;
  }

  #everything(): void {
    const { journal } = this.organization;
    journal.query = EVERYTHING;
    journal.askBetween(null, null);
  }

  #tools(): TemplateResult {
    const { journal } = this.organization;
    const { query } = journal;
    return html`<div class="tools">
      ${search({
        id: "journal-search", hint: say("journal-search-hint"), label: say("journal-search"), value: query.search,
        ask: (text) => journal.ask({ search: text }), toList: () => this.querySelector<VirtualGrid>("ui-grid")?.focus(),
      })}
      <div class="chips" role="group" aria-label=${say("filters-label")}>
        ${chip<JournalKind>({
          name: say("journal-kind"), chosen: query.kinds, set: (kinds) => journal.ask({ kinds }),
          choices: SEARCHED.map((id) => ({ id, label: KINDS[id].text })),
        })}
        ${days(this.desk, journal)}
        ${narrowed(this.organization)
          ? html`<button type="button" class="button-link" @click=${() => this.#everything()}>${say("journal-clear")}</button>`
          : nothing}
      </div>
    </div>`;
  }

  /** How far it is, in words: beside the title, and for those who only hear it. */
  #told(): string {
    const { journal } = this.organization;
    if (!journal.known) return "";
    if (!narrowed(this.organization)) return say("journal-lines", { count: journal.lines });
    return say(journal.searching ? "journal-found-so-far" : "journal-found", { found: journal.total, lines: journal.lines });
  }

  protected override render(): TemplateResult {
    const { organization, desk } = this;
    const { journal } = organization;
    return html`<section class="list-pane" data-pane aria-labelledby="journal-title">
      <header class="head">
        <h1 id="journal-title">${say("journal-title")}</h1>
        <span class="head-note" role="status">${this.#told()}</span>
        <span class="spring"></span>
        <button type="button" class="button" @click=${() => desk.show({ kind: "journal_verify" })}>${icon("check")}${say("journal-verify")}</button>
        <button type="button" class="button" @click=${() => desk.show({ kind: "journal_export" })}>${say("export-asking")}</button>
      </header>
      ${closedToUs(organization) ? nothing : outboxScreens(desk)}
      ${this.#tools()}
      ${unlisted(journal, () => journal.look())}
      <ui-grid
        class="table"
        .label=${say("journal-grid")}
        .rowName=${"line"}
        .columns=${COLUMNS}
        .total=${journal.failure === null || journal.known ? journal.total : 0}
        .version=${`${journal.query.search}\n${desk.now.getTime()}`}
        .active=${this.active}
        .rowAt=${(index: number) => journal.row(index)}
        .cells=${this.#cells}
        .empty=${this.#empty()}
        @range=${(event: CustomEvent<Range>) => journal.show(event.detail.first, event.detail.last)}
        @activate=${(event: CustomEvent<number>) => (this.active = event.detail)}
        @open=${this.#open}
      ></ui-grid>
    </section>`;
  }
}
customElements.define("journal-screen", JournalScreen);

const narrowed = ({ journal: { query } }: OpenOrganization): boolean =>
  query.search.trim() !== "" || query.kinds.length > 0 || query.since !== undefined || query.until !== undefined;
