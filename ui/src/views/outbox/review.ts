/** The last look before sending: what is different in the end, what stands in the way, what must go first, what asks once more. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { Changes, PlanView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { planned, SOME, withTrouble } from "./planned";

export class SendReview extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    changes: { attribute: false },
    plan: { state: true },
    typed: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare changes: Changes;
  declare plan: PlanView | null;
  declare typed: string;
  declare failure: Failure | null;
  declare busy: boolean;
  #limit = SOME;
  #unwatch: (() => void) | null = null;

  constructor() {
    super();
    this.plan = null;
    this.typed = "";
    this.failure = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What waits may move while a person reads.
    this.#unwatch = this.organization.outbox.subscribe(() => void this.#ask());
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  async #ask(): Promise<void> {
    try {
      this.plan = await this.organization.outbox.plan(this.changes, { offset: 0, limit: this.#limit });
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
  }

  #more = (): void => {
    this.#limit += SOME;
    void this.#ask();
  };

  /** Why it can't be sent now; `null` when it can. */
  get #closed(): string | null {
    const { plan } = this;
    if (plan === null || plan.changes === 0) return say("review-nothing");
    if (plan.confirm !== null && this.typed.trim().toLowerCase() !== plan.confirm.text.toLowerCase()) return plan.confirm.reason;
    return null;
  }

  #confirm = async (): Promise<void> => {
    if (this.busy || this.#closed !== null) return;
    this.busy = true;
    try {
      const sent = await this.organization.outbox.send(this.changes, this.plan?.confirm ? this.typed : null);
      this.desk.show(null);
      this.desk.toasts.say(sent.message);
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { plan } = this;
    const close = (): void => this.desk.show(null);
    const closed = this.#closed;
    return html`<ui-dialog
      .size=${"large"}
      .heading=${say("send-review")}
      .intro=${plan === null ? null : plan.changes === 0 ? say("review-nothing-more") : withTrouble(say("review-would-go", { count: plan.changes }), plan)}
      .content=${html`${plan === null ? nothing : this.#plan(plan)}${this.#typed(plan)}
        <p class="unseen" id="review-closed">${closed ?? ""}</p>`}
      .footer=${{
        leave: html`<button type="button" class="button" ?data-first=${!plan?.confirm} @click=${close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(closed !== null || this.busy)}
          aria-describedby=${closed === null ? nothing : "review-closed"}>${say("review-send", { count: plan?.changes ?? 0 })}</button>`,
      }}
      @leave=${close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }

  #plan(plan: PlanView): TemplateResult {
    return html`${plan.first === 0 ? nothing : html`<p id="goes-first">${say("review-goes-first", { count: plan.first })}</p>`}
      ${planned(plan, this.#more)}`;
  }

  #typed(plan: PlanView | null): TemplateResult | typeof nothing {
    const error = this.failure === null ? undefined : explain(this.failure).text;
    if (!plan?.confirm) return error === undefined ? nothing : html`<p class="error" role="alert">${error}</p>`;
    const { text, reason } = plan.confirm;
    return field({
      id: "typed", label: say("word-type-to-confirm", { text }), help: spoken(reason), value: this.typed, first: true, error,
      onInput: (typed) => {
        this.typed = typed;
        this.failure = null;
      },
    });
  }
}
customElements.define("send-review", SendReview);
