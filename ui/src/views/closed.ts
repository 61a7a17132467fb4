/** An organization of which nothing can be shown: the role may not, or its files can't be opened. What is so, why, what helps. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import type { Desk } from "../desk";
import type { Failure } from "../host/failure";
import type { OpenOrganization } from "../state/organization";
import { explain } from "../text/errors";
import { say } from "../text/say";
import "./own-workspaces";

/** The list was refused by the policy, not by a fault. */
export const closedToUs = (open: OpenOrganization): boolean => open.people.failure?.code === "denied";

export const closed = (open: OpenOrganization): TemplateResult => html`<section class="page" data-pane tabindex="-1" aria-labelledby="closed-title">
  <div class="empty">
    ${icon("lock")}
    <h1 id="closed-title">${say("closed-title")}</h1>
    ${open.people.failure === null ? nothing : html`<p>${explain(open.people.failure).text}</p>`}
    <p class="faint">${say("closed-help", { organization: open.card.name })}</p>
    <own-workspaces .organization=${open} .since=${open.people.failure}></own-workspaces>
  </div>
</section>`;

/** Not even how things stand is known: the files or their key are out of reach. */
export const notOpened = (open: OpenOrganization): boolean => open.session.view === null && open.session.failure !== null;

/** Where to keep the sign-in is no question here: it is kept, in a keychain that isn't there. */
function whyUnopened(failure: Failure): string {
  if (failure.code !== "no_keychain") return explain(failure).text;
  return [say("closed-no-keychain"), failure.help].filter(Boolean).join(" ");
}

/** Where it is as it was, the screen stays as it is: that somebody tried is said. */
async function again(desk: Desk, open: OpenOrganization): Promise<void> {
  await open.begin();
  const { failure } = open.session;
  if (notOpened(open) && failure !== null) desk.toasts.say(whyUnopened(failure));
}

export function unopened(desk: Desk, open: OpenOrganization): TemplateResult {
  const { failure } = open.session;
  const half = failure?.code === "half_removed";
  return html`<section class="page" data-pane tabindex="-1" aria-labelledby="unopened-title">
    <div class="empty">
      ${icon(failure !== null && /^(keychain_|no_keychain)/.test(failure.code) ? "key" : "alert")}
      <h1 id="unopened-title">${half ? say("closed-half-removed", { organization: open.card.name }) : say("closed-not-opened", { organization: open.card.name })}</h1>
      ${failure === null ? nothing : html`<p>${whyUnopened(failure)}</p>`}
      ${half ? nothing : html`<p class="faint">${say("closed-nothing-done")}</p>
        <button type="button" class="button" @click=${() => void again(desk, open)}>${say("word-try-again")}</button>`}
      <button type="button" class="button ${half ? "button-danger" : "button-link"}" @click=${() => desk.show({ kind: "remove" })}>${half ? say("closed-remove-rest") : say("closed-remove")}</button>
    </div>
  </section>`;
}
