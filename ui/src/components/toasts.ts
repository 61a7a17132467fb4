/** Where short messages appear: polite ones wait their turn, urgent ones interrupt once. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../text/say";
import { icon } from "./icon";

interface Shown {
  id: number;
  text: string;
  urgent: boolean;
  actions: readonly { label: string; run: () => void }[];
}

interface Holder {
  hold(id: number): void;
  release(id: number): void;
  close(id: number): void;
}

export function toasts(list: readonly Shown[], holder: Holder): TemplateResult {
  const one = (toast: Shown): TemplateResult => html`<div
    class="toast ${toast.urgent ? "toast-urgent" : ""}"
    @pointerenter=${() => holder.hold(toast.id)}
    @pointerleave=${() => holder.release(toast.id)}
    @focusin=${() => holder.hold(toast.id)}
    @focusout=${() => holder.release(toast.id)}
  >
    <p role=${toast.urgent ? "alert" : nothing}>${toast.text}</p>
    ${toast.actions.map(
      (action) => html`<button
        type="button"
        class="button button-small"
        @click=${() => {
          holder.close(toast.id);
          action.run();
        }}
      >
        ${action.label}
      </button>`,
    )}
    <button type="button" class="icon-button" aria-label=${say("toasts-close")} @click=${() => holder.close(toast.id)}>
      ${icon("cross")}
    </button>
  </div>`;
  return html`<section class="toasts" aria-label=${say("toasts-label")} aria-live="polite">
    ${repeat(list, (toast) => toast.id, one)}
  </section>`;
}
