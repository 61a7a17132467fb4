/** A button that stays where what it does can't be done: it is reached, says why, and does nothing else. */
import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../components/icon";
import type { Desk } from "../desk";

export interface Offered {
  id: string;
  label: string;
  /** Classes of its own. */
  kind?: string;
  icon?: IconName;
  /** Why it can't be done now; `null` where it can. */
  refused: string | null;
  /** What is to be known where it can be done. */
  note?: string | null;
  run: () => void;
}

export function offered(desk: Desk, of: Offered): TemplateResult {
  const { id, refused, run } = of;
  const said = refused ?? of.note ?? null;
  const shown = refused !== null ? "lock" : said !== null ? "alert" : of.icon;
  return html`<button
      type="button"
      id=${id}
      class="button ${of.kind ?? ""}"
      title=${said ?? nothing}
      aria-disabled=${String(refused !== null)}
      aria-describedby=${said === null ? nothing : `${id}-why`}
      @click=${() => (refused === null ? run() : desk.toasts.say(refused))}
    >${shown === undefined ? nothing : icon(shown)}${of.label}</button>
    ${said === null ? nothing : html`<span class="unseen" id="${id}-why">${said}</span>`}`;
}
