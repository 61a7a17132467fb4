/** A change in words: what it asks for, of whom, where it stands. */
import type { OutboxBulk, OutboxEntry, OutboxState } from "../host/types";
import { listed } from "./format";
import { firstName, spoken } from "./names";
import type { Mark } from "./rows";
import { inSentence, say } from "./say";

/** What the change asks for, old and new both readable. */
export function asked(entry: OutboxEntry): string {
  switch (entry.verb) {
    case "set_role":
      return say("asked-from-to", { before: entry.before, after: entry.after });
    case "grant_workspace":
      return say("asked-grant-workspace", { workspace: entry.subject });
    case "revoke_workspace":
      return say("asked-revoke-workspace", { workspace: entry.subject });
    case "add_user":
      return say("asked-add-user", { role: entry.after });
    case "rename_workspace":
      return say("asked-rename-workspace", { name: entry.after });
    case "delete_user":
    case "create_workspace":
    case "delete_workspace":
    case "suspend":
    case "reactivate":
    case "resend_invitation":
    case "revoke_invitation":
      return verb(entry);
    default:
      return say("asked-setting", { setting: entry.subject, before: entry.before, after: entry.after });
  }
}

/** Changes to a user; the others are to a workspace. */
const OF_USERS: Readonly<Record<string, string>> = {
  set_role: say("verb-set-role"),
  grant_workspace: say("verb-grant-workspace"),
  revoke_workspace: say("verb-revoke-workspace"),
  add_user: say("verb-add-user"),
  delete_user: say("verb-delete-user"),
  set_display_name: say("verb-set-display-name"),
  set_picture: say("verb-set-picture"),
  suspend: say("verb-suspend"),
  reactivate: say("verb-reactivate"),
  resend_invitation: say("verb-resend-invitation"),
  revoke_invitation: say("verb-revoke-invitation"),
};

/** Those that are about no access. */
const OF_PROFILES: ReadonlySet<string> = new Set(["set_display_name", "set_picture"]);

const VERBS: Readonly<Record<string, string>> = {
  ...OF_USERS,
  create_workspace: say("verb-create-workspace"),
  rename_workspace: say("verb-rename-workspace"),
  delete_workspace: say("verb-delete-workspace"),
};

export function verb(entry: OutboxEntry): string {
  if (OF_SETTINGS.has(entry.verb)) return say("verb-change-setting", { setting: inSentence(entry.subject) });
  return VERBS[entry.verb] ?? entry.subject;
}

/** Changes of one of the organization's settings, which the subject names. */
export const OF_SETTINGS: ReadonlySet<string> = new Set(["edit_organization", "edit_billing", "change_subscription"]);

/** What was asked for of many: "Change role to User Admin, 214 users". */
export function bulkWords({ verb, subject, after, users }: OutboxBulk): string {
  const what = VERBS[verb] ?? subject;
  if (verb === "set_role") return say("bulk-set-role", { role: after, users });
  return verb.endsWith("_workspace") ? say("bulk-of-workspace", { what, workspace: subject, users }) : say("bulk-other", { what, users });
}

export const OUTBOX_STATES: Readonly<Record<OutboxState, Mark>> = {
  waiting: { icon: "clock", tone: "waiting", text: say("change-waiting") },
  sending: { icon: "sync", tone: "info", text: say("change-sending") },
  done: { icon: "check", tone: "good", text: say("change-done") },
  rejected: { icon: "cross", tone: "danger", text: say("change-rejected") },
  conflict: { icon: "alert", tone: "danger", text: say("change-conflict") },
  held: { icon: "pause", tone: "waiting", text: say("change-held") },
  unconfirmed: { icon: "alert", tone: "waiting", text: say("change-unconfirmed") },
  blocked: { icon: "pause", tone: "waiting", text: say("change-blocked") },
  waits_for_acceptance: { icon: "mail", tone: "info", text: say("change-waits-for-acceptance") },
  unknown: { icon: "sync", tone: "info", text: say("change-unknown") },
};

/** What a person must know to answer a conflict. */
export function conflict(name: string, entry: OutboxEntry): string {
  const aboutAccess = entry.verb in OF_USERS && !OF_PROFILES.has(entry.verb);
  if (entry.reason !== null && (entry.theirs === null || !aboutAccess)) return entry.reason;
  if (entry.theirs === null) return say("conflict-gone", { name: spoken(name) });
  const { before, after, theirs } = entry;
  return say("conflict-changed", { name: firstName(name), before, theirs, after });
}

/** What the note over a user's details says of changes in the same state. */
export function note(name: string, entries: readonly OutboxEntry[]): { lead: string; rest: string } {
  const entry = entries[0];
  if (!entry) return { lead: "", rest: "" };
  const changes = listed(entries.map(asked));
  const what = `${changes}.`;
  switch (entry.state) {
    case "waiting":
      return { lead: say("note-waiting"), rest: say("note-waiting-rest", { changes }) };
    case "held":
      return { lead: say("note-held"), rest: say("note-held-rest", { changes }) };
    case "unconfirmed":
      return { lead: say("note-unconfirmed"), rest: `${what} ${entry.reason ?? ""}`.trim() };
    case "sending":
      return { lead: say("note-sending"), rest: what };
    case "unknown":
      return { lead: say("note-unknown"), rest: say("note-unknown-rest", { changes }) };
    case "waits_for_acceptance":
      return { lead: say("note-waits-for-acceptance"), rest: `${what} ${entry.reason ?? ""}`.trim() };
    case "blocked":
      return { lead: say("note-blocked"), rest: `${what} ${entry.reason ?? say("note-blocked-earlier")}` };
    case "conflict":
      return { lead: say("note-conflict"), rest: conflict(name, entry) };
    case "rejected":
      return { lead: say("note-rejected"), rest: `${what} ${entry.reason ?? ""}`.trim() };
    case "done":
      return { lead: say("note-done"), rest: what };
  }
}
