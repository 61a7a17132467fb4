/** Line icons, drawn here: sixteen units square, the colour of the text beside them, hidden from screen readers. */
import { svg, html, type TemplateResult } from "lit";

const DRAWN = {
  users: svg`<circle cx="6" cy="5" r="2.6"/><path d="M1.5 13.5c.4-2.7 2.2-4 4.5-4s4.1 1.3 4.5 4M11 3.2a2.4 2.4 0 0 1 0 4.6M12.5 9.9c1.2.6 1.9 1.8 2.1 3.6"/>`,
  home: svg`<path d="M2.500 14V3.500l6-2V14M8.500 6h5v8M1.500 14h13M4.800 5.500h1.400M4.800 8.200h1.400M4.800 11h1.400M10.800 8.700h.400M10.800 11.200h.400"/>`,
  workspaces: svg`<rect x="2" y="2" width="5.200" height="5.200" rx="1.200"/><rect x="8.800" y="2" width="5.200" height="5.200" rx="1.200"/><rect x="2" y="8.800" width="5.200" height="5.200" rx="1.200"/><rect x="8.800" y="8.800" width="5.200" height="5.200" rx="1.200"/>`,
  card: svg`<rect x="1.700" y="3.200" width="12.600" height="9.600" rx="1.600"/><path d="M1.700 6.500h12.600M4 10h3"/>`,
  outbox: svg`<path d="M2 9.5h3.3L6.8 11.500h2.400l1.500-2H14M2 9.500V13h12V9.500L12 3H4z"/>`,
  settings: svg`<circle cx="8" cy="8" r="2.2"/><path d="M8 1.700v2M8 12.300v2M1.700 8h2M12.300 8h2M3.500 3.500l1.400 1.400M11.100 11.100l1.400 1.400M3.500 12.500l1.400-1.400M11.100 4.900l1.400-1.400"/>`,
  search: svg`<circle cx="7" cy="7" r="4.500"/><path d="M10.500 10.500 14 14"/>`,
  clock: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.500V8l2.500 1.500"/>`,
  mail: svg`<rect x="1.700" y="3.200" width="12.600" height="9.600" rx="1.600"/><path d="m2 4.500 6 4.500 6-4.500"/>`,
  alert: svg`<circle cx="8" cy="8" r="6.200"/><path d="M8 4.700v4M8 11v.300"/>`,
  pause: svg`<circle cx="8" cy="8" r="6.200"/><path d="M6.300 5.800v4.400M9.700 5.800v4.400"/>`,
  cross: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  check: svg`<path d="m3 8.500 3.300 3.300L13 4.700"/>`,
  sync: svg`<path d="M13.800 8a5.800 5.800 0 0 1-10.300 3.600M2.200 8a5.800 5.800 0 0 1 10.300-3.600M12.800 1.800v2.800H10M3.200 14.200v-2.800H6"/>`,
  online: svg`<circle class="solid" cx="8" cy="8" r="4"/>`,
  offline: svg`<path d="M4.500 12.500h7a2.700 2.700 0 0 0 1.500-4.900M11.500 6.500A4 4 0 0 0 5.700 4M4.600 6a3.300 3.300 0 0 0-.1 6.500M2 2l12 12"/>`,
  lock: svg`<rect x="3.200" y="7" width="9.600" height="6.800" rx="1.500"/><path d="M5.200 7V5a2.800 2.800 0 0 1 5.600 0v2"/>`,
  eye: svg`<path d="M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8z"/><circle cx="8" cy="8" r="2"/>`,
  down: svg`<path d="m4 6.200 4 4 4-4"/>`,
  up: svg`<path d="m4 9.800 4-4 4 4"/>`,
  back: svg`<path d="M13.500 8h-11M6.500 4l-4 4 4 4"/>`,
  part: svg`<circle cx="8" cy="8" r="5.500"/><path class="solid" d="M8 2.500a5.500 5.500 0 0 1 0 11z"/>`,
  minus: svg`<path d="M3 8h10"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  plug: svg`<path d="M6 1.500v3M10 1.500v3M4 4.500h8V7a4 4 0 0 1-8 0zM8 11v3.500"/>`,
  key: svg`<circle cx="5" cy="11" r="3"/><path d="m7.200 8.800 6-6M10.500 5.500l2 2"/>`,
} as const;

export type IconName = keyof typeof DRAWN;

export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${DRAWN[name]}</svg>`;
