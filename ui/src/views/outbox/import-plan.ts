/** Imports a plan: a file is chosen, what it holds is shown change by change, and then all of it is queued, or nothing. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { problem } from "../../components/problem";
import { Failure } from "../../host/failure";
import type { ImportView } from "../../host/types";
import { explain } from "../../text/errors";
import { instant, moment } from "../../text/format";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { planned, SOME, withTrouble } from "./planned";

/** Rust reads no larger plan, in bytes: of a larger file as much is handed over as it takes to see that. */
const LARGEST = 16 * 1024 * 1024;

export class ImportPlan extends AskingDialog {
  static override properties = { ...AskingDialog.properties, file: { state: true }, view: { state: true } };
  /** What was chosen, with what was read of it: what is shown is what is imported. */
  declare file: { name: string; bytes: Uint8Array } | null;
  /** `null` until it was looked at, or where it is none. */
  declare view: ImportView | null;
  #limit = SOME;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    this.file = null;
    this.view = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What waits here decides with what the policy says of a plan.
    this.#unfollow = this.organization.outbox.subscribe(() => this.busy || this.#look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    this.#limit = SOME;
    this.file = this.view = this.failure = this.unread = null;
    await this.read(this.#opened(chosen), ({ file, view }) => Object.assign(this, { file, view }));
    // The same file may be chosen again, once it was put right.
    input.value = "";
    await this.updateComplete;
    this.querySelector<HTMLElement>(this.#closed === null ? "#import-all" : "#choose-plan")?.focus();
  };

  /** A file that was chosen, and what importing it would do. */
  async #opened(chosen: File): Promise<{ file: NonNullable<ImportPlan["file"]>; view: ImportView }> {
    const bytes = await chosen.slice(0, LARGEST + 1).arrayBuffer().catch((cause: unknown) => {
      throw new Failure("file_unreadable", say("many-file-unreadable", { cause: cause instanceof Error ? cause.message : String(cause) }));
    });
    const file = { name: chosen.name, bytes: new Uint8Array(bytes) };
    return { file, view: await this.#viewed(file.bytes) };
  }

  #viewed(bytes: Uint8Array): Promise<ImportView> {
    return this.organization.outbox.importView(bytes, { offset: 0, limit: this.#limit });
  }

  #look(): void {
    if (this.file !== null) void this.read(this.#viewed(this.file.bytes), (view) => (this.view = view));
  }

  #more = (): void => {
    this.#limit += SOME;
    this.#look();
  };

  /** Why nothing can be imported now; `null` when it can. */
  get #closed(): string | null {
    if (this.unread !== null) return explain(this.unread).text;
    return this.view === null ? say("import-no-file") : this.view.refused;
  }

  #confirm = async (): Promise<void> => {
    const { file } = this;
    if (file === null || this.#closed !== null) return;
    await this.press(async () => {
      const { operation, message } = await this.organization.outbox.importPlan(file.bytes);
      const review = (): void => this.desk.show({ kind: "send", changes: { kind: "operation", operation } });
      this.close();
      this.desk.toasts.say(message, [{ label: say("send-review"), run: review }]);
    });
  };

  protected override render(): TemplateResult {
    const { view, file } = this;
    const closed = this.#closed;
    return html`<ui-dialog
      .size=${"large"}
      .heading=${say("import-title")}
      .intro=${say("import-intro")}
      .content=${html`<div class="import-file">
          <button type="button" id="choose-plan" class="button" data-first @click=${() => this.querySelector<HTMLInputElement>("#plan-file")?.click()}>
            ${file === null ? say("many-choose-file") : say("import-choose-other")}
          </button>
          <input type="file" id="plan-file" hidden accept=".json,application/json" @change=${this.#choose} />
          <span class="faint wrap">${file === null ? say("import-choose-help") : file.name}</span>
        </div>
        <div role="status" class="import-head">${view === null ? nothing : this.#head(view)}</div>
        ${view === null ? nothing : planned(view.plan, this.#more)}
        ${problem(this.wrong)}
        <p class="unseen" id="import-closed">${closed ?? ""}</p>`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="import-all" class="button button-primary" aria-disabled=${String(closed !== null || this.busy)}
          aria-describedby=${closed === null ? nothing : "import-closed"}>${view === null ? say("import-none") : say("import-count", { count: view.plan.changes })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }

  /** Whose it is, how much it holds, and why it can't be imported. */
  #head({ organization, exportedBy, exportedAt, refused, plan }: ImportView): TemplateResult {
    const at = instant(exportedAt);
    const fact = (name: string, value: string): TemplateResult | typeof nothing =>
      value === "" ? nothing : html`<dt>${name}</dt><dd class="wrap" dir="auto">${value}</dd>`;
    return html`<dl class="facts">
        ${fact(say("import-of"), organization)}
        ${fact(say("import-by"), exportedBy)}
        ${fact(say("import-at"), at ? moment(at, this.desk.now) : "")}
      </dl>
      <p>${withTrouble(say("import-holds", { count: plan.changes }), plan)}</p>
      ${refused === null ? nothing : html`<p class="note note-danger"><span>${say("import-refused", { reason: refused })}</span></p>`}`;
  }
}
customElements.define("import-plan", ImportPlan);
