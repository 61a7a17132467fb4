/** Exports what the list shows, every row of it, to a file that the person names; and copies it. */
import { html, nothing, type TemplateResult } from "lit";
import { toClipboard } from "../../components/clipboard";
import "../../components/menu";
import { icon } from "../../components/icon";
import type { Desk } from "../../desk";
import type { ExportProgress, FileFormat } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { age, count, counted, freshness, instant, moment } from "../../text/format";
import { FileExport } from "../export-dialog";
import { CSV } from "../export-format";
import { COLUMNS } from "./columns";

/** The choice of the last time, for as long as the window lives. */
let last: FileFormat = CSV;

export class ExportDialog extends FileExport {
  static override properties = { ...FileExport.properties, selected: { attribute: false } };
  /** Only those selected, in place of every row. */
  declare selected: boolean;
  protected readonly json = "JSON, for programs";

  constructor() {
    super(last);
    this.selected = false;
  }

  protected override get heading(): string {
    return `Export ${counted(shown(this.organization, this.selected), this.selected ? "selected user" : "user")}`;
  }

  protected override get intro(): string {
    const columns = this.organization.views.columns.map(({ column }) => COLUMNS[column].label).join(", ");
    return `${this.selected ? "Those selected" : "Every row of the list"}, with the columns of the list: ${columns}.`;
  }

  protected override worth(): TemplateResult {
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

  protected override progress({ written }: ExportProgress): TemplateResult {
    const total = shown(this.organization, this.selected);
    return html`<p role="status">${count(written)} of ${count(total)} written</p>
      <progress max=${total} .value=${written} aria-label="Written"></progress>`;
  }

  protected override async write(told: (progress: ExportProgress) => void): Promise<string | null> {
    const done = await this.organization.export(this.format, this.selected, told);
    return done === null ? null : `${counted(done.users, "user")} written to ${done.file}.`;
  }

  protected override keep(format: FileFormat): void {
    last = format;
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
