/** What can be done to users, in words: titles, questions, buttons, consequences; of one by name, of several by number. */
import type { ChangePreview, PreviewVerdict, UserAction } from "../host/types";
import { count, counted } from "./format";
import { firstName, spoken } from "./names";

export type Kind = UserAction["kind"];

/** As a button or a menu names it; the dialog asks the rest. */
export const TITLES: Readonly<Record<Kind, string>> = {
  set_role: "Set role",
  add_to_workspaces: "Add to workspaces",
  remove_from_workspaces: "Remove from workspaces",
  resend_invitation: "Resend invitation",
  revoke_invitation: "Revoke invitation",
  suspend: "Suspend",
  reactivate: "Reactivate",
  delete: "Delete",
};

/** Those that take something away: never the default. */
export const DANGEROUS: ReadonlySet<Kind> = new Set<Kind>(["delete", "revoke_invitation", "suspend", "remove_from_workspaces"]);

/** Those whose difference a person must know before pressing. */
export const ENDING: ReadonlySet<Kind> = new Set<Kind>(["delete", "revoke_invitation", "suspend"]);

/** "Ana Ruiz", "214 users", "1 user". */
export const whom = (name: string | null, users: number): string => (name === null ? counted(users, "user") : spoken(name));

/** The dialog's title; `workspace` is the one that it is about, where that is no choice. */
export function question(kind: Kind, name: string | null, users: number, organization: string, workspace?: string): string {
  const who = whom(name, users);
  const where = workspace === undefined ? "workspaces" : spoken(workspace);
  switch (kind) {
    case "delete":
      return `Delete ${who} from ${spoken(organization)}?`;
    case "suspend":
      return `Suspend ${who}?`;
    case "reactivate":
      return `Reactivate ${who}?`;
    case "resend_invitation":
      return name === null ? `Resend the invitations of ${who}?` : `Resend the invitation of ${who}?`;
    case "revoke_invitation":
      return name === null ? `Revoke the invitations of ${who}?` : `Revoke the invitation of ${who}?`;
    case "set_role":
      return `Set the role of ${who}`;
    case "add_to_workspaces":
      return `Add ${who} to ${where}`;
    case "remove_from_workspaces":
      return `Remove ${who} from ${where}`;
  }
}

/** The button that does it says the verb, and to whom. */
export function press(kind: Kind, name: string | null, users: number): string {
  const who = whom(name, users);
  switch (kind) {
    case "set_role":
      return `Set role of ${who}`;
    case "add_to_workspaces":
      return `Add ${who}`;
    case "remove_from_workspaces":
      return `Remove ${who}`;
    case "resend_invitation":
      return `Resend to ${who}`;
    case "revoke_invitation":
      return `Revoke ${name === null ? counted(users, "invitation") : `invitation of ${who}`}`;
    default:
      return `${TITLES[kind]} ${who}`;
  }
}

/** What comes with it, a sentence each; counted from the list. */
export function consequences(kind: Kind, name: string | null, preview: ChangePreview): string[] {
  const { consequences: told, willChange } = preview;
  const one = willChange === 1;
  const who = name === null ? (one ? "The user" : "They") : firstName(name);
  const lose = name === null && !one ? "lose" : "loses";
  const sentences: string[] = [];
  if (told.notAdded > 0) sentences.push(`${name === null ? counted(told.notAdded, "user") : spoken(name)} ${told.notAdded === 1 ? "waits" : "wait"} to be added and will not be: nothing was sent yet.`);
  if (told.removed > 0) {
    if (told.workspaces.length > 0) sentences.push(`${who} ${lose} access to ${counted(told.workspaces.length, "workspace")} at once.`);
    const contacts = `${counted(told.contacts, "contact")} assigned to ${name === null ? (one ? "this user" : "them") : firstName(name)}`;
    if (told.contacts > 0) sentences.push(`${contacts} ${told.contacts === 1 ? "becomes" : "become"} unassigned.`);
    else if (told.contactsUnknown === 0) sentences.push(told.workspaces.length > 0 ? "No contact is assigned." : "No access to a workspace and no assigned contact is lost.");
    if (told.contactsUnknown > 0) sentences.push(name === null ? `How many contacts are assigned to ${count(told.contactsUnknown)} of them is unknown here.` : "How many contacts are assigned is unknown here.");
    sentences.push("This can't be undone: a new invitation would be needed.");
  }
  switch (kind) {
    case "suspend":
      if (willChange > 0) sentences.push(`${who} can't sign in until an Admin reactivates ${name === null && !one ? "them" : "the user"}. Role, workspaces and contacts stay.`);
      break;
    case "reactivate":
      if (willChange > 0) sentences.push(`${who} can sign in again, with the role and the workspaces as before.`);
      break;
    case "resend_invitation":
      if (willChange > 0) sentences.push(one ? "A new e-mail is sent. The link in the one before stops working." : "A new e-mail is sent to each. The links in those before stop working.");
      break;
    default:
  }
  if (told.dropped > 0) sentences.push(`${counted(told.dropped, "change")} in the Outbox ${told.dropped === 1 ? "is" : "are"} dropped with it.`);
  if (told.onTheirWay > 0) sentences.push(`${counted(told.onTheirWay, "change")} ${told.onTheirWay === 1 ? "is" : "are"} on the way already and can't be taken back.`);
  return sentences;
}

/** "214 will change", "3 have it so already", "2 not allowed": the three counts of a preview. */
export const VERDICTS: Readonly<Record<PreviewVerdict, string>> = {
  will_change: "Will change",
  already_so: "Already so",
  not_allowed: "Not allowed",
};

/** What *suspend*, *delete* and *revoke* do, beside each other. */
export const COMPARED = {
  columns: ["Suspend", "Delete", "Revoke invitation"],
  rows: [
    ["For", "any user", "any user", "who has not accepted"],
    ["Signing in", "not until reactivated", "never again", "the link stops working"],
    ["Workspaces", "kept", "lost at once", "lost at once"],
    ["Contacts", "stay assigned", "become unassigned", "become unassigned"],
    ["E-mail address", "still taken", "free again", "free again"],
    ["Can be undone", "yes: Reactivate", "no: invite again", "no: invite again"],
  ],
} as const;
