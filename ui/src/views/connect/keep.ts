/** Where to keep a sign-in that the keychain can't: said once, with what each choice is worth. */
import { html, type TemplateResult } from "lit";
import type { Keep } from "../../host/views";

const CHOICES: readonly { keep: Keep; title: string; worth: string }[] = [
  { keep: "session", title: "This session only", worth: "Forgotten, with the list, when you close Rollcall. Changes go out at once or are refused." },
  { keep: "key_file", title: "Use a key file", worth: "A file in the profile folder, readable by you alone; it protects no better than that folder." },
  { keep: "keychain", title: "Try the keychain again", worth: "On Linux: install and unlock a Secret Service such as gnome-keyring or KWallet, then connect again." },
];

export const keepChoice = (chosen: Keep, choose: (keep: Keep) => void): TemplateResult => html`<fieldset class="group">
  <legend>Keep the sign-in</legend>
  <p class="help">No system keychain is available. Keep the sign-in only until you close Rollcall, or in a key file that protects no better than its folder.</p>
  ${CHOICES.map((each) => html`<label class="keep">
    <input type="radio" name="keep" value=${each.keep} .checked=${each.keep === chosen} @change=${() => choose(each.keep)} />
    <span><strong>${each.title}</strong><span class="help">${each.worth}</span></span>
  </label>`)}
</fieldset>`;
