/** Exports what the journal shows, every line of it with its hash, to a file that the person names. */
import { html, type TemplateResult } from "lit";
import type { ExportProgress, FileFormat } from "../../host/types";
import { say } from "../../text/say";
import { FileExport } from "../export-dialog";

/** The choice of the last time, for as long as the window lives. */
let last: FileFormat = { kind: "json" };

export class ExportJournal extends FileExport {
  protected readonly json = say("journal-export-json");

  constructor() {
    super(last);
  }

  get #whole(): boolean {
    const { journal } = this.organization;
    return journal.total === journal.lines;
  }

  protected override get heading(): string {
    const { lines, total } = this.organization.journal;
    return this.#whole ? say("journal-export-all", { lines }) : say("journal-export-found", { found: total, lines });
  }

  protected override get intro(): string {
    return say("journal-export-intro");
  }

  protected override worth(): TemplateResult {
    return html`<p class="faint">${say(this.#whole ? "journal-export-whole" : "journal-export-part")}
      ${say("journal-export-private")}</p>`;
  }

  protected override progress({ written }: ExportProgress): TemplateResult {
    return html`<p role="status">${say("journal-export-progress", { count: written })}</p>`;
  }

  protected override async write(told: (progress: ExportProgress) => void): Promise<string | null> {
    const done = await this.organization.journal.export(this.format, told);
    return done === null ? null : say("journal-export-done", { count: done.lines, file: done.file });
  }

  protected override keep(format: FileFormat): void {
    last = format;
  }
}
customElements.define("export-journal", ExportJournal);
