/** Which days of the journal are shown: the last few, or those between two. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import "../../components/menu";
import type { MenuItem } from "../../components/menu";
import type { Desk } from "../../desk";
import type { Journal } from "../../state/journal";
import type { OpenOrganization } from "../../state/organization";
import { instant } from "../../text/format";
import { between, dayOf, midnight, written } from "../../text/journal";

/** So many days, today the last of them. */
const LAST: readonly (readonly [number, string])[] = [[1, "Today"], [7, "Last 7 days"], [30, "Last 30 days"], [90, "Last 90 days"], [365, "Last 365 days"]];
const ANY = "any";
const BETWEEN = "between";

export function days(desk: Desk, journal: Journal): TemplateResult {
  const { since, until } = journal.query;
  const shown = between(instant(since ?? null), instant(until ?? null));
  const items: MenuItem[] = LAST.map(([many, label]) => ({ id: String(many), label, kind: "action" }));
  items.push({ id: BETWEEN, label: "Between two days…", kind: "action" });
  if (shown !== null) items.push({ id: ANY, label: "Any day", kind: "action", icon: "cross", apart: true });
  const choose = (event: CustomEvent<string>): void => {
    if (event.detail === BETWEEN) desk.show({ kind: "journal_days" });
    else if (event.detail === ANY) journal.askBetween(null, null);
    else journal.askBetween(midnight(desk.now, 1 - Number(event.detail)), null);
  };
  return html`<ui-menu
    .label=${"Filter by day"}
    .button=${shown === null ? html`Day${icon("down")}` : html`<span class="clip">${shown}</span>${icon("down")}`}
    .buttonClass=${shown === null ? "chip" : "chip chip-on"}
    .items=${items}
    @choose=${choose}
  ></ui-menu>`;
}

export class JournalDays extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    since: { state: true },
    until: { state: true },
    tried: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare since: string;
  declare until: string;
  /** It was confirmed once: what is wrong is said. */
  declare tried: boolean;

  constructor() {
    super();
    this.since = "";
    this.until = "";
    this.tried = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { query } = this.organization.journal;
    const [since, until] = [instant(query.since ?? null), instant(query.until ?? null)];
    this.since = since ? written(since) : "";
    this.until = until ? written(new Date(until.getTime() - 1)) : "";
  }

  #wrong(text: string): string | undefined {
    return this.tried && text.trim() !== "" && dayOf(text) === null ? "This is no day. Write it as 2026-07-01." : undefined;
  }

  #confirm = (): void => {
    this.tried = true;
    if ([this.since, this.until].some((text) => this.#wrong(text) !== undefined)) return;
    const until = dayOf(this.until);
    this.organization.journal.askBetween(dayOf(this.since), until && midnight(until, 1));
    this.desk.show(null);
  };

  protected override render(): TemplateResult {
    const leave = (): void => this.desk.show(null);
    return html`<ui-dialog
      .heading=${"Show the lines between two days"}
      .intro=${"Both days count. Leave one empty for no limit on that side."}
      .content=${html`${field({
        id: "journal-since", label: "From", value: this.since, placeholder: "2026-07-01", first: true,
        error: this.#wrong(this.since), onInput: (text) => (this.since = text),
      })}${field({
        id: "journal-until", label: "To", value: this.until, placeholder: "2026-09-30",
        error: this.#wrong(this.until), onInput: (text) => (this.until = text),
      })}`}
      .footer=${html`<button type="button" class="button" @click=${leave}>Cancel</button>
        <button type="submit" class="button button-primary">Show them</button>${nothing}`}
      @leave=${leave}
      @confirm=${this.#confirm}
    ></ui-dialog>`;
  }
}
customElements.define("journal-days", JournalDays);
