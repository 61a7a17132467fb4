/** Exports what the journal shows, every line of it with its hash, to a file that the person names. */
import { html, type TemplateResult } from "lit";
import type { ExportProgress, FileFormat } from "../../host/types";
import { count, counted } from "../../text/format";
import { FileExport } from "../export-dialog";

/** The choice of the last time, for as long as the window lives. */
let last: FileFormat = { kind: "json" };

export class ExportJournal extends FileExport {
  protected readonly json = "JSON Lines, to check and for programs";

  constructor() {
    super(last);
  }

  get #whole(): boolean {
    const { journal } = this.organization;
    return journal.total === journal.lines;
  }

  protected override get heading(): string {
    const { journal } = this.organization;
    const lines = counted(journal.lines, "line");
    return this.#whole ? `Export ${lines}` : `Export ${count(journal.total)} of ${lines}`;
  }

  protected override get intro(): string {
    return "Oldest first, each with its hash and that of the line before.";
  }

  protected override worth(): TemplateResult {
    return html`<p class="faint">${this.#whole
      ? "The file holds the whole chain: whoever has it can check it without Rollcall."
      : "The file holds only the lines that are shown. Each can be checked; that none was left out can't be told."}
      It holds people's data and is not encrypted; only your account on this computer may read it.</p>`;
  }

  protected override progress({ written }: ExportProgress): TemplateResult {
    return html`<p role="status">${counted(written, "line")} written</p>`;
  }

  protected override async write(told: (progress: ExportProgress) => void): Promise<string | null> {
    const done = await this.organization.journal.export(this.format, told);
    return done === null ? null : `${counted(done.lines, "line")} written to ${done.file}.`;
  }

  protected override keep(format: FileFormat): void {
    last = format;
  }
}
customElements.define("export-journal", ExportJournal);
