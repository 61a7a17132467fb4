/** Where to keep a sign-in that the keychain can't: said once, with what each choice is worth. */
import { html, type TemplateResult } from "lit";
import type { Keep } from "../../host/types";

const CHOICES: readonly { keep: Keep; title: string; worth: string }[] = [
  { keep: "session", title: "This session only", worth: "Forgotten, with the list, when you close Rollcall. Changes go out at once or are refused." },
  { keep: "key_file", title: "Use a key file", worth: "A file in the profile folder, readable by you alone; it protects no better than that folder." },
  { keep: "keychain", title: "Try the keychain again", worth: "Once it is mended as said above." },
];

export const keepChoice = (chosen: Keep, choose: (keep: Keep) => void): TemplateResult => html`<fieldset class="group">
  <legend>Keep the sign-in</legend>
  ${CHOICES.map((each) => html`<label class="keep">
    <input type="radio" name="keep" value=${each.keep} .checked=${each.keep === chosen} @change=${() => choose(each.keep)} />
    <span><strong>${each.title}</strong><span class="help">${each.worth}</span></span>
  </label>`)}
</fieldset>`;
