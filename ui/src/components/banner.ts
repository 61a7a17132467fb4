/** A sentence across the top of a screen on how things stand, with the next step beside it. */
import { html, nothing, type TemplateResult } from "lit";
import { say } from "../text/say";
import { icon, type IconName } from "./icon";

export function banner(
  of: { id: string; tone: string; icon: IconName; text: string; progress?: { loaded: number; total: number | null }; counts?: true },
  action: { label: string; run: () => void } | null,
): TemplateResult {
  const bar = of.progress;
  return html`<div class="banner tone-${of.tone}" id="banner-${of.id}">
    ${icon(of.icon)}
    <p aria-live=${of.counts === true ? "off" : nothing}>${of.text}</p>
    ${bar === undefined || bar.total === null
      ? nothing
      : html`<progress max=${bar.total} .value=${Math.min(bar.loaded, bar.total)} aria-label=${say("banner-progress")}></progress>`}
    ${action === null
      ? nothing
      : html`<button type="button" class="button button-small" @click=${action.run}>${action.label}</button>`}
  </div>`;
}
