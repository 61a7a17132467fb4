/** The line along the bottom: how many, how old, what waits, where the keyboard is, whether the server answers. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import type { Desk } from "../desk";
import type { SessionView } from "../host/types";
import { say } from "../text/say";
import { status } from "../text/status";

export function statusBar(desk: Desk, session: SessionView | null, place: string | null): TemplateResult {
  if (session === null) return html`<footer class="status-bar"></footer>`;
  const now = status(session, desk.now);
  // That a read has begun, and that it is over, is said; not each number between.
  const counts = session.link.kind === "syncing" && session.link.progress.loaded > 0;
  const state = html`<span class="status-state ink-${now.linkTone}" role="status" aria-live=${counts ? "off" : nothing}>${icon(now.linkIcon)}${now.link}</span>`;
  if (place === null) return html`<footer class="status-bar" aria-label=${say("status-label")}><span class="spring"></span>${state}</footer>`;
  const outbox = (text: string, tone: string): TemplateResult =>
    html`<button type="button" class="status-link ink-${tone}" @click=${() => desk.go("outbox")}>${text}</button>`;
  return html`<footer class="status-bar" aria-label=${say("status-label")}>
    <span class="status-strong">${now.users}</span>
    <span class="ink-${now.listTone}">${now.list}</span>
    ${now.waiting === null ? nothing : outbox(now.waiting, "waiting")}
    ${now.hold === null ? nothing : outbox(now.hold, "waiting")}
    ${now.needsYou === null ? nothing : outbox(now.needsYou, "danger")}
    <span class="spring"></span>
    <span class="status-place" role="status">${place}</span>
    ${state}
  </footer>`;
}
