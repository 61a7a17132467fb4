/** What a row says about a user's state, activity and waiting changes: an icon and a word, never colour alone. */
import type { Activity, Presence, RowState, UserRow } from "../host/types";
import type { IconName } from "../components/icon";
import { date, daysLeft, instant, lastActive, listed } from "./format";
import { say } from "./say";
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
      return { icon: "mail", tone: "info", text: until ? say("row-pending-left", { days: daysLeft(until, now) }) : STATES.pending };
    }
    case "active": {
      const at = instant(row.lastActive);
      if (at) return lastActive(at, now);
      return row.neverActive ? say("row-never") : say("row-not-reported");
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
  return at ? date(at) : say("row-not-reported");
}

/** What waits, as a badge says it. */
export const INTENTS: Readonly<Record<string, Mark>> = {
  waiting: { icon: "clock", tone: "waiting", text: say("intent-waiting") },
  sending: { icon: "sync", tone: "info", text: say("intent-sending") },
  needs_you: { icon: "alert", tone: "danger", text: say("intent-needs-you") },
  rejected: { icon: "cross", tone: "danger", text: say("intent-rejected") },
};

const COMING = say("intent-adding");
const GOING = say("intent-deleting");

/** The badge for what waits on a user or a workspace; what is to come or to go says so, in place of *waiting*. */
export function intent(row: { intent: string | null; presence: Presence }, coming = COMING): Mark | null {
  const mark = row.intent === null ? undefined : INTENTS[row.intent];
  if (!mark) return null;
  const words: Readonly<Record<Presence, string>> = { here: mark.text, adding: coming, leaving: GOING };
  return row.intent === "waiting" ? { ...mark, text: words[row.presence] } : mark;
}

/** "Support, Sales EMEA +5": the first workspaces by name, and how many more. */
export function workspaces(row: UserRow): string {
  if (row.workspaceCount === 0) return say("row-no-workspaces");
  const more = row.workspaceCount - row.workspaces.length;
  return listed(row.workspaces) + (more > 0 ? ` +${more}` : "");
}

export const STATES: Readonly<Record<RowState, string>> = {
  active: say("state-active"),
  pending: say("state-pending"),
  invitation_expired: say("state-invitation-expired"),
  invitation_failed: say("state-invitation-failed"),
  suspended: say("state-suspended"),
};

export const ACTIVITIES: Readonly<Record<Activity, string>> = {
  today: say("activity-today"),
  week: say("activity-week"),
  month: say("activity-month"),
  quarter: say("activity-quarter"),
  older: say("activity-older"),
  never: say("row-never"),
};

/** Wire values of the roles in their order, and the names that people read; `""` is a user without one. */
export const ROLES: readonly (readonly [string, string])[] = [
  ["admin", say("role-admin")],
  ["billing_admin", say("role-billing-admin")],
  ["user_admin", say("role-user-admin")],
  ["member", say("role-member")],
  ["", say("role-none")],
];

/** A search quoted back: of a long one, its beginning. */
export const shortened = (text: string): string => {
  const letters = [...text.slice(0, 200)];
  return letters.length > 60 || text.length > 200 ? `${letters.slice(0, 60).join("")}…` : text;
};

/** "row 40 of 12,408"; "row 4 of 1,377 matches" while a search or a filter narrows the list. */
export const place = (index: number, total: number, narrowed: boolean): string =>
  narrowed ? say("row-place-narrowed", { at: index + 1, total }) : say("row-place", { at: index + 1, total });
