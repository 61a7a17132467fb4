/** What becomes of the lines of a list, in words: an icon and a word, never colour alone. */
import type { Fate, InviteeRow } from "../host/types";
import type { Mark } from "./rows";
import { say } from "./say";

export const FATES: Readonly<Record<Fate, Mark>> = {
  added: { icon: "check", tone: "good", text: say("fates-added") },
  there: { icon: "pause", tone: "waiting", text: say("fates-there") },
  denied: { icon: "lock", tone: "danger", text: say("fates-denied") },
  unreadable: { icon: "alert", tone: "danger", text: say("fates-unreadable") },
};

const FIELDS: Readonly<Record<string, string>> = {
  address: say("property-address"), name: say("property-name"), role: say("property-role"),
  workspaces: say("property-workspaces"), line: say("fates-line"),
};

/** Why a line comes to its end, with the part that is wrong and who could help. */
export function why(row: InviteeRow): string {
  const reason = row.reason ?? "";
  const told = row.field === null ? reason : say("fates-why", { field: FIELDS[row.field] ?? row.field, reason });
  return [told, row.help ?? ""].filter(Boolean).join(" ");
}
