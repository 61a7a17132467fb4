/** Exports what the list shows, every row of it, to a file that the person names; and copies it. */
import { html, nothing, type TemplateResult } from "lit";
import { toClipboard } from "../../components/clipboard";
import "../../components/menu";
import { icon } from "../../components/icon";
import type { Desk } from "../../desk";
import type { ExportProgress, FileFormat, SnapshotView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { age, freshness, instant, listed, moment } from "../../text/format";
import { say } from "../../text/say";
import { FileExport } from "../export-dialog";
import { CSV } from "../export-format";
import { COLUMNS } from "./columns";

/** The choice of the last time, for as long as the window lives. */
let last: FileFormat = CSV;

export class ExportDialog extends FileExport {
  static override properties = { ...FileExport.properties, selected: { attribute: false } };
  /** Only those selected, in place of every row. */
  declare selected: boolean;
  protected readonly json = say("export-json");

  constructor() {
    super(last);
    this.selected = false;
  }

  protected override get heading(): string {
    const told = { count: shown(this.organization, this.selected) };
    return this.selected ? say("export-title-selected", told) : say("export-title", told);
  }

  protected override get intro(): string {
    const told = { columns: listed(this.organization.views.columns.map(({ column }) => COLUMNS[column].label)) };
    return this.selected ? say("export-intro-selected", told) : say("export-intro", told);
  }

  protected override worth(): TemplateResult {
    const { session } = this.organization;
    const snapshot = session.view?.snapshot;
    const asOf = instant(snapshot?.asOf ?? null);
    const now = this.desk.now;
    const old = asOf !== null && freshness(asOf, now) === "old";
    const warning = snapshot && !snapshot.complete
      ? incomplete(snapshot)
      : old && asOf ? say("banner-old", { age: age(asOf, now) }) : null;
    return html`${warning === null ? nothing : html`<p class="note"><strong>${warning}</strong></p>`}
      <p class="faint">${asOf ? say("export-as-of", { moment: moment(asOf, now) }) : nothing}
        ${say("export-waiting")} ${say("export-not-encrypted")}</p>`;
  }

  protected override progress({ written }: ExportProgress): TemplateResult {
    const total = shown(this.organization, this.selected);
    return html`<p role="status">${say("export-progress", { written, total })}</p>
      <progress max=${total} .value=${written} aria-label=${say("export-progress-label")}></progress>`;
  }

  protected override async write(told: (progress: ExportProgress) => void): Promise<string | null> {
    const done = await this.organization.export(this.format, this.selected, told);
    return done === null ? null : say("export-done", { count: done.users, file: done.file });
  }

  protected override keep(format: FileFormat): void {
    last = format;
  }
}
customElements.define("export-dialog", ExportDialog);

/** That the file will hold fewer than there are. */
const incomplete = ({ users, expected }: SnapshotView): string =>
  expected === null ? say("export-incomplete", { loaded: users }) : say("export-incomplete-of", { loaded: users, expected });

/** How many users that is. */
const shown = ({ people, selection }: OpenOrganization, selected: boolean): number => (selected ? selection.count(people.total) : people.total);

/** The button beside the list: to a file, or to the clipboard. */
export function exportMenu(desk: Desk, organization: OpenOrganization): TemplateResult {
  const onChoose = (event: CustomEvent<string>): void => {
    if (event.detail === "copy") void copy(desk, organization, false);
    else desk.show({ kind: "export", selected: false });
  };
  return html`<ui-menu
    .label=${say("export-label")}
    .button=${html`${say("export-label")}${icon("down")}`}
    .buttonClass=${"button"}
    .items=${[
      { id: "file", label: say("export-to-file"), kind: "action" },
      { id: "copy", label: say("copy-csv"), kind: "action" },
    ]}
    @choose=${onChoose}
  ></ui-menu>`;
}

/** Puts what the list shows, or those selected, on the clipboard. */
export async function copy(desk: Desk, organization: OpenOrganization, selected: boolean): Promise<void> {
  const many = shown(organization, selected);
  const copied = await desk.attempt(toClipboard(organization.copy(selected)));
  if (copied) desk.toasts.say(say("copied-users", { count: many }));
}
