/** Which areas of the settings there are for the signed-in user, as Rust says. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import type { AreaView } from "../host/types";
import type { OpenOrganization } from "../state/organization";
import { say } from "../text/say";

export type Area = "users" | "workspaces" | "general" | "billing";

export const areaOf = (open: OpenOrganization, area: string): AreaView | null =>
  open.session.view?.areas.find((each) => each.area === area) ?? null;

/** An area that is closed to the role, or that the server doesn't offer, is absent. */
export function isOpen(open: OpenOrganization, area: Area): boolean {
  const known = areaOf(open, area);
  return known !== null && known.access !== "none";
}

/** Whether a screen is one of an area that is known to be absent. */
export const isClosed = (open: OpenOrganization, screen: string): boolean => {
  const known = areaOf(open, screen);
  return known !== null && known.area !== "users" && known.access === "none";
};

/** What this server doesn't offer, each as a sentence. */
export const notOffered = (open: OpenOrganization): string[] =>
  (open.session.view?.areas ?? []).flatMap((each) => (each.notOffered && each.why !== null ? [each.why] : []));

/** Says over a screen that it is only to be looked at, and why. */
export function viewOnly(open: OpenOrganization, area: Area): TemplateResult | typeof nothing {
  const known = areaOf(open, area);
  if (known?.viewOnly !== true) return nothing;
  return html`<p class="why">${icon("eye")}<span><strong>${say("word-view-only-because")}</strong> ${known.why}</span></p>`;
}
