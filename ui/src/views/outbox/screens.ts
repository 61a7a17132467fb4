/** The two sides of the Outbox: what waits, and what was done. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk, Screen } from "../../desk";

const SCREENS: readonly (readonly [Screen, string])[] = [["outbox", "Waiting"], ["journal", "Journal"]];

export const outboxScreens = (desk: Desk): TemplateResult => html`<nav class="tabs" aria-label="Outbox">
  ${SCREENS.map(([screen, label]) => html`<button
    type="button"
    aria-current=${desk.screen === screen ? "page" : nothing}
    @click=${() => desk.go(screen)}
  >${label}</button>`)}
</nav>`;
