/** A change in words: what it asks for, of whom, where it stands. */
import type { OutboxBulk, OutboxEntry, OutboxState } from "../host/types";
import { counted } from "./format";
import { firstName, spoken } from "./names";
import type { Mark } from "./rows";

/** What the change asks for, old and new both readable. */
export function asked(entry: OutboxEntry): string {
  switch (entry.verb) {
    case "set_role":
      return `${entry.before} → ${entry.after}`;
    case "grant_workspace":
      return `Add to ${entry.subject}`;
    case "revoke_workspace":
      return `Remove from ${entry.subject}`;
    case "add_user":
      return `Add as ${entry.after}`;
    case "rename_workspace":
      return `Rename to ${entry.after}`;
    case "delete_user":
    case "create_workspace":
    case "delete_workspace":
    case "suspend":
    case "reactivate":
    case "resend_invitation":
    case "revoke_invitation":
      return verb(entry);
    default:
      return `${entry.subject}: ${entry.before} → ${entry.after}`;
  }
}

/** Changes to a user; the others are to a workspace. */
const OF_USERS: Readonly<Record<string, string>> = {
  set_role: "Change role",
  grant_workspace: "Add to workspace",
  revoke_workspace: "Remove from workspace",
  add_user: "Add user",
  delete_user: "Delete user",
  set_display_name: "Change display name",
  set_picture: "Change picture",
  suspend: "Suspend",
  reactivate: "Reactivate",
  resend_invitation: "Resend invitation",
  revoke_invitation: "Revoke invitation",
};

const VERBS: Readonly<Record<string, string>> = {
  ...OF_USERS,
  create_workspace: "Create workspace",
  rename_workspace: "Rename workspace",
  delete_workspace: "Delete workspace",
};

export function verb(entry: OutboxEntry): string {
  if (OF_SETTINGS.has(entry.verb)) return `Change ${entry.subject.toLowerCase()}`;
  return VERBS[entry.verb] ?? entry.subject;
}

/** Changes of one of the organization's settings, which the subject names. */
export const OF_SETTINGS: ReadonlySet<string> = new Set(["edit_organization", "edit_billing", "change_subscription"]);

/** What was asked for of many: "Change role to User Admin, 214 users". */
export function bulkWords({ verb, subject, after, users }: OutboxBulk): string {
  const what = VERBS[verb] ?? subject;
  const to = verb === "set_role" ? ` to ${after}` : verb.endsWith("_workspace") ? `: ${subject}` : "";
  return `${what}${to}, ${counted(users, "user")}`;
}

export const OUTBOX_STATES: Readonly<Record<OutboxState, Mark>> = {
  waiting: { icon: "clock", tone: "waiting", text: "Waiting" },
  sending: { icon: "sync", tone: "info", text: "Sending" },
  done: { icon: "check", tone: "good", text: "Done" },
  rejected: { icon: "cross", tone: "danger", text: "Rejected" },
  conflict: { icon: "alert", tone: "danger", text: "Needs you" },
  held: { icon: "pause", tone: "waiting", text: "Held" },
  unconfirmed: { icon: "alert", tone: "waiting", text: "Asks once more" },
  blocked: { icon: "pause", tone: "waiting", text: "Held back" },
  waits_for_acceptance: { icon: "mail", tone: "info", text: "Waits for acceptance" },
  unknown: { icon: "sync", tone: "info", text: "No answer yet" },
};

/** What a person must know to answer a conflict. */
export function conflict(name: string, entry: OutboxEntry): string {
  if (entry.reason !== null && (entry.theirs === null || !(entry.verb in OF_USERS))) return entry.reason;
  if (entry.theirs === null) return `${spoken(name)} no longer exists on the server.`;
  const { before, after, theirs } = entry;
  return `${firstName(name)}'s access changed after you made this edit. Was ${before}. Now ${theirs}. You asked for ${after}.`;
}

/** What the note over a user's details says of changes in the same state. */
export function note(name: string, entries: readonly OutboxEntry[]): { lead: string; rest: string } {
  const entry = entries[0];
  if (!entry) return { lead: "", rest: "" };
  const what = `${entries.map(asked).join(", ")}.`;
  switch (entry.state) {
    case "waiting":
      return { lead: "Waiting in Outbox.", rest: `${what} Nothing has changed on the server.` };
    case "held":
      return { lead: "Held in Outbox.", rest: `${what} It leaves when you send it.` };
    case "unconfirmed":
      return { lead: "Asks once more.", rest: `${what} ${entry.reason ?? ""}`.trim() };
    case "sending":
      return { lead: "On its way.", rest: what };
    case "unknown":
      return { lead: "Sent, no answer yet.", rest: `${what} The server is asked before it is tried again.` };
    case "waits_for_acceptance":
      return { lead: "Waits for acceptance.", rest: `${what} ${entry.reason ?? ""}`.trim() };
    case "blocked":
      return { lead: "Held back.", rest: `${what} ${entry.reason ?? "An earlier change comes first."}` };
    case "conflict":
      return { lead: "Needs you.", rest: conflict(name, entry) };
    case "rejected":
      return { lead: "Refused.", rest: `${what} ${entry.reason ?? ""}`.trim() };
    case "done":
      return { lead: "Done.", rest: what };
  }
}
