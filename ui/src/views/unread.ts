/** What could not be read, and why, with another try; what was read before stays on screen, and is told for what it is. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import type { Failure } from "../host/failure";
import { explain } from "../text/errors";
import { say } from "../text/say";

/** A part that is asked for by `again`; nothing where its last answer is here. */
export function unread(failure: Failure | null, older: boolean, again: () => unknown): TemplateResult | typeof nothing {
  if (failure === null) return nothing;
  return html`<div class="banner tone-danger" role="alert">${icon("alert")}<p>${explain(failure).text}${older ? ` ${say("unread-older")}` : nothing}</p>
    <button type="button" class="button button-small" @click=${again}>${say("word-try-again")}</button></div>`;
}

/** The same of one thing that Rust tells. */
export const untold = (of: { view: unknown; failure: Failure | null; stale(): Promise<void> }): TemplateResult | typeof nothing =>
  unread(of.failure, of.view !== null, () => void of.stale());

/** Of a list: one without rows says it in their place, one that is closed to the role says that. */
export const unlisted = (of: { known: boolean; failure: Failure | null }, again: () => unknown): TemplateResult | typeof nothing =>
  of.known && of.failure?.code !== "denied" ? unread(of.failure, true, again) : nothing;
