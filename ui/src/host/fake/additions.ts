/** The fake's part in adding users: as much of reading a list as the window needs to be looked at. */
import { Failure } from "../failure";
import type { AddressView, AddView, Fate, FateCounts, InviteeRow, InviteesRead, InviteesWindow } from "../types";
import { ROLE_TITLES, type Person } from "./people";
import { everyWorkspace, mayAdd, summary } from "./rights";

/** A person who was added a moment ago. */
export const newcomer = (id: string, address: string, role: string): Person => ({
  id, name: address, email: address, role, workspaces: [], state: "pending", lastActive: null,
  expiresAt: Date.now() + 7 * 86_400_000, created: Date.now(), contacts: 0,
});

export const addView = (actor: string): AddView => ({
  verdict: mayAdd(actor, "member"),
  roles: Object.entries(ROLE_TITLES).map(([role, title]) => ({
    role, title, summary: summary(role), everyWorkspace: everyWorkspace(role), current: false, difference: null, verdict: mayAdd(actor, role),
  })),
});

export function checkAddress(people: readonly Person[], text: string): AddressView {
  const address = text.trim();
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) {
    throw new Failure("address_invalid", "This address has no @: name@example.com is one that has.", "address");
  }
  const has = people.find((person) => person.email.toLowerCase() === address.toLowerCase());
  return { address, taken: has ? `${has.name} has this e-mail address already.` : null, user: has?.id ?? null };
}

/** A list that was read. */
export class FakeList {
  readonly read: InviteesRead;
  readonly #rows: InviteeRow[];

  constructor(id: number, bytes: Uint8Array, people: readonly Person[]) {
    const taken = new Set(people.map((person) => person.email.toLowerCase()));
    const lines = new TextDecoder().decode(bytes).split(/[\n,;]/);
    this.#rows = lines.flatMap((text, at) => (text.trim() === "" ? [] : [row(text.trim(), at + 1, taken)]));
    this.read = { id, total: this.#rows.length, how: "Read as a list of addresses." };
  }

  /** The lines that come to an end, if the others get this role. */
  rows(actor: string, role: string, only: Fate | null): InviteeRow[] {
    const verdict = mayAdd(actor, role);
    const rows = this.#rows.map((line): InviteeRow => {
      if (line.fate !== "added") return line;
      const denied = verdict.kind === "denied";
      return { ...line, role: ROLE_TITLES[role] ?? role, fate: denied ? "denied" : "added", reason: verdict.reason, help: verdict.help };
    });
    return only === null ? rows : rows.filter((line) => line.fate === only);
  }

  window(actor: string, role: string, only: Fate | null, offset: number, limit: number): InviteesWindow {
    const counts: FateCounts = { added: 0, there: 0, denied: 0, unreadable: 0 };
    for (const line of this.rows(actor, role, null)) counts[line.fate]++;
    const rows = this.rows(actor, role, only);
    return { total: rows.length, offset, counts, rows: rows.slice(offset, offset + limit) };
  }
}

function row(text: string, line: number, taken: Set<string>): InviteeRow {
  const [, name = "", address = text] = /^(.*?)\s*<(.+)>$/.exec(text) ?? [];
  const nothing = { field: null, reason: null, help: null };
  const common = { line, address, name, role: "", workspaces: "" };
  if (!address.includes("@")) {
    return { ...common, ...nothing, fate: "unreadable", field: "address", reason: "This address has no @: name@example.com is one that has." };
  }
  if (taken.has(address.toLowerCase())) return { ...common, ...nothing, fate: "there", reason: "They have this e-mail address already." };
  return { ...common, ...nothing, fate: "added" };
}
