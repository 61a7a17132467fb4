/** Checks the journal's chain, says what holds, and gives the seal to keep elsewhere. */
import { html, nothing, type TemplateResult } from "lit";
import { toClipboard } from "../../components/clipboard";
import "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { JournalVerified } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { verified } from "../../text/journal";

export class VerifyJournal extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    answer: { state: true },
    compared: { state: true },
    kept: { state: true },
    failure: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** `null` while it is under way. */
  declare answer: JournalVerified | null;
  /** It was held against a seal. */
  declare compared: boolean;
  declare kept: string;
  declare failure: Failure | null;

  constructor() {
    super();
    this.answer = null;
    this.compared = false;
    this.kept = "";
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#check();
  }

  async #check(): Promise<void> {
    const kept = this.kept.trim() || null;
    this.answer = null;
    this.failure = null;
    try {
      this.answer = await this.organization.journal.verify(kept);
      this.compared = kept !== null;
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
  }

  #copy = async (): Promise<void> => {
    const seal = this.answer?.seal ?? "";
    if (await this.desk.attempt(toClipboard(Promise.resolve(seal)))) this.desk.toasts.say("Seal copied.");
  };

  #result(): TemplateResult {
    const { answer, failure } = this;
    if (failure !== null && failure.field === undefined) return html`<p class="error">${explain(failure).text}</p>`;
    if (answer === null) return html`<p>${failure === null ? "Checking every line…" : ""}</p>`;
    const sound = answer.broken === null;
    const same = sound && this.compared ? " It is the journal that this seal was taken of." : "";
    return html`<div class="note ${sound ? "note-good" : "note-danger"}"><p>${icon(sound ? "check" : "alert")} <strong>${verified(answer)}</strong>${same}</p></div>`;
  }

  protected override render(): TemplateResult {
    const leave = (): void => this.desk.show(null);
    const seal = this.answer?.broken === null ? this.answer.seal : null;
    const wrong = this.failure?.field === undefined ? undefined : explain(this.failure).text;
    const busy = this.answer === null && this.failure === null;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${"Verify the journal"}
      .intro=${"Each line carries a hash over itself and the one before: a line that was changed, taken out or moved shows."}
      .content=${html`<div role="status">${this.#result()}</div>
        ${seal === null ? nothing : html`<div class="field">
          <p>That lines were cut off at the end shows only against a seal. Keep this one elsewhere, in a mail or a ticket:</p>
          <p class="seal"><code class="mono wrap">${seal}</code><button type="button" class="button button-small" @click=${this.#copy}>Copy seal</button></p>
        </div>`}
        ${field({
          id: "journal-kept", label: "A seal that was kept earlier (optional)", value: this.kept, error: wrong,
          help: "The number of lines, a colon, and the hash of the last one.", onInput: (text) => (this.kept = text),
        })}`}
      .footer=${html`<button type="button" class="button" data-first @click=${leave}>Close</button>
        <button type="submit" class="button button-primary" aria-disabled=${String(busy)}>${this.kept.trim() === "" ? "Verify again" : "Compare"}</button>`}
      @leave=${leave}
      @confirm=${() => !busy && void this.#check()}
    ></ui-dialog>`;
  }
}
customElements.define("verify-journal", VerifyJournal);
