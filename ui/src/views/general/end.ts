/** Ends something for good, or the subscription: says what goes, and asks for a name to be typed. Online only. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Footer } from "../../components/dialog";
import { problem } from "../../components/problem";
import type { Ending } from "../../desk";
import type { Confirm } from "../../host/types";
import { goesWith, subscriptionEnds } from "../../text/ending";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { isTyped, typing } from "../typed";

/** What is asked, before it is. */
interface Question {
  heading: string;
  sentences: string[];
  confirm: Confirm;
  press: string;
}

export class EndDialog extends AskingDialog {
  static override properties = {
    ...AskingDialog.properties,
    what: { attribute: false },
    question: { state: true },
    typed: { state: true },
    ended: { state: true },
  };
  declare what: Ending;
  declare question: Question | null;
  declare typed: string;
  /** What became of it, once it is done and there is more to decide. */
  declare ended: string | null;

  constructor() {
    super();
    this.question = null;
    this.typed = "";
    this.ended = null;
  }

  protected override firstUpdated(): void {
    void this.read(this.#load(), (question) => (this.question = question));
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
    return this.question !== null && isTyped(this.question.confirm, this.typed);
  }

  #confirm = async (): Promise<void> => {
    if (this.ended !== null) return this.close();
    if (!this.#ready) return;
    const { general, billing } = this.organization;
    const organization = this.what === "organization";
    await this.press(async () => {
      const said = await (organization ? general.delete(this.typed) : billing.cancel(this.typed));
      // With the organization there is more to decide; whoever has left is told all the same.
      if (organization && this.isConnected) return void (this.ended = said);
      this.close();
      this.desk.toasts.say(said);
    });
  };

  protected override render(): TemplateResult {
    const { question, wrong } = this;
    return html`<ui-dialog
      .heading=${this.ended !== null ? say("ending-deleted") : (question?.heading ?? say("ending-moment"))}
      .content=${this.ended !== null ? html`<p role="status">${this.ended}</p><p>${say("ending-deleted-what")}</p>` : html`
        ${question === null
          ? html`<p class="faint">${wrong === null ? say("word-loading") : nothing}</p>`
          : html`<section class="summary" aria-label=${say("word-what-will-happen")}><div class="sentences">${question.sentences.map((each) => html`<p>${each}</p>`)}</div></section>
              ${typing(question.confirm, this.typed, (typed) => (this.typed = typed))}`}
        ${problem(wrong)}`}
      .footer=${this.#footer(question)}
      @leave=${this.close}
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
      leave: html`<button type="button" class="button" data-first @click=${this.close}>${question === null ? say("word-close") : this.what === "subscription" ? say("ending-keep-subscription") : say("word-cancel")}</button>`,
      confirm: question === null
        ? nothing
        : html`<button type="submit" id="end" class="button button-danger" aria-disabled=${String(!ready)} aria-describedby=${ready ? nothing : "typed-help"}>${question.press}</button>`,
    };
  }
}
customElements.define("end-dialog", EndDialog);
