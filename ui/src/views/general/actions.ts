/** What can be done in General and Billing, for the palette: absent where the area is. */
import type { Action } from "../../actions";
import type { Desk } from "../../desk";
import type { Verdict } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { isOpen } from "../areas";
import { reason } from "../users/details";

export function settingsActions(desk: Desk, open: OpenOrganization): Action[] {
  const { view } = open.general;
  if (!isOpen(open, "general") || view === null) return [];
  return [
    {
      id: "edit_general", title: "Edit the organization's information…", keys: [], unavailable: cant(view.edit),
      run: () => desk.show({ kind: "edit_settings", group: "general" }),
    },
  ];
}

/** Why not, and who could help; `null` where it can be done. */
const cant = (verdict: Verdict): string | null => (verdict.kind === "denied" ? reason(verdict) : null);
