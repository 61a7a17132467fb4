/** What would become of changes, by whom or what they are about: before they are sent, and before a plan of them is imported. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import type { PlanFate, PlanGroup, PlanStep, PlanView } from "../../host/types";
import { asked } from "../../text/changes";
import { listed } from "../../text/format";
import type { Mark } from "../../text/rows";
import { say } from "../../text/say";

/** Users shown at first, and as many more at each wish. */
export const SOME = 30;

const FATES: Readonly<Record<Exclude<PlanFate, "goes">, Mark>> = {
  already_so: { icon: "check", tone: "good", text: say("fate-already-so") },
  denied: { icon: "lock", tone: "danger", text: say("fate-denied") },
  conflicts: { icon: "alert", tone: "danger", text: say("fate-conflicts") },
};

/** The list of them, and a button for more of it. */
export function planned(plan: PlanView, more: () => void): TemplateResult {
  const left = plan.total - plan.groups.length;
  return html`<ul class="plan" tabindex="0" aria-label=${say("review-each")}>${plan.groups.map(group)}</ul>
    ${left === 0 ? nothing : html`<button type="button" class="button" @click=${more}>${say("review-show-more", { count: left })}</button>`}`;
}

/** After a sentence, another one of what can't be done, as far as is known; the sentence alone where all can. */
export function withTrouble(sentence: string, { denied, conflicts, alreadySo }: PlanView): string {
  const trouble = [
    denied > 0 ? say("review-denied", { count: denied }) : "",
    conflicts > 0 ? say("review-conflicts", { count: conflicts }) : "",
    alreadySo > 0 ? say("review-already-so", { count: alreadySo }) : "",
  ].filter(Boolean);
  return trouble.length === 0 ? sentence : `${sentence} ${say("review-as-far-as-known", { trouble: listed(trouble) })}`;
}

function group(of: PlanGroup): TemplateResult {
  return html`<li class="planned">
    <p class="planned-who"><strong dir="auto">${of.name}</strong> <span class="faint wrap">${of.email}</span></p>
    ${of.end.length === 0
      ? html`<p class="faint">${say("review-no-difference")}</p>`
      : html`<ul class="planned-end">${of.end.map((end) => html`<li>
          <span>${end.subject}:</span> <del>${end.was}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${end.becomes}</ins>
        </li>`)}</ul>`}
    ${of.steps.map(trouble)}
  </li>`;
}

/** What a person must know of a change beside its end. */
function trouble({ entry, fate, reason, help }: PlanStep): TemplateResult | typeof nothing {
  if (fate !== "goes") {
    return html`<p class="planned-why">${badge(FATES[fate])} ${asked(entry)}. ${reason ?? ""} ${help ?? ""}</p>`;
  }
  const waits = entry.state === "waits_for_acceptance" || entry.state === "blocked" ? entry.reason : null;
  const once = entry.state === "unconfirmed" ? entry.reason : null;
  const said = waits ?? once ?? reason;
  return said === null ? nothing : html`<p class="planned-why faint">${icon(once === null ? "clock" : "alert")} ${asked(entry)}. ${said}</p>`;
}
