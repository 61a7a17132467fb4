/** Exports what the list shows, every row of it, to a file that the person names; and copies it. */
import { html, nothing, type TemplateResult } from "lit";
import { toClipboard } from "../../components/clipboard";
import "../../components/dialog";
import "../../components/menu";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { ExportProgress, FileFormat } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { age, count, counted, freshness, instant, moment } from "../../text/format";
import { CSV, exportFormat } from "../export-format";
import { COLUMNS } from "./columns";

/** The choice of the last time, for as long as the window lives. */
let last: FileFormat = CSV;

export class ExportDialog extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    selected: { attribute: false },
    format: { state: true },
    state: { state: true },
    failure: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** Only those selected, in place of every row. */
  declare selected: boolean;
  declare format: FileFormat;
  /** Being filled in; waiting for a file's name; or so far written. */
  declare state: "asking" | "naming" | ExportProgress;
  declare failure: Failure | null;

  constructor() {
    super();
    this.selected = false;
    this.format = last;
    this.state = "asking";
    this.failure = null;
  }

  #choose(format: FileFormat): void {
    this.format = last = format;
    this.failure = null;
  }

  #leave = (): void => {
    // The system's own dialog is in front: that one is left first.
    if (this.state === "naming") return;
    if (this.state !== "asking") void this.desk.attempt(this.organization.exportCancel());
    this.desk.show(null);
  };

  #confirm = async (): Promise<void> => {
    if (this.state !== "asking") return;
    this.state = "naming";
    this.failure = null;
    try {
      const done = await this.organization.export(this.format, this.selected, (progress) => (this.state = progress));
      this.state = "asking";
      if (done === null) return;
      this.desk.show(null);
      this.desk.toasts.say(`${counted(done.users, "user")} written to ${done.file}.`);
    } catch (cause) {
      const failure = Failure.from(cause);
      this.state = "asking";
      if (failure.code !== "cancelled") this.failure = failure;
      else this.desk.toasts.say(failure.message);
    }
  };

  /** Sentences on what the file will be worth. */
  #worth(): TemplateResult {
    const { session } = this.organization;
    const snapshot = session.view?.snapshot;
    const asOf = instant(snapshot?.asOf ?? null);
    const now = this.desk.now;
    const old = asOf !== null && freshness(asOf, now) === "old";
    const warning = snapshot && !snapshot.complete
      ? `${count(snapshot.users)}${snapshot.expected === null ? "" : ` of about ${count(snapshot.expected)}`} loaded: the file will not be complete.`
      : old && asOf ? `This list is ${age(asOf, now)} old. Refresh before you decide on access.` : null;
    return html`${warning === null ? nothing : html`<p class="note"><strong>${warning}</strong></p>`}
      <p class="faint">${asOf ? `The list is as of ${moment(asOf, now)}. ` : ""}Changes that wait are laid over it and marked.
        The file holds people's data and is not encrypted; only your account on this computer may read it.</p>`;
  }

  #progress({ written }: ExportProgress): TemplateResult {
    const total = shown(this.organization, this.selected);
    return html`<p role="status">${count(written)} of ${count(total)} written</p>
      <progress max=${total} .value=${written} aria-label="Written"></progress>`;
  }

  protected override render(): TemplateResult {
    const { state, failure, organization } = this;
    const { views } = organization;
    const columns = views.columns.map(({ column }) => COLUMNS[column].label).join(", ");
    const under = typeof state !== "string";
    return html`<ui-dialog
      .heading=${`Export ${counted(shown(organization, this.selected), this.selected ? "selected user" : "user")}`}
      .intro=${`${this.selected ? "Those selected" : "Every row of the list"}, with the columns of the list: ${columns}.`}
      .content=${html`${under ? this.#progress(state) : html`${exportFormat(this.format, "JSON, for programs", (format) => this.#choose(format))}${this.#worth()}`}
        ${failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${html`<button type="button" class="button" aria-disabled=${String(state === "naming")} @click=${this.#leave}>Cancel</button>
        ${under ? nothing : html`<button type="submit" class="button button-primary" aria-disabled=${String(state === "naming")}>Choose a file and export</button>`}`}
      @leave=${this.#leave}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("export-dialog", ExportDialog);

/** How many users that is. */
const shown = ({ people, selection }: OpenOrganization, selected: boolean): number => (selected ? selection.count(people.total) : people.total);

/** The button beside the list: to a file, or to the clipboard. */
export function exportMenu(desk: Desk, organization: OpenOrganization): TemplateResult {
  const onChoose = (event: CustomEvent<string>): void => {
    if (event.detail === "copy") void copy(desk, organization, false);
    else desk.show({ kind: "export", selected: false });
  };
  return html`<ui-menu
    .label=${"Export"}
    .button=${html`Export${icon("down")}`}
    .buttonClass=${"button"}
    .items=${[
      { id: "file", label: "Export to a file…", kind: "action" },
      { id: "copy", label: "Copy as CSV", kind: "action" },
    ]}
    @choose=${onChoose}
  ></ui-menu>`;
}

/** Puts what the list shows, or those selected, on the clipboard. */
export async function copy(desk: Desk, organization: OpenOrganization, selected: boolean): Promise<void> {
  const many = shown(organization, selected);
  const copied = await desk.attempt(toClipboard(organization.copy(selected)));
  if (copied) desk.toasts.say(`Copied: ${counted(many, "user")}.`);
}
