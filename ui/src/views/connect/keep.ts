/** Where to keep a sign-in that the keychain can't: said once, with what each choice is worth. */
import { html, type TemplateResult } from "lit";
import type { Keep } from "../../host/types";
import { say } from "../../text/say";

const CHOICES: readonly { keep: Keep; title: string; worth: string }[] = [
  { keep: "session", title: say("keep-session"), worth: say("keep-session-worth") },
  { keep: "key_file", title: say("keep-key-file"), worth: say("keep-key-file-worth") },
  { keep: "keychain", title: say("keep-keychain"), worth: say("keep-keychain-worth") },
];

export const keepChoice = (chosen: Keep, choose: (keep: Keep) => void): TemplateResult => html`<fieldset class="group">
  <legend>${say("keep-legend")}</legend>
  ${CHOICES.map((each) => html`<label class="keep">
    <input type="radio" name="keep" value=${each.keep} .checked=${each.keep === chosen} @change=${() => choose(each.keep)} />
    <span><strong>${each.title}</strong><span class="help">${each.worth}</span></span>
  </label>`)}
</fieldset>`;
