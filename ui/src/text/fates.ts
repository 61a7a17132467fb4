/** What becomes of the lines of a list, in words: an icon and a word, never colour alone. */
import type { Fate, InviteeRow } from "../host/types";
import type { Mark } from "./rows";

export const FATES: Readonly<Record<Fate, Mark>> = {
  added: { icon: "check", tone: "good", text: "Will be added" },
  there: { icon: "pause", tone: "waiting", text: "Already there" },
  denied: { icon: "lock", tone: "danger", text: "Not allowed" },
  unreadable: { icon: "alert", tone: "danger", text: "Can't be read" },
};

const FIELDS: Readonly<Record<string, string>> = {
  address: "E-mail address", name: "Name", role: "Role", workspaces: "Workspaces", line: "Line",
};

/** Why a line comes to its end, with the part that is wrong and who could help. */
export function why(row: InviteeRow): string {
  const part = row.field === null ? "" : `${FIELDS[row.field] ?? row.field}: `;
  return [part + (row.reason ?? ""), row.help ?? ""].filter(Boolean).join(" ");
}
