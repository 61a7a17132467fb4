/** The plans of the subscription, to choose one of: where it is asked for, and where that is edited. */
import { html, type TemplateResult } from "lit";
import type { PlanChoice } from "../../host/types";
import { seatPrice } from "../../text/billing";
import { say } from "../../text/say";

/** The keyboard begins at the one that is chosen. */
export const planChoices = (plans: readonly PlanChoice[], chosen: string, choose: (plan: string) => void): TemplateResult =>
  html`<fieldset class="group">
    <legend>${say("billing-plan")}</legend>
    ${plans.map((plan) => html`<label class="check">
      <input type="radio" name="plan" value=${plan.value} ?data-first=${plan.value === chosen} .checked=${plan.value === chosen}
        @change=${() => choose(plan.value)} />
      <span>${plan.title} <span class="faint">${seatPrice(plan.seat)}</span></span>
    </label>`)}
  </fieldset>`;
