/** What stands in the place of settings that can't be shown now: why, and what to do. */
import { html, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import type { Told } from "../../state/told";
import { explain } from "../../text/errors";
import { say } from "../../text/say";

export function missing(told: Told<unknown>): TemplateResult {
  const text = told.failure === null ? "" : explain(told.failure).text;
  return html`<div class="banner tone-danger" role="alert">${icon("alert")}<p>${text}</p>
    <button type="button" class="button button-small" @click=${() => void told.stale()}>${say("word-try-again")}</button></div>`;
}
