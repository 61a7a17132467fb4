/** The last look before sending: what is different in the end, what stands in the way, what must go first, what asks once more. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { problem } from "../../components/problem";
import type { Changes, PlanView } from "../../host/types";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { isTyped, typing } from "../typed";
import { planned, SOME, withTrouble } from "./planned";

export class SendReview extends AskingDialog {
  static override properties = { ...AskingDialog.properties, changes: { attribute: false }, plan: { state: true }, typed: { state: true } };
  declare changes: Changes;
  declare plan: PlanView | null;
  declare typed: string;
  #limit = SOME;
  #unwatch: (() => void) | null = null;

  constructor() {
    super();
    this.plan = null;
    this.typed = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What waits may move while a person reads.
    this.#unwatch = this.organization.outbox.subscribe(this.#look);
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  #look = (): void => {
    void this.read(this.organization.outbox.plan(this.changes, { offset: 0, limit: this.#limit }), (plan) => (this.plan = plan));
  };

  #more = (): void => {
    this.#limit += SOME;
    this.#look();
  };

  /** Why it can't be sent now; `null` when it can. */
  get #closed(): string | null {
    const { plan } = this;
    if (plan === null || plan.changes === 0) return say("review-nothing");
    return isTyped(plan.confirm, this.typed) ? null : (plan.confirm?.reason ?? null);
  }

  #confirm = async (): Promise<void> => {
    if (this.#closed !== null) return;
    await this.press(async () => {
      const sent = await this.organization.outbox.send(this.changes, this.plan?.confirm ? this.typed : null);
      this.close();
      this.desk.toasts.say(sent.message);
    });
  };

  protected override render(): TemplateResult {
    const { plan } = this;
    const closed = this.#closed;
    return html`<ui-dialog
      .size=${"large"}
      .heading=${say("send-review")}
      .intro=${plan === null ? null : plan.changes === 0 ? say("review-nothing-more") : withTrouble(say("review-would-go", { count: plan.changes }), plan)}
      .content=${html`${plan === null ? nothing : this.#plan(plan)}${this.#typed(plan)}
        <p class="unseen" id="review-closed">${closed ?? ""}</p>`}
      .footer=${{
        leave: html`<button type="button" class="button" ?data-first=${!plan?.confirm} @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(closed !== null || this.busy)}
          aria-describedby=${closed === null ? nothing : "review-closed"}>${say("review-send", { count: plan?.changes ?? 0 })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }

  #plan(plan: PlanView): TemplateResult {
    return html`${plan.first === 0 ? nothing : html`<p id="goes-first">${say("review-goes-first", { count: plan.first })}</p>`}
      ${planned(plan, this.#more)}`;
  }

  #typed(plan: PlanView | null): TemplateResult | typeof nothing {
    const { wrong } = this;
    if (!plan?.confirm) return problem(wrong);
    const type = (typed: string): void => {
      this.typed = typed;
      this.failure = null;
    };
    return typing(plan.confirm, this.typed, type, { first: true, error: wrong === null ? undefined : explain(wrong).text });
  }
}
customElements.define("send-review", SendReview);
