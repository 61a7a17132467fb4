/** What a row says about a user's state, activity and waiting changes: an icon and a word, never colour alone. */
import type { Activity, Presence, RowState, UserRow } from "../host/types";
import type { IconName } from "../components/icon";
import { count, counted, date, daysLeft, instant, lastActive } from "./format";
import type { Tone } from "./status";

export interface Mark {
  icon: IconName;
  text: string;
  tone: Tone;
}

/** The last-active cell: a mark where the invitation or a suspension says more than a time could. */
export function activity(row: UserRow, now: Date): Mark | string {
  switch (row.state) {
    case "pending": {
      const until = instant(row.expiresAt);
      return { icon: "mail", tone: "info", text: until ? `Pending, ${daysLeft(until, now)} d left` : "Pending" };
    }
    case "active": {
      const at = instant(row.lastActive);
      if (at) return lastActive(at, now);
      return row.neverActive ? "Never" : "Not reported";
    }
    default:
      return state(row);
  }
}

/** The state cell: a mark for every state but the usual one. */
export function state(row: UserRow): Mark | string {
  const text = STATES[row.state];
  switch (row.state) {
    case "active":
      return text;
    case "pending":
      return { icon: "mail", tone: "info", text };
    case "invitation_expired":
    case "invitation_failed":
      return { icon: "alert", tone: "danger", text };
    case "suspended":
      return { icon: "pause", tone: "waiting", text };
  }
}

/** The added cell: a day. */
export function added(row: UserRow): string {
  const at = instant(row.created);
  return at ? date(at) : "Not reported";
}

/** What waits, as a badge says it. */
export const INTENTS: Readonly<Record<string, Mark>> = {
  waiting: { icon: "clock", tone: "waiting", text: "waiting" },
  sending: { icon: "sync", tone: "info", text: "sending" },
  needs_you: { icon: "alert", tone: "danger", text: "needs you" },
  rejected: { icon: "cross", tone: "danger", text: "rejected" },
};

/** The badge for what waits on a user or a workspace; what is to come or to go says so, in place of *waiting*. */
export function intent(row: { intent: string | null; presence: Presence }, coming = "to be added"): Mark | null {
  const mark = row.intent === null ? undefined : INTENTS[row.intent];
  if (!mark) return null;
  const words: Readonly<Record<Presence, string>> = { here: mark.text, adding: coming, leaving: "to be deleted" };
  return row.intent === "waiting" ? { ...mark, text: words[row.presence] } : mark;
}

/** "Support, Sales EMEA +5": the first workspaces by name, and how many more. */
export function workspaces(row: UserRow): string {
  if (row.workspaceCount === 0) return "None";
  const more = row.workspaceCount - row.workspaces.length;
  return row.workspaces.join(", ") + (more > 0 ? ` +${more}` : "");
}

export const STATES: Readonly<Record<RowState, string>> = {
  active: "Active",
  pending: "Pending",
  invitation_expired: "Invitation expired",
  invitation_failed: "Invitation failed",
  suspended: "Suspended",
};

export const ACTIVITIES: Readonly<Record<Activity, string>> = {
  today: "In the last 24 hours",
  week: "1 to 7 days ago",
  month: "7 to 30 days ago",
  quarter: "30 to 90 days ago",
  older: "More than 90 days ago",
  never: "Never",
};

/** Wire values of the roles in their order, and the names that people read; `""` is a user without one. */
export const ROLES: readonly (readonly [string, string])[] = [
  ["admin", "Admin"],
  ["billing_admin", "Billing Admin"],
  ["user_admin", "User Admin"],
  ["member", "Member"],
  ["", "No role"],
];

/** A search quoted back: of a long one, its beginning. */
export const shortened = (text: string): string => {
  const letters = [...text.slice(0, 200)];
  return letters.length > 60 || text.length > 200 ? `${letters.slice(0, 60).join("")}…` : text;
};

/** "an Admin", "a Member". */
export const article = (word: string): string => (/^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`);

/** "row 40 of 12,408"; "row 4 of 1,377 matches" while a search or a filter narrows the list. */
export const place = (index: number, total: number, narrowed: boolean): string =>
  `row ${count(index + 1)} of ${narrowed ? counted(total, "match", "matches") : count(total)}`;
