/** What went wrong, in words, where it is read out at once. */
import { html, nothing, type TemplateResult } from "lit";
import type { Failure } from "../host/failure";
import { explain } from "../text/errors";

export const problem = (failure: Failure | null): TemplateResult | typeof nothing =>
  failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`;
