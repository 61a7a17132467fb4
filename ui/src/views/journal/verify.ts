/** Checks the journal's chain, says what holds, and gives the seal to keep elsewhere. */
import { html, nothing, type TemplateResult } from "lit";
import { toClipboard } from "../../components/clipboard";
import "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import type { JournalVerified } from "../../host/types";
import { explain } from "../../text/errors";
import { verified } from "../../text/journal";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";

export class VerifyJournal extends AskingDialog {
  static override properties = { ...AskingDialog.properties, answer: { state: true }, compared: { state: true }, kept: { state: true } };
  /** `null` while it is under way. */
  declare answer: JournalVerified | null;
  /** It was held against a seal. */
  declare compared: boolean;
  declare kept: string;

  constructor() {
    super();
    this.answer = null;
    this.compared = false;
    this.kept = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#check();
  }

  async #check(): Promise<void> {
    const kept = this.kept.trim() || null;
    this.answer = this.unread = null;
    await this.read(this.organization.journal.verify(kept), (answer) => Object.assign(this, { answer, compared: kept !== null }));
  }

  #copy = async (): Promise<void> => {
    const seal = this.answer?.seal ?? "";
    if (await this.desk.attempt(toClipboard(seal))) this.desk.toasts.say(say("verify-seal-copied"));
  };

  #result(): TemplateResult {
    const { answer, unread } = this;
    if (unread !== null && unread.field === undefined) return html`<p class="error">${explain(unread).text}</p>`;
    if (answer === null) return html`<p>${unread === null ? say("verify-checking") : ""}</p>`;
    const sound = answer.broken === null;
    const same = sound && this.compared ? ` ${say("verify-same")}` : "";
    return html`<div class="note ${sound ? "note-good" : "note-danger"}"><p>${icon(sound ? "check" : "alert")} <strong>${verified(answer)}</strong>${same}</p></div>`;
  }

  protected override render(): TemplateResult {
    const seal = this.answer?.broken === null ? this.answer.seal : null;
    const wrong = this.unread?.field === undefined ? undefined : explain(this.unread).text;
    const busy = this.answer === null && this.unread === null;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("verify-title")}
      .intro=${say("verify-intro")}
      .content=${html`<div role="status">${this.#result()}</div>
        ${seal === null ? nothing : html`<div class="field">
          <p>${say("verify-keep-seal")}</p>
          <p class="seal"><code class="mono wrap">${seal}</code><button type="button" class="button button-small" @click=${this.#copy}>${say("verify-copy-seal")}</button></p>
        </div>`}
        ${field({
          id: "journal-kept", label: say("verify-kept"), value: this.kept, error: wrong,
          help: say("verify-kept-help"), onInput: (text) => (this.kept = text),
        })}`}
      .footer=${{
        leave: html`<button type="button" class="button" data-first @click=${this.close}>${say("word-close")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(busy)}>${this.kept.trim() === "" ? say("verify-again") : say("verify-compare")}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => !busy && void this.#check()}
    ></ui-dialog>`;
  }
}
customElements.define("verify-journal", VerifyJournal);
