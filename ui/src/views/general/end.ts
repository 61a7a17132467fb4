/** Ends something for good, or the subscription: says what goes, and asks for a name to be typed. Online only. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Footer } from "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk, Ending } from "../../desk";
import { Failure } from "../../host/failure";
import type { Confirm } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { goesWith, subscriptionEnds } from "../../text/ending";
import { spoken } from "../../text/names";
import { say } from "../../text/say";

/** What is asked, before it is. */
interface Question {
  heading: string;
  sentences: string[];
  confirm: Confirm;
  press: string;
}

export class EndDialog extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    what: { attribute: false },
    question: { state: true },
    typed: { state: true },
    ended: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare what: Ending;
  declare question: Question | null;
  declare typed: string;
  /** What became of it, once it is done and there is more to decide. */
  declare ended: string | null;
  declare failure: Failure | null;
  declare busy: boolean;

  constructor() {
    super();
    this.question = null;
    this.typed = "";
    this.ended = null;
    this.failure = null;
    this.busy = false;
  }

  protected override firstUpdated(): void {
    this.#load().then(
      (question) => (this.question = question),
      (cause: unknown) => (this.failure = Failure.from(cause)),
    );
  }

  async #load(): Promise<Question> {
    const { general, billing } = this.organization;
    if (this.what === "subscription") {
      const confirm = await billing.cancelView();
      return { heading: say("ending-subscription"), sentences: subscriptionEnds(billing.view?.subscription ?? null), confirm, press: say("ending-subscription-confirm") };
    }
    const view = await general.deletionView();
    const name = spoken(view.name);
    return { heading: say("ending-organization", { name }), sentences: goesWith(view), confirm: view.confirm, press: say("ending-organization-confirm", { name }) };
  }

  get #ready(): boolean {
    const text = this.question?.confirm.text.toLowerCase();
    return text !== undefined && this.typed.trim().toLowerCase() === text;
  }

  #close = (): void => this.desk.show(null);

  #confirm = async (): Promise<void> => {
    if (this.ended !== null) return this.#close();
    if (!this.#ready || this.busy) return;
    this.busy = true;
    this.failure = null;
    const { general, billing } = this.organization;
    try {
      if (this.what === "organization") this.ended = await general.delete(this.typed);
      else {
        const said = await billing.cancel(this.typed);
        this.#close();
        this.desk.toasts.say(said);
      }
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { question, failure } = this;
    return html`<ui-dialog
      .heading=${this.ended !== null ? say("ending-deleted") : (question?.heading ?? say("ending-moment"))}
      .content=${this.ended !== null ? html`<p role="status">${this.ended}</p><p>${say("ending-deleted-what")}</p>` : html`
        ${question === null
          ? html`<p class="faint">${failure === null ? say("word-loading") : nothing}</p>`
          : html`<section class="summary" aria-label=${say("word-what-will-happen")}><div class="sentences">${question.sentences.map((each) => html`<p>${each}</p>`)}</div></section>
              ${field({ id: "typed", label: say("word-type-to-confirm", { text: question.confirm.text }), help: question.confirm.reason, value: this.typed, onInput: (typed) => (this.typed = typed) })}`}
        ${failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${this.#footer(question)}
      @leave=${this.#close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }

  #footer(question: Question | null): Footer {
    if (this.ended !== null) {
      return {
        more: html`<button type="button" class="button" @click=${() => this.desk.show({ kind: "remove" })}>${say("closed-remove")}</button>`,
        leave: html`<button type="submit" class="button button-primary" data-first>${say("ending-keep-read")}</button>`,
      };
    }
    const ready = this.#ready && !this.busy;
    return {
      leave: html`<button type="button" class="button" data-first @click=${this.#close}>${question === null ? say("word-close") : this.what === "subscription" ? say("ending-keep-subscription") : say("word-cancel")}</button>`,
      confirm: question === null
        ? nothing
        : html`<button type="submit" id="end" class="button button-danger" aria-disabled=${String(!ready)} aria-describedby=${ready ? nothing : "typed-help"}>${question.press}</button>`,
    };
  }
}
customElements.define("end-dialog", EndDialog);
