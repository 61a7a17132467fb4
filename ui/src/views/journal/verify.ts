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
import { say } from "../../text/say";

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
    if (await this.desk.attempt(toClipboard(Promise.resolve(seal)))) this.desk.toasts.say(say("verify-seal-copied"));
  };

  #result(): TemplateResult {
    const { answer, failure } = this;
    if (failure !== null && failure.field === undefined) return html`<p class="error">${explain(failure).text}</p>`;
    if (answer === null) return html`<p>${failure === null ? say("verify-checking") : ""}</p>`;
    const sound = answer.broken === null;
    const same = sound && this.compared ? ` ${say("verify-same")}` : "";
    return html`<div class="note ${sound ? "note-good" : "note-danger"}"><p>${icon(sound ? "check" : "alert")} <strong>${verified(answer)}</strong>${same}</p></div>`;
  }

  protected override render(): TemplateResult {
    const leave = (): void => this.desk.show(null);
    const seal = this.answer?.broken === null ? this.answer.seal : null;
    const wrong = this.failure?.field === undefined ? undefined : explain(this.failure).text;
    const busy = this.answer === null && this.failure === null;
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
        leave: html`<button type="button" class="button" data-first @click=${leave}>${say("word-close")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(busy)}>${this.kept.trim() === "" ? say("verify-again") : say("verify-compare")}</button>`,
      }}
      @leave=${leave}
      @confirm=${() => !busy && void this.#check()}
    ></ui-dialog>`;
  }
}
customElements.define("verify-journal", VerifyJournal);
