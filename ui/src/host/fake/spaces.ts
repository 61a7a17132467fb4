/** The fake's workspaces: the list, one in full, and changes to them laid over. */
import { fold } from "../../text/fold";
import { Failure } from "../failure";
import type { OfferedAction, WorkspaceDeletion, WorkspaceDetails, WorkspaceQuery, WorkspaceRow, WorkspacesWindow } from "../types";
import type { Change } from "./kept";
import { seeded, SPACES, type Space } from "./people";
import { mayDo } from "./rights";

export interface FakeSpace extends Space {
  contacts: number;
  created: number;
}

const DAY = 86_400_000;

export function spaces(now: number): FakeSpace[] {
  const next = seeded(7);
  return SPACES.map((space) => ({ ...space, contacts: Math.floor(next() * 900), created: now - (40 + next() * 1_200) * DAY }));
}

/** What isn't at rest, of those about a workspace itself. */
const open = (changes: readonly Change[], id: string): Change[] =>
  changes.filter((change) => change.kind === "workspace" && change.resource === id && change.state !== "done");

export function rowOfSpace(space: FakeSpace, users: number, changes: readonly Change[]): WorkspaceRow {
  const mine = open(changes, space.id);
  const renamed = mine.findLast((change) => change.verb === "rename_workspace" && change.state !== "rejected")?.value ?? space.name;
  const worst = mine.find((change) => change.state === "conflict") ? "needs_you" : mine.find((change) => change.state === "rejected") ? "rejected" : "waiting";
  const is = (verb: string): boolean => mine.some((change) => change.verb === verb);
  const presence = is("create_workspace") ? "adding" : is("delete_workspace") ? "leaving" : "here";
  return {
    id: space.id, name: renamed, nameWas: renamed === space.name ? null : space.name, users, presence,
    contacts: presence === "adding" ? null : space.contacts, created: presence === "adding" ? null : new Date(space.created).toISOString(),
    intent: mine.length === 0 ? null : worst,
  };
}

export function windowOf(all: readonly WorkspaceRow[], query: WorkspaceQuery, offset: number, limit: number, generation: number): WorkspacesWindow {
  const words = fold(query.search).split(" ").filter(Boolean);
  const key: Record<WorkspaceQuery["sort"], (row: WorkspaceRow) => string | number> = {
    name: (row) => fold(row.name), users: (row) => row.users, contacts: (row) => row.contacts ?? -1, added: (row) => row.created ?? "",
  };
  const by = key[query.sort];
  const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  const found = all
    .filter((row) => words.every((word) => fold(row.name).includes(word)))
    .sort((a, b) => (query.descending ? -1 : 1) * order(by(a), by(b)) || order(key.name(a), key.name(b)));
  return { generation, total: found.length, offset, rows: found.slice(offset, offset + limit) };
}

const ACTIONS = ["add_to_workspaces", "remove_from_workspaces", "rename_workspace", "delete_workspace"];

export function detailsOf(row: WorkspaceRow, actor: string, changes: readonly Change[]): WorkspaceDetails {
  const access = changes.filter((change) => change.kind === "user" && change.value === row.id && change.state !== "done");
  const many = (verb: string): number => access.filter((change) => change.verb === verb && change.state !== "rejected").length;
  const actions: OfferedAction[] = ACTIONS.map((action) => ({ action, verdict: mayDo(actor, action, null, null) }));
  return {
    row, description: null, changes: open(changes, row.id), adding: many("grant_workspace"), removing: many("revoke_workspace"),
    needsYou: access.filter((change) => change.state === "rejected" || change.state === "conflict").length, actions,
    enteredAnyway: "Admins can enter every workspace, whatever is assigned here.",
  };
}

export function checkName(name: string, others: readonly WorkspaceRow[]): void {
  if (name.trim() === "") throw new Failure("name_invalid", "Type a name for the workspace.", "name");
  const taken = others.find((row) => row.name.toLowerCase() === name.trim().toLowerCase());
  if (taken) throw new Failure("name_taken", `There is a workspace called ${taken.name} already. Choose another name.`, "name");
}

export function deletionOf({ name, users, contacts, presence }: WorkspaceRow): WorkspaceDeletion {
  const confirm = users > 5 ? { text: name, reason: `${users} users lose access, and it can't be brought back.` } : null;
  return { name, users, contacts, notCreated: presence === "adding", dropped: 0, onTheirWay: 0, confirm: presence === "adding" ? null : confirm };
}
