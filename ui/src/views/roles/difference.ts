/** What a user would gain and lose by another role, before it is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../../components/icon";
import type { RoleDifference } from "../../host/types";
import { say } from "../../text/say";

export function difference(of: RoleDifference | null): TemplateResult {
  if (of === null) return html`<p>${say("roles-unknown")}</p>`;
  const list = (title: string, sign: IconName, phrases: readonly string[]): TemplateResult | typeof nothing =>
    phrases.length === 0
      ? nothing
      : html`<div class="difference-${sign}">
          <h4>${title}</h4>
          <ul>${phrases.map((phrase) => html`<li>${icon(sign)}<span>${phrase}</span></li>`)}</ul>
        </div>`;
  return html`<div class="difference">${list(say("roles-gains"), "plus", of.gains)}${list(say("roles-loses"), "minus", of.loses)}</div>`;
}
