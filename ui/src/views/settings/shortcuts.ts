/** The keyboard as a table: in the settings, and behind F1. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { KEYS, label, onMac } from "../../text/keys";

export const shortcutTable = (): TemplateResult => html`<dl class="keys">
  ${KEYS.map((row) => html`<div>
    <dt>${row.does}</dt>
    <dd>${row.keys.map((keys) => html`<kbd>${label(keys, onMac())}</kbd>`)}</dd>
  </div>`)}
</dl>`;

export const shortcuts = (close: () => void): TemplateResult => html`<ui-dialog
  .heading=${"Keyboard"}
  .content=${shortcutTable()}
  .footer=${html`<button type="button" class="button" data-first @click=${close}>Close</button>`}
  @leave=${close}
  @confirm=${close}
></ui-dialog>`;
