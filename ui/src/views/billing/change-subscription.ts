/** Another plan, other seats: what that costs and when it begins is told before it is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { PlanChoice, SettingWish, SubscriptionPreview, SubscriptionView, SubscriptionWish } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { consequences, seatPrice, seatsUsed } from "../../text/billing";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { announce } from "../users/announce";

export class ChangeSubscription extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    now: { state: true },
    wish: { state: true },
    preview: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** As it was when the person last looked. */
  declare now: SubscriptionView | null;
  declare wish: SubscriptionWish;
  declare preview: SubscriptionPreview | null;
  declare failure: Failure | null;
  declare busy: boolean;
  /** Previews that were overtaken are dropped. */
  #asked = 0;
  /** Of this wish: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.now = null;
    this.wish = { plan: "", seats: "" };
    this.preview = null;
    this.failure = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
    if (this.now !== null) this.wish = this.now.wanted;
  }

  #look(): void {
    this.now = this.organization.billing.view?.subscription ?? null;
  }

  #choose(change: Partial<SubscriptionWish>): void {
    this.wish = { ...this.wish, ...change };
    this.#operation = crypto.randomUUID();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const preview = await this.organization.billing.preview(this.wish);
      if (asked !== this.#asked) return;
      this.preview = preview;
      this.failure = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.preview = null;
      this.failure = Failure.from(cause);
    }
  }

  /** What differs from what is wanted already, by machine name. */
  get #values(): Record<string, SettingWish> {
    const { now, wish } = this;
    if (now === null) return {};
    const { wanted } = now;
    return {
      ...(wish.plan === wanted.plan ? {} : { plan: { to: wish.plan, was: wanted.plan } }),
      ...(wish.seats.trim() === wanted.seats ? {} : { seats: { to: wish.seats, was: wanted.seats } }),
    };
  }

  #close = (): void => this.desk.show(null);

  #save = async (): Promise<void> => {
    const values = this.#values;
    if (this.busy || Object.keys(values).length === 0) return;
    this.busy = true;
    try {
      const receipt = await this.organization.billing.change({ operation: this.#operation, values });
      this.desk.show(null);
      await announce(this.desk, this.organization, this.organization.card.name, receipt);
    } catch (cause) {
      this.failure = Failure.from(cause);
      // What the person is told of now is what the next press is based on.
      if (this.failure.code === "changed_meanwhile") this.#look();
      this.querySelector<HTMLElement>(`#subscription-${this.failure.field ?? ""}`)?.focus();
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { now, failure } = this;
    const many = Object.keys(this.#values).length;
    const cant = many === 0 || this.busy;
    const onField = failure?.field === "seats";
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("billing-change-heading")}
      .intro=${now === null ? null : say("billing-change-now", { plan: now.plan, seats: seatsUsed(now) })}
      .content=${now === null ? html`` : html`${this.#plans(now.plans)}
        ${field({
          id: "subscription-seats", label: say("billing-seats"), value: this.wish.seats, error: onField ? explain(failure).text : undefined,
          help: say("billing-seats-help"), onInput: (seats) => this.#choose({ seats }),
        })}
        ${this.#consequences(now, many)}
        ${failure === null || onField ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.#close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="save-subscription" class="button button-primary" aria-disabled=${String(cant)}
          aria-describedby=${many === 0 ? "no-changes" : nothing}>${many === 0 ? say("word-save-changes") : say("word-save-count", { count: many })}</button>`,
      }}
      @leave=${this.#close}
      @confirm=${() => void this.#save()}
    ></ui-dialog>`;
  }

  #plans(plans: readonly PlanChoice[]): TemplateResult {
    return html`<fieldset class="group">
      <legend>${say("billing-plan")}</legend>
      ${plans.map((plan) => html`<label class="check">
        <input type="radio" name="plan" value=${plan.value} ?data-first=${plan.value === this.wish.plan} .checked=${plan.value === this.wish.plan}
          @change=${() => this.#choose({ plan: plan.value })} />
        <span>${plan.title} <span class="faint">${seatPrice(plan.seat)}</span></span>
      </label>`)}
    </fieldset>`;
  }

  #consequences(now: SubscriptionView, many: number): TemplateResult {
    const lines = this.preview === null || many === 0 ? [] : consequences(now, this.preview);
    return html`<section class="summary" aria-live="polite" aria-label=${say("word-what-will-change")}>
      ${many === 0
        ? html`<p class="faint" id="no-changes">${say("word-nothing-changes")}</p>`
        : html`<h3>${say("word-what-will-change")}</h3>
            <dl class="facts">${lines.map((line) => html`<dt>${line.what}</dt>
              <dd>${line.before === null ? nothing : html`<del>${line.before}</del> <span class="arrow" aria-hidden="true">→</span> `}<ins>${line.after}</ins></dd>`)}</dl>`}
    </section>`;
  }
}
customElements.define("change-subscription", ChangeSubscription);
