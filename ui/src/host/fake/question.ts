/** The fake's answer to a question about users: slow and plain, but by the same rules. */
import { fold } from "../../text/fold";
import type { Activity, UserQuery, UserRow } from "../types";

const HOUR = 3_600_000;
const STATES = ["active", "pending", "invitation_expired", "invitation_failed", "suspended"];
const RANK = ["admin", "billing_admin", "user_admin", "member"];

function band(row: UserRow, now: number): Activity | null {
  if (row.lastActive === null) return row.neverActive ? "never" : null;
  const hours = (now - Date.parse(row.lastActive)) / HOUR;
  if (hours < 24) return "today";
  if (hours < 7 * 24) return "week";
  if (hours < 30 * 24) return "month";
  return hours < 90 * 24 ? "quarter" : "older";
}

export function answer(rows: readonly UserRow[], query: UserQuery, workspacesOf: (id: string) => readonly string[], now: number): UserRow[] {
  const words = fold(query.search).split(" ").filter(Boolean);
  const any = <T>(chosen: readonly T[], value: T | null): boolean =>
    chosen.length === 0 || (value !== null && chosen.includes(value));
  const found = rows.filter((row) => {
    const text = fold(`${row.name}\n${row.email}`);
    return (
      words.every((word) => text.includes(word)) &&
      any(query.roles, row.role) &&
      any(query.states, row.state) &&
      any(query.activity, band(row, now)) &&
      (query.workspaces.length === 0 || workspacesOf(row.id).some((id) => query.workspaces.includes(id)))
    );
  });
  const key: Record<UserQuery["sort"], (row: UserRow) => string | number> = {
    name: (row) => fold(row.name),
    email: (row) => row.email,
    role: (row) => (RANK.indexOf(row.role) + RANK.length + 1) % (RANK.length + 1),
    workspaces: (row) => row.workspaceCount,
    state: (row) => STATES.indexOf(row.state),
    added: (row) => row.created ?? "",
    last_active: (row) => (row.lastActive === null ? (row.neverActive ? 1 : 0) : Date.parse(row.lastActive)),
  };
  const by = key[query.sort];
  const sign = query.descending ? -1 : 1;
  const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  return found.sort((a, b) => sign * order(by(a), by(b)) || order(key.name(a), key.name(b)));
}
