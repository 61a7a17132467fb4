/** What a person has chosen in the edit dialog, and what that changes. Pure. */
import type { EditView } from "../../host/types";

export interface Draft {
  /** The role chosen (wire value); `null` leaves the present one. */
  role: string | null;
  /** By workspace id: what it shall be, where that differs from what is. */
  workspaces: ReadonlyMap<string, boolean>;
}

export interface Changes {
  role: string | null;
  grant: string[];
  revoke: string[];
  count: number;
  /** The same for people: what, before, after. */
  lines: { what: string; before: string; after: string }[];
}

export function changes(view: EditView, draft: Draft): Changes {
  const found: Changes = { role: null, grant: [], revoke: [], count: 0, lines: [] };
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
  found.count = found.lines.length;
  return found;
}
