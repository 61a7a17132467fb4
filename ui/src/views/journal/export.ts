/** Exports what the journal shows, every line of it with its hash, to a file that the person names. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { ExportProgress, FileFormat } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { count, counted } from "../../text/format";
import { exportFormat } from "../export-format";

/** The choice of the last time, for as long as the window lives. */
let last: FileFormat = { kind: "json" };

export class ExportJournal extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    format: { state: true },
    state: { state: true },
    failure: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare format: FileFormat;
  /** Being filled in; waiting for a file's name; or so far written. */
  declare state: "asking" | "naming" | ExportProgress;
  declare failure: Failure | null;

  constructor() {
    super();
    this.format = last;
    this.state = "asking";
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
      const done = await this.organization.journal.export(this.format, (progress) => (this.state = progress));
      this.state = "asking";
      if (done === null) return;
      this.desk.show(null);
      this.desk.toasts.say(`${counted(done.lines, "line")} written to ${done.file}.`);
    } catch (cause) {
      const failure = Failure.from(cause);
      this.state = "asking";
      if (failure.code !== "cancelled") this.failure = failure;
      else this.desk.toasts.say(failure.message);
    }
  };

  protected override render(): TemplateResult {
    const { state, failure } = this;
    const { journal } = this.organization;
    const whole = journal.total === journal.lines;
    const naming = state === "naming";
    const options = html`${exportFormat(this.format, "JSON Lines, to check and for programs", (format) => {
        this.format = last = format;
        this.failure = null;
      })}
      <p class="faint">${whole
        ? "The file holds the whole chain: whoever has it can check it without Rollcall."
        : "The file holds only the lines that are shown. Each can be checked; that none was left out can't be told."}
        It holds people's data and is not encrypted; only your account on this computer may read it.</p>`;
    return html`<ui-dialog
      .heading=${whole ? `Export ${counted(journal.lines, "line")}` : `Export ${count(journal.total)} of ${counted(journal.lines, "line")}`}
      .intro=${"Oldest first, each with its hash and that of the line before."}
      .content=${html`${typeof state === "string" ? options : html`<p role="status">${counted(state.written, "line")} written</p>`}
        ${failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${html`<button type="button" class="button" aria-disabled=${String(naming)} @click=${this.#leave}>Cancel</button>
        ${typeof state === "string" ? html`<button type="submit" class="button button-primary" aria-disabled=${String(naming)}>Choose a file and export</button>` : nothing}`}
      @leave=${this.#leave}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("export-journal", ExportJournal);
