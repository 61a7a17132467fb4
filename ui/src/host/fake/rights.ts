/** What the fake's roles may do: as much of the real policy as the window needs to be looked at. */
import type { EditView, UserRow, Verdict } from "../types";
import { ROLE_TITLES, SPACES } from "./people";

const ALLOWED: Verdict = { kind: "allowed", reason: null, help: null };
const HELP = "Ask an Admin: L. Chen, P. Okafor.";
const denied = (reason: string): Verdict => ({ kind: "denied", reason, help: HELP });

const SUMMARIES: Readonly<Record<string, string>> = {
  admin: "Manages users, workspaces, billing and the organization itself.",
  billing_admin: "Sees users and workspaces, manages billing.",
  user_admin: "Adds and deletes Members, manages workspaces.",
  member: "Works in the workspaces granted; no settings.",
};

export const summary = (role: string): string => SUMMARIES[role] ?? "";

export const VIEW_USERS = { member: "Members have no access to organization settings." } as const;

export function setRole(actor: string, me: string | null, user: string): Verdict {
  if (actor !== "admin") return denied(`${ROLE_TITLES[actor]}s can't change roles.`);
  return user === me ? denied("You can't change your own access.") : ALLOWED;
}

export const setWorkspaces = (actor: string): Verdict =>
  actor === "admin" || actor === "user_admin" ? ALLOWED : denied(`${ROLE_TITLES[actor]}s can't change workspaces.`);

export function edit(actor: string, me: string | null, user: string): Verdict {
  const workspaces = setWorkspaces(actor);
  return workspaces.kind === "allowed" ? workspaces : setRole(actor, me, user);
}

export const editView = (actor: string, me: string | null, row: UserRow, has: readonly string[]): EditView => ({
  row,
  roles: Object.entries(ROLE_TITLES).map(([role, title]) => ({
    role, title, summary: summary(role), current: role === row.role, verdict: setRole(actor, me, row.id),
  })),
  workspacesVerdict: setWorkspaces(actor),
  workspaces: SPACES.map((space) => ({ ...space, granted: has.includes(space.id) })),
});
