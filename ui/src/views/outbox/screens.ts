/** The two sides of the Outbox: what waits, and what was done. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk, Screen } from "../../desk";
import { say } from "../../text/say";

const SCREENS: readonly (readonly [Screen, string])[] = [["outbox", say("outbox-side-waiting")], ["journal", say("journal-title")]];

export const outboxScreens = (desk: Desk): TemplateResult => html`<nav class="tabs" aria-label=${say("outbox-title")}>
  ${SCREENS.map(([screen, label]) => html`<button
    type="button"
    aria-current=${desk.screen === screen ? "page" : nothing}
    @click=${() => desk.go(screen)}
  >${label}</button>`)}
</nav>`;
