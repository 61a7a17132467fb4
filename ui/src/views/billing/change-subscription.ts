/** Another plan, other seats: what that costs and when it begins is told before it is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { problem } from "../../components/problem";
import type { Failure } from "../../host/failure";
import type { SettingWish, SubscriptionPreview, SubscriptionView, SubscriptionWish } from "../../host/types";
import { consequences, seatsUsed } from "../../text/billing";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { announce } from "../users/announce";
import { planChoices } from "./plans";

export class ChangeSubscription extends AskingDialog {
  static override properties = { ...AskingDialog.properties, now: { state: true }, wish: { state: true }, preview: { state: true } };
  /** As it was when the person last looked. */
  declare now: SubscriptionView | null;
  declare wish: SubscriptionWish;
  declare preview: SubscriptionPreview | null;
  /** Of this wish: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.now = null;
    this.wish = { plan: "", seats: "" };
    this.preview = null;
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
    this.failure = null;
    void this.read(this.organization.billing.preview(this.wish), (preview) => (this.preview = preview));
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

  #save = async (): Promise<void> => {
    const values = this.#values;
    if (Object.keys(values).length === 0) return;
    await this.press(async () => {
      const receipt = await this.organization.billing.change({ operation: this.#operation, values });
      this.close();
      void announce(this.desk, this.organization, this.organization.card.name, receipt);
    });
  };

  protected override failed(failure: Failure): void {
    super.failed(failure);
    // What the person is told of now is what the next press is based on.
    if (failure.code === "changed_meanwhile") this.#look();
  }

  protected override inputOf({ field }: Failure): string | null {
    return field === "seats" ? "subscription-seats" : null;
  }

  protected override render(): TemplateResult {
    const { now, wrong } = this;
    const many = Object.keys(this.#values).length;
    const cant = many === 0 || this.busy;
    const ofSeats = wrong !== null && this.inputOf(wrong) !== null;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("billing-change-heading")}
      .intro=${now === null ? null : say("billing-change-now", { plan: now.plan, seats: seatsUsed(now) })}
      .content=${now === null ? html`` : html`${planChoices(now.plans, this.wish.plan, (plan) => this.#choose({ plan }))}
        ${field({
          id: "subscription-seats", label: say("billing-seats"), value: this.wish.seats, error: ofSeats ? explain(wrong).text : undefined,
          help: say("billing-seats-help"), onInput: (seats) => this.#choose({ seats }),
        })}
        ${this.#consequences(now, many)}
        ${problem(ofSeats ? null : wrong)}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="save-subscription" class="button button-primary" aria-disabled=${String(cant)}
          aria-describedby=${many === 0 ? "no-changes" : nothing}>${many === 0 ? say("word-save-changes") : say("word-save-count", { count: many })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#save()}
    ></ui-dialog>`;
  }

  #consequences(now: SubscriptionView, many: number): TemplateResult {
    const lines = this.preview === null || this.unread !== null || many === 0 ? [] : consequences(now, this.preview);
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
