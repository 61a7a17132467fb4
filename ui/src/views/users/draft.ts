/** What a person has chosen in the edit dialog, and what that changes. Pure. */
import type { EditView } from "../../host/types";
import { say } from "../../text/say";

export interface Draft {
  /** The role chosen (wire value); `null` leaves the present one. */
  role: string | null;
  /** By workspace id: what it shall be, where that differs from what is. */
  workspaces: ReadonlyMap<string, boolean>;
  /** As typed; `null` leaves the present one. */
  displayName: string | null;
  picture: string | null;
}

export const UNCHANGED: Draft = { role: null, workspaces: new Map(), displayName: null, picture: null };

export interface Changes {
  role: string | null;
  grant: string[];
  revoke: string[];
  displayName: string | null;
  picture: string | null;
  count: number;
  /** The same for people: what, before, after. */
  lines: { what: string; before: string; after: string }[];
}

export function changes(view: EditView, draft: Draft): Changes {
  const found: Changes = { role: null, grant: [], revoke: [], displayName: null, picture: null, count: 0, lines: [] };
  const now = view.roles.find((each) => each.current);
  const next = view.roles.find((each) => each.role === draft.role);
  if (next && next !== now) {
    found.role = next.role;
    found.lines.push({ what: say("property-role"), before: now?.title ?? (view.row.roleTitle || say("role-none")), after: next.title });
  }
  for (const each of view.workspaces) {
    const wanted = draft.workspaces.get(each.id);
    if (wanted === undefined || wanted === each.granted) continue;
    (wanted ? found.grant : found.revoke).push(each.id);
    const [access, none] = [say("edit-user-access"), say("edit-user-no-access")];
    found.lines.push({ what: each.name, before: wanted ? none : access, after: wanted ? access : none });
  }
  found.displayName = typed(draft.displayName, view.displayName);
  if (found.displayName !== null) {
    const none = say("edit-user-no-name");
    found.lines.push({ what: say("property-display-name"), before: view.displayName || none, after: found.displayName || none });
  }
  found.picture = typed(draft.picture, view.picture);
  if (found.picture !== null) {
    const none = say("edit-user-no-picture");
    found.lines.push({ what: say("property-picture"), before: view.picture || none, after: found.picture || none });
  }
  found.count = found.lines.length;
  return found;
}

/** What was typed, unless it is what is there. */
function typed(text: string | null, now: string): string | null {
  const trimmed = text?.trim() ?? now;
  return trimmed === now ? null : trimmed;
}
