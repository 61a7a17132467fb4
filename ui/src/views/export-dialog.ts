/** What every export asks and tells: the format, the file's name in the system's own dialog, how far it is, and its end. */
import { html, nothing, type TemplateResult } from "lit";
import "../components/dialog";
import { problem } from "../components/problem";
import { Failure } from "../host/failure";
import type { ExportProgress, FileFormat } from "../host/types";
import { say } from "../text/say";
import { AskingDialog } from "./asking";
import { exportFormat } from "./export-format";

export abstract class FileExport extends AskingDialog {
  static override properties = { ...AskingDialog.properties, format: { state: true }, state: { state: true } };
  declare format: FileFormat;
  /** Being filled in; waiting for a file's name; or so far written. */
  declare state: "asking" | "naming" | ExportProgress;

  constructor(format: FileFormat) {
    super();
    this.format = format;
    this.state = "asking";
  }

  protected abstract get heading(): string;
  protected abstract get intro(): string;
  /** What the format JSON is good for here. */
  protected abstract readonly json: string;
  /** Sentences on what the file will be worth. */
  protected abstract worth(): TemplateResult;
  protected abstract progress(progress: ExportProgress): TemplateResult;
  /** Writes the file, and answers what was written, as a sentence; `null` when the person named none. */
  protected abstract write(told: (progress: ExportProgress) => void): Promise<string | null>;
  /** A format was chosen: the next dialog begins with it. */
  protected abstract keep(format: FileFormat): void;

  #leave = (): void => {
    // The system's own dialog is in front: that one is left first.
    if (this.state === "naming") return;
    if (this.state !== "asking") void this.desk.attempt(this.organization.exportCancel());
    this.close();
  };

  #confirm = (): Promise<void> => this.press(async () => {
    this.state = "naming";
    try {
      const done = await this.write((progress) => (this.state = progress));
      if (done === null) return;
      this.close();
      this.desk.toasts.say(done);
    } catch (cause) {
      const failure = Failure.from(cause);
      if (failure.code !== "cancelled") throw failure;
      // It was the person's own wish.
      this.desk.toasts.say(failure.message);
    } finally {
      this.state = "asking";
    }
  });

  #choose(format: FileFormat): void {
    this.keep(format);
    this.format = format;
    this.failure = null;
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const naming = String(state === "naming");
    const under = typeof state !== "string";
    return html`<ui-dialog
      .heading=${this.heading}
      .intro=${this.intro}
      .content=${html`${under ? this.progress(state) : html`${exportFormat(this.format, this.json, (format) => this.#choose(format))}${this.worth()}`}
        ${problem(this.failure)}`}
      .footer=${{
        leave: html`<button type="button" class="button" aria-disabled=${naming} @click=${this.#leave}>${say("word-cancel")}</button>`,
        confirm: under ? nothing : html`<button type="submit" class="button button-primary" aria-disabled=${naming}>${say("file-choose")}</button>`,
      }}
      @leave=${this.#leave}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
