/** The views: all users, those saved under names, and what can be done with them. */
import { html, type TemplateResult } from "lit";
import "../../components/menu";
import type { MenuItem } from "../../components/menu";
import { icon } from "../../components/icon";
import type { Desk } from "../../desk";
import type { SavedView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";

/** Saved views are chosen by their ids, which are none of these words. */
const [ALL, SAVE, KEEP, RENAME, DELETE] = ["all", "save", "keep", "rename", "delete"] as const;

export function viewsMenu(desk: Desk, organization: OpenOrganization): TemplateResult {
  const { views } = organization;
  const { opened, differs } = views;
  const saved = views.view ?? [];
  const items: MenuItem[] = [
    { id: ALL, label: say("views-all"), kind: "one", checked: opened === null },
    ...saved.map((view): MenuItem => ({ id: view.id, label: view.name, kind: "one", checked: view.id === opened?.id })),
    { id: SAVE, label: say("views-save"), kind: "action", icon: "plus", apart: true },
    ...(opened === null ? [] : ofOpened(opened, differs)),
  ];
  const onChoose = (event: CustomEvent<string>): void => {
    const { detail } = event;
    if (detail === ALL) views.open(null);
    else if (detail === SAVE) desk.show({ kind: "save_view" });
    else if (detail === KEEP && opened) void keep(desk, organization, opened);
    else if (detail === RENAME && opened) desk.show({ kind: "rename_view", view: opened });
    else if (detail === DELETE && opened) desk.show({ kind: "delete_view", view: opened });
    else openView(desk, organization, saved.find((view) => view.id === detail));
  };
  return html`<ui-menu
    .label=${say("views-label")}
    .button=${html`<span class="clip">${views.name}</span>${differs ? html` <span class="faint">${say("views-changed")}</span>` : ""}${icon("down")}`}
    .buttonClass=${opened === null ? "chip" : "chip chip-on"}
    .items=${items}
    @choose=${onChoose}
    @show=${() => views.failure && desk.tell(views.failure)}
  ></ui-menu>`;
}

function ofOpened(view: SavedView, differs: boolean): MenuItem[] {
  return [
    ...(differs ? [{ id: KEEP, label: say("views-keep", { name: view.name }), kind: "action", icon: "check" } as const] : []),
    { id: RENAME, label: say("views-rename", { name: view.name }), kind: "action" },
    { id: DELETE, label: say("views-delete-asking", { name: view.name }), kind: "action", icon: "cross" },
  ];
}

/** Opens a view and says what must be said of it; one that can't be read says why. */
export function openView(desk: Desk, organization: OpenOrganization, view: SavedView | undefined): void {
  if (view === undefined) return;
  if (view.notice !== null) desk.toasts.warn(view.notice);
  // One that can't be read shows nothing of its own, and can still be renamed or deleted.
  organization.views.open(view);
}

async function keep(desk: Desk, organization: OpenOrganization, view: SavedView): Promise<void> {
  const kept = await desk.attempt(organization.views.save(view.id, view.name));
  if (kept) desk.toasts.say(say("views-saved", { name: view.name }));
}
