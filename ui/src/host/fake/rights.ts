/** What the fake's roles may do: as much of the real policy as the window needs to be looked at. */
import type {
  AreaAccess, AreaExplained, EditView, OfferedAction, PermissionGrant, ReplaceView, RoleDifference, RoleExplained, UserRow, Verdict,
  WorkspaceRef,
} from "../types";
import { ROLE_TITLES, SPACES } from "./people";

export const ALLOWED: Verdict = { kind: "allowed", reason: null, help: null };
const HELP = "Ask an Admin: L. Chen, P. Okafor.";
export const denied = (reason: string): Verdict => ({ kind: "denied", reason, help: HELP });

const SUMMARIES: Readonly<Record<string, string>> = {
  admin: "Manages users, workspaces, billing and the organization itself.",
  billing_admin: "Sees users and workspaces, manages billing.",
  user_admin: "Adds and deletes Members, manages workspaces.",
  member: "Works in the workspaces granted; no settings.",
};

export const summary = (role: string): string => SUMMARIES[role] ?? "";

export const VIEW_USERS = { member: "Members have no access to organization settings." } as const;

function setRole(actor: string, me: string | null, user: string): Verdict {
  if (actor !== "admin") return denied(`${ROLE_TITLES[actor]}s can't change roles.`);
  return user === me ? denied("You can't change your own access.") : ALLOWED;
}

export function mayAdd(actor: string, role: string): Verdict {
  if (actor === "admin" || (actor === "user_admin" && role === "member")) return ALLOWED;
  return denied(actor === "user_admin" ? "User Admins can add Members only." : `${ROLE_TITLES[actor]}s can't add users.`);
}

const setWorkspaces = (actor: string): Verdict =>
  actor === "admin" || actor === "user_admin" ? ALLOWED : denied(`${ROLE_TITLES[actor]}s can't change workspaces.`);

export function edit(actor: string, me: string | null, user: string): Verdict {
  const workspaces = setWorkspaces(actor);
  return workspaces.kind === "allowed" ? workspaces : setRole(actor, me, user);
}

/** Who may do what to users at all. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  set_role: ["admin"], add_to_workspaces: ["admin", "user_admin"], remove_from_workspaces: ["admin", "user_admin"],
  resend_invitation: ["admin", "user_admin"], revoke_invitation: ["admin", "user_admin"],
  suspend: ["admin"], reactivate: ["admin"], delete: ["admin", "user_admin"],
  create_workspace: ["admin", "user_admin"], rename_workspace: ["admin", "user_admin"], delete_workspace: ["admin", "user_admin"],
};

/** May a role do this to a user; to users at all, where none is named. */
export function mayDo(actor: string, action: string, of: { id: string; role: string } | null, me: string | null): Verdict {
  const words = action.replaceAll("_", " ");
  if (!(ACTIONS[action] ?? []).includes(actor)) return denied(`${ROLE_TITLES[actor]}s can't ${words}${action.endsWith("workspace") ? "s" : " users"}.`);
  if (of === null || action.endsWith("workspaces")) return ALLOWED;
  if (actor !== "admin" && of.role !== "member") return denied(`${ROLE_TITLES[actor]}s can ${words} Members only.`);
  return of.id === me ? denied("You can't change your own access.") : ALLOWED;
}

export const offered = (actor: string): OfferedAction[] =>
  Object.keys(ACTIONS).map((action) => ({ action, verdict: mayDo(actor, action, null, null) }));

/** What makes sense to do to a user as they are. */
export function actionsOf(actor: string, me: string | null, row: UserRow): OfferedAction[] {
  const invited = row.state !== "active" && row.state !== "suspended";
  const sensible = [...(invited ? ["resend_invitation", "revoke_invitation"] : []), row.state === "suspended" ? "reactivate" : "suspend", "delete"];
  return sensible.map((action) => ({ action, verdict: mayDo(actor, action, row, me) }));
}

export const everyWorkspace = (role: string): string | null =>
  role === "admin" ? "Admins can enter every workspace, whatever is assigned here." : null;

/** What is asked of Admins only. */
const editProfile = (actor: string): Verdict => (actor === "admin" ? ALLOWED : denied(`${ROLE_TITLES[actor]}s can't edit profiles.`));

export const replaceEmail = (actor: string, me: string | null, user: string): Verdict => {
  if (actor !== "admin") return denied(`${ROLE_TITLES[actor]}s can't replace e-mail addresses.`);
  return user === me ? denied("You can't change your own access.") : ALLOWED;
};

export const replaceView = (actor: string, me: string | null, row: UserRow, workspaces: readonly WorkspaceRef[]): ReplaceView => ({
  row, verdict: replaceEmail(actor, me, row.id), whenAccepted: ALLOWED, workspaces: [...workspaces],
  contacts: workspaces.reduce((sum, each) => sum + (each.contacts ?? 0), 0),
});

export const editView = (actor: string, me: string | null, row: UserRow, has: readonly string[]): EditView => ({
  row, profileVerdict: editProfile(actor), displayName: row.name, picture: "",
  roles: Object.entries(ROLE_TITLES).map(([role, title]) => ({
    role, title, summary: summary(role), everyWorkspace: everyWorkspace(role), current: role === row.role, verdict: setRole(actor, me, row.id),
    difference: role === row.role ? null : difference(row.role, role),
  })),
  workspacesVerdict: setWorkspaces(actor),
  workspaces: SPACES.map((space) => ({ ...space, granted: has.includes(space.id) })),
});

/** Area, how far it is open to each role, and per permission how much each has (a)ll, (p)art, (n)one of it. */
const TABLE: readonly (readonly [string, readonly AreaAccess[], Readonly<Record<string, string>>])[] = [
  ["General", ["full", "limited", "limited", "none"], { "See the organization's information": "aaan", "Edit the organization's information": "annn" }],
  ["Users", ["full", "limited", "limited", "none"], { "See users": "aaan", "Add users": "anpn", "Delete users": "anpn", "Change roles": "annn" }],
  ["Workspaces", ["full", "limited", "full", "none"], { "Enter workspaces": "appp", "Create workspaces": "anan" }],
  ["Billing", ["full", "full", "none", "none"], { "See invoices": "aann", "Cancel the subscription": "annn" }],
];
const GRANTS: Readonly<Record<string, PermissionGrant>> = { a: "allowed", p: "limited", n: "denied" };

export const roles = (): RoleExplained[] =>
  Object.entries(ROLE_TITLES).map(([role, title], at) => ({ role, title, summary: summary(role), areas: areasOf(title, at) }));

const areasOf = (role: string, at: number): AreaExplained[] =>
  TABLE.map(([title, access, permissions]) => ({
    title, access: access[at] ?? "none", summary: access[at] === "none" ? "Closed." : "Open.",
    permissions: Object.entries(permissions).map(([what, cells]) => {
      const grant = GRANTS[cells[at] ?? "n"] ?? "denied";
      const does = what.charAt(0).toLowerCase() + what.slice(1);
      const reason = grant === "allowed" ? null : grant === "limited" ? `${role}s can ${does} in part only.` : `${role}s can't ${does}.`;
      return { action: what, title: what, grant, reason };
    }),
  }));

function difference(from: string, to: string): RoleDifference | null {
  const all = roles();
  const has = (role: string): string[] | undefined =>
    all.find((each) => each.role === role)?.areas.flatMap((area) => area.permissions.filter((each) => each.grant !== "denied").map((each) => each.title));
  const [before, after] = [has(from), has(to)];
  if (!before || !after) return null;
  return { gains: after.filter((each) => !before.includes(each)), loses: before.filter((each) => !after.includes(each)) };
}
