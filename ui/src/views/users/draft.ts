/** What a person has chosen in the edit dialog, and what that changes. Pure. */
import type { EditView } from "../../host/types";

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
    found.lines.push({ what: "Role", before: now?.title ?? (view.row.roleTitle || "No role"), after: next.title });
  }
  for (const each of view.workspaces) {
    const wanted = draft.workspaces.get(each.id);
    if (wanted === undefined || wanted === each.granted) continue;
    (wanted ? found.grant : found.revoke).push(each.id);
    found.lines.push({ what: each.name, before: wanted ? "no access" : "access", after: wanted ? "access" : "no access" });
  }
  found.displayName = typed(draft.displayName, view.displayName);
  if (found.displayName !== null) {
    found.lines.push({ what: "Display name", before: view.displayName || "No name", after: found.displayName || "No name" });
  }
  found.picture = typed(draft.picture, view.picture);
  if (found.picture !== null) {
    found.lines.push({ what: "Picture", before: view.picture || "No picture", after: found.picture || "No picture" });
  }
  found.count = found.lines.length;
  return found;
}

/** What was typed, unless it is what is there. */
function typed(text: string | null, now: string): string | null {
  const trimmed = text?.trim() ?? now;
  return trimmed === now ? null : trimmed;
}
