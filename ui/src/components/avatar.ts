/** A picture, or up to two letters on one of eight stable colours. The name stands beside it, so it is hidden from screen readers. */
import { html, type TemplateResult } from "lit";

export function avatar(initials: string, colour: number, picture: string | null, size: "row" | "large" = "row"): TemplateResult {
  return picture === null
    ? html`<span class="avatar avatar-${size} colour-${colour % 8}" aria-hidden="true">${initials}</span>`
    : html`<img class="avatar avatar-${size} colour-${colour % 8}" src=${picture} alt="" draggable="false" />`;
}
