/** The last look before sending: what goes, what must go with it, and what asks once more. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { Changes, PlanView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { counted } from "../../text/format";
import { spoken } from "../../text/names";

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
  #watch: (() => void) | null = null;

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
    this.#watch = this.organization.outbox.subscribe(() => void this.#ask());
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.();
  }

  async #ask(): Promise<void> {
    try {
      this.plan = await this.organization.outbox.plan(this.changes);
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
  }

  get #ready(): boolean {
    const { plan } = this;
    if (plan === null || plan.changes === 0 || this.busy) return false;
    return plan.confirm === null || this.typed.trim().toLowerCase() === plan.confirm.text.toLowerCase();
  }

  #confirm = async (): Promise<void> => {
    if (!this.#ready) return;
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
    const { plan, failure } = this;
    const close = (): void => this.desk.show(null);
    const changes = counted(plan?.changes ?? 0, "change");
    return html`<ui-dialog
      .heading=${"Review before sending"}
      .intro=${plan === null ? null : plan.changes === 0 ? "Nothing of this waits any more." : `${changes} would go to the server.`}
      .content=${html`
        ${plan !== null && plan.first > 0
          ? html`<p id="goes-first">${counted(plan.first, "change")} of them ${plan.first === 1 ? "was" : "were"} not selected, and must go first: ${plan.first === 1 ? "it is" : "they are"} about the same users, or add them.</p>`
          : nothing}
        ${plan?.confirm
          ? field({
              id: "typed", label: `Type ${plan.confirm.text} to confirm`, help: spoken(plan.confirm.reason), value: this.typed, first: true,
              error: failure === null ? undefined : explain(failure).text,
              onInput: (typed) => {
                this.typed = typed;
                this.failure = null;
              },
            })
          : failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}
      `}
      .footer=${html`<button type="button" class="button" ?data-first=${!plan?.confirm} @click=${close}>Cancel</button>
        <button type="submit" class="button button-primary" aria-disabled=${String(!this.#ready)}
          aria-describedby=${!this.#ready && plan?.confirm ? "typed-help" : nothing}>Send ${changes}</button>`}
      @leave=${close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("send-review", SendReview);
