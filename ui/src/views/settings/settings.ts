/** Settings: facts about this connection, the language, and the keyboard. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { Keep } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { rows, setRows, type Rows } from "../../state/appearance";
import { chooseLanguage, languageChosen } from "../../state/language";
import { LANGUAGES, say, type Language } from "../../text/say";
import { notOffered } from "../areas";
import { notOpened } from "../closed";
import { shortcutTable } from "./shortcuts";

const KEEPS: Readonly<Record<Keep, string>> = {
  keychain: say("settings-keep-keychain"),
  key_file: say("settings-keep-key-file"),
  session: say("settings-keep-session"),
};

const ROWS: readonly (readonly [Rows, string])[] = [
  ["comfortable", say("settings-rows-comfortable")],
  ["compact", say("settings-rows-compact")],
];

/** Each language stands under the name that it has for itself. */
const SPOKEN: readonly (readonly [Language | null, string])[] = [
  [null, say("settings-language-system")],
  ...(Object.entries(LANGUAGES) as [Language, string][]),
];

export function settings(desk: Desk, organization: OpenOrganization): TemplateResult {
  const { card, session } = organization;
  const view = session.view;
  const absent = notOffered(organization);
  const shut = notOpened(organization);
  return html`<section class="page" data-pane tabindex="-1" aria-labelledby="settings-title">
    <header class="head"><h1 id="settings-title">${say("settings-title")}</h1></header>
    <article class="card" aria-labelledby="settings-organization">
      <h2 id="settings-organization">${card.name}</h2>
      <dl class="facts">
        <dt>${say("settings-address")}</dt><dd class="mono wrap">${card.url}</dd>
        ${shut ? nothing : html`<dt>${say("settings-signed-in-as")}</dt><dd>${view?.name ?? say("settings-nobody-said")}${view?.roleTitle ? `, ${view.roleTitle}` : ""}</dd>`}
        ${absent.length === 0 ? nothing : html`<dt>${say("settings-not-offered")}</dt><dd>${absent.map((why) => html`<p>${why}</p>`)}</dd>`}
        ${shut ? nothing : html`<dt>${say("settings-keep")}</dt><dd>${view ? (card.demo ? say("settings-keep-demo") : KEEPS[view.keep]) : "…"}</dd>`}
      </dl>
      <p class="entry-actions">
        ${card.demo || shut ? nothing : html`<button type="button" class="button" @click=${() => desk.show({ kind: "sign_in" })}>${say("settings-sign-in-again")}</button>`}
        <button type="button" class="button" @click=${() => desk.show({ kind: "remove" })}>${say("settings-remove")}</button>
      </p>
    </article>
    <article class="card" aria-labelledby="settings-rows">
      <h2 id="settings-rows">${say("settings-rows")}</h2>
      <div class="rows-choice" role="radiogroup" aria-labelledby="settings-rows">
        ${ROWS.map(([id, label]) => html`<label class="check">
          <input type="radio" name="rows" value=${id} .checked=${rows() === id} @change=${() => setRows(id)} />
          <span>${label}</span>
        </label>`)}
      </div>
    </article>
    <article class="card" aria-labelledby="settings-language">
      <h2 id="settings-language">${say("settings-language")}</h2>
      <div class="rows-choice" role="radiogroup" aria-labelledby="settings-language">
        ${SPOKEN.map(([tag, name]) => html`<label class="check">
          <input type="radio" name="language" value=${tag ?? ""} .checked=${languageChosen() === tag} @change=${() => chooseLanguage(tag)} />
          <span lang=${tag ?? nothing}>${name}</span>
        </label>`)}
      </div>
    </article>
    <article class="card" aria-labelledby="settings-keys">
      <h2 id="settings-keys">${say("settings-keys")}</h2>
      ${shortcutTable(desk)}
    </article>
    <article class="card" aria-labelledby="settings-about">
      <h2 id="settings-about">${say("settings-about")}</h2>
      <dl class="facts"><dt>Rollcall</dt><dd>${say("settings-version", { version: __VERSION__ })}</dd></dl>
    </article>
  </section>`;
}
