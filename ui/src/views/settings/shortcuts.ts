/** The keyboard as a table: in the settings, and behind F1. */
import { html, type TemplateResult } from "lit";
import { actions } from "../../actions";
import "../../components/dialog";
import type { Desk } from "../../desk";
import { HANDLED, label, onMac } from "../../text/keys";
import { say } from "../../text/say";

export function shortcutTable(desk: Desk): TemplateResult {
  const named = actions(desk).filter((action) => action.keys.length > 0 && action.id !== "leave");
  const all = [...named.map(({ keys, title }) => ({ keys, does: title })), ...HANDLED];
  return html`<dl class="keys">
    ${all.map((row) => html`<div>
      <dt>${row.does}</dt>
      <dd>${row.keys.map((keys) => html`<kbd>${label(keys, onMac())}</kbd>`)}</dd>
    </div>`)}
  </dl>`;
}

export function shortcuts(desk: Desk): TemplateResult {
  const close = (): void => desk.show(null);
  return html`<ui-dialog
    .heading=${say("settings-keys")}
    .content=${shortcutTable(desk)}
    .footer=${{ leave: html`<button type="button" class="button" data-first @click=${close}>${say("word-close")}</button>` }}
    @leave=${close}
    @confirm=${close}
  ></ui-dialog>`;
}
