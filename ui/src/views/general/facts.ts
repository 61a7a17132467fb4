/** Settings as facts: what is shown, what the server has while something else waits, and how that stands. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import type { SettingView } from "../../host/types";
import { INTENTS } from "../../text/rows";
import { shown } from "../../text/settings";

export const facts = (settings: readonly SettingView[], more: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<dl class="facts settings">${settings.map(fact)}${more}</dl>`;

function fact({ field, title, value, was, intent }: SettingView): TemplateResult {
  const mark = intent === null ? undefined : INTENTS[intent];
  const now = shown(field, value);
  return html`<dt>${title}</dt>
    <dd dir="auto">${was === null
      ? html`<span class=${value === "" ? "faint" : "lines"}>${now}</span>`
      : html`<del class="lines">${shown(field, was)}</del> <span class="arrow" aria-hidden="true">→</span> <ins class="lines">${now}</ins>`}
      ${mark === undefined ? nothing : badge(mark)}</dd>`;
}
