/** A state as an icon and a word on a soft ground. */
import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "./icon";

export const badge = (of: { icon: IconName; text: string; tone: string }): TemplateResult =>
  html`<span class="badge tone-${of.tone}">${icon(of.icon)}<span>${of.text}</span></span>`;
