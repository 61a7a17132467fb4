/** The left rail: what this role can open, and nothing else. */
import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "../components/icon";
import type { Desk, Screen } from "../desk";
import { count, listed } from "../text/format";
import { say } from "../text/say";
import { areaOf, isOpen, type Area } from "./areas";
import { closedToUs } from "./closed";
import { switcher } from "./organizations/switcher";

interface Entry {
  screen: Screen;
  label: string;
  icon: IconName;
  /** The settings area behind it; other screens are nobody's area. */
  area?: Area;
}

/** The entries, in the order of Ctrl+1 … 9. */
export function entries(desk: Desk): Entry[] {
  const open = desk.profile.current;
  const all: Entry[] = [
    { screen: "users", label: say("users-title"), icon: "users", area: "users" },
    ...(open && isOpen(open, "workspaces") ? [{ screen: "workspaces", label: say("workspaces-title"), icon: "workspaces", area: "workspaces" } as const] : []),
    ...(open && isOpen(open, "general") ? [{ screen: "general", label: say("general-title"), icon: "home", area: "general" } as const] : []),
    ...(open && isOpen(open, "billing") ? [{ screen: "billing", label: say("billing-title"), icon: "card", area: "billing" } as const] : []),
    { screen: "outbox", label: say("outbox-title"), icon: "outbox" },
    ...(open?.mailbox ? [{ screen: "demo_mailbox", label: say("mailbox-title"), icon: "mail" } as const] : []),
    { screen: "settings", label: say("settings-title"), icon: "settings" },
  ];
  if (!open || !closedToUs(open)) return all;
  // What was done on this computer stays readable to whoever did it.
  return [{ screen: "journal", label: say("journal-title"), icon: "outbox" }, ...all.filter((entry) => entry.screen === "settings")];
}

export function rail(desk: Desk): TemplateResult {
  const { current } = desk.profile;
  const view = current?.session.view;
  const open = (view?.waiting ?? 0) + (view?.needsYou ?? 0);
  const note = ({ screen, area }: Entry): TemplateResult | typeof nothing => {
    const known = current && area ? areaOf(current, area) : null;
    if (known?.viewOnly) return html`<span class="rail-count" title=${known.why ?? nothing}><span class="unseen">, </span>${say("word-view-only")}</span>`;
    if (screen === "users" && view) return html`<span class="rail-count">${count(view.snapshot.users)}</span>`;
    if (screen === "outbox" && view && open > 0) {
      const said = [view.waiting > 0 ? say("rail-waiting", { count: view.waiting }) : "", view.needsYou > 0 ? say("status-needs-you", { count: view.needsYou }) : ""];
      return html`<span class="rail-badge"><span aria-hidden="true">${count(open)}</span><span class="unseen">, ${listed(said.filter(Boolean))}</span></span>`;
    }
    return nothing;
  };
  return html`<nav class="rail" data-pane aria-label=${say("rail-label")}>
    ${switcher(desk)}
    ${entries(desk).map((entry) => html`<button
      type="button"
      class="rail-entry ${entry.screen === "settings" ? "rail-last" : ""}"
      id="rail-${entry.screen}"
      aria-current=${isHere(desk.screen, entry.screen) ? "page" : nothing}
      @click=${() => desk.go(entry.screen)}
    >
      ${icon(entry.icon)}<span class="rail-label">${entry.label}</span>${note(entry)}
    </button>`)}
  </nav>`;
}

/** The journal is the other side of the Outbox, unless it stands alone. */
const isHere = (screen: Screen, entry: Screen): boolean => screen === entry || (screen === "journal" && entry === "outbox");
