/** Which days of the journal are shown: the last few, or those between two. */
import { html, type TemplateResult } from "lit";
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
import { say } from "../../text/say";

/** So many days, today the last of them. */
const LAST: readonly number[] = [1, 7, 30, 90, 365];
const ANY = "any";
const BETWEEN = "between";

export function days(desk: Desk, journal: Journal): TemplateResult {
  const { since, until } = journal.query;
  const shown = between(instant(since ?? null), instant(until ?? null));
  const items: MenuItem[] = LAST.map((days) => ({
    id: String(days), label: days === 1 ? say("journal-today") : say("journal-last-days", { days }), kind: "action",
  }));
  items.push({ id: BETWEEN, label: say("journal-between"), kind: "action" });
  if (shown !== null) items.push({ id: ANY, label: say("journal-any-day"), kind: "action", icon: "cross", apart: true });
  const choose = (event: CustomEvent<string>): void => {
    if (event.detail === BETWEEN) desk.show({ kind: "journal_days" });
    else if (event.detail === ANY) journal.askBetween(null, null);
    else journal.askBetween(midnight(desk.now, 1 - Number(event.detail)), null);
  };
  return html`<ui-menu
    .label=${say("journal-filter-day")}
    .button=${shown === null ? html`${say("journal-day")}${icon("down")}` : html`<span class="clip">${shown}</span>${icon("down")}`}
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
    return this.tried && text.trim() !== "" && dayOf(text) === null ? say("journal-no-day", { day: "2026-07-01" }) : undefined;
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
      .heading=${say("journal-between-title")}
      .intro=${say("journal-between-help")}
      .content=${html`${field({
        id: "journal-since", label: say("journal-from"), value: this.since, placeholder: "2026-07-01", first: true,
        error: this.#wrong(this.since), onInput: (text) => (this.since = text),
      })}${field({
        id: "journal-until", label: say("journal-to"), value: this.until, placeholder: "2026-09-30",
        error: this.#wrong(this.until), onInput: (text) => (this.until = text),
      })}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${leave}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary">${say("journal-show-days")}</button>`,
      }}
      @leave=${leave}
      @confirm=${this.#confirm}
    ></ui-dialog>`;
  }
}
customElements.define("journal-days", JournalDays);
