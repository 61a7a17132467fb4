/** Settings: facts about this connection, and the keyboard. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { Keep } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { rows, setRows, type Rows } from "../../state/appearance";
import { notOffered } from "../areas";
import { shortcutTable } from "./shortcuts";

const KEEPS: Readonly<Record<Keep, string>> = {
  keychain: "In the system keychain.",
  key_file: "In a key file in the profile folder, which protects no better than that folder.",
  session: "Nowhere: it is forgotten, with the list, when Rollcall closes.",
};

const ROWS: readonly (readonly [Rows, string])[] = [
  ["comfortable", "Comfortable: name above e-mail"],
  ["compact", "Compact: both on one line"],
];

export function settings(desk: Desk, organization: OpenOrganization): TemplateResult {
  const { card, session } = organization;
  const view = session.view;
  const absent = notOffered(organization);
  return html`<section class="page" data-pane tabindex="-1" aria-labelledby="settings-title">
    <header class="head"><h1 id="settings-title">Settings</h1></header>
    <article class="card" aria-labelledby="settings-organization">
      <h2 id="settings-organization">${card.name}</h2>
      <dl class="facts">
        <dt>Address</dt><dd class="mono wrap">${card.url}</dd>
        <dt>Signed in as</dt><dd>${view?.name ?? "The server doesn't say"}${view?.roleTitle ? `, ${view.roleTitle}` : ""}</dd>
        ${absent.length === 0 ? nothing : html`<dt>Not offered</dt><dd>${absent.map((why) => html`<p>${why}</p>`)}</dd>`}
        <dt>Sign-in kept</dt><dd>${view ? (card.demo ? "Nowhere: the demo organization lives until Rollcall closes." : KEEPS[view.keep]) : "…"}</dd>
      </dl>
      <p class="entry-actions">
        ${card.demo ? nothing : html`<button type="button" class="button" @click=${() => desk.show({ kind: "sign_in" })}>Sign in again…</button>`}
        <button type="button" class="button" @click=${() => desk.show({ kind: "remove" })}>Remove from this computer…</button>
      </p>
    </article>
    <article class="card" aria-labelledby="settings-rows">
      <h2 id="settings-rows">Rows of the list</h2>
      <div class="rows-choice" role="radiogroup" aria-labelledby="settings-rows">
        ${ROWS.map(([id, label]) => html`<label class="check">
          <input type="radio" name="rows" value=${id} .checked=${rows() === id} @change=${() => setRows(id)} />
          <span>${label}</span>
        </label>`)}
      </div>
    </article>
    <article class="card" aria-labelledby="settings-keys">
      <h2 id="settings-keys">Keyboard</h2>
      ${shortcutTable(desk)}
    </article>
    <article class="card" aria-labelledby="settings-about">
      <h2 id="settings-about">About</h2>
      <dl class="facts"><dt>Rollcall</dt><dd>Version ${__VERSION__}</dd></dl>
    </article>
  </section>`;
}
