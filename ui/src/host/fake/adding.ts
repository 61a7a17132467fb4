/** Adding users on the fake host, one by one or from a list. */
import { Failure } from "../failure";
import type { Host } from "../host";
import type { Added, Adding, AddressView, AddUser, AddView, Fate, InviteesAdded, InviteesRead, InviteesWindow } from "../types";
import { addView, checkAddress, FakeList } from "./additions";
import type { FakeKept } from "./kept";
import { ROLE_TITLES } from "./people";

export function addingOf(kept: FakeKept) {
  let invitees: FakeList | null = null;

  function opened(list: number): FakeList {
    if (invitees?.read.id !== list) throw new Failure("list_gone", "This list is not open any more. Read it again.");
    return invitees;
  }

  return {
    async addView(): Promise<AddView> {
      return addView(kept.scenario.role);
    },

    async checkAddress(_organization: string, address: string): Promise<AddressView> {
      return checkAddress(kept.people, address);
    },

    async addUser(_organization: string, add: AddUser): Promise<Added> {
      kept.calls.push({ command: "add_user", args: [add] });
      const { address } = checkAddress(kept.people, add.address);
      const user = kept.add(add.operation, address, add.role);
      kept.stale("session", "users", "outbox");
      const message = `Waiting in Outbox: ${address}, add as ${ROLE_TITLES[add.role]}. Nothing has changed on the server.`;
      return { user, receipt: { operation: add.operation, queued: 1, applied: 0, message } };
    },

    async readInvitees(_organization: string, bytes: Uint8Array): Promise<InviteesRead> {
      invitees = new FakeList(kept.next++, bytes, kept.people);
      if (invitees.read.total === 0) throw new Failure("no_people", "No e-mail address stands here.", "list");
      return invitees.read;
    },

    async inviteesWindow(_organization: string, list: number, role: string, only: Fate | null, offset: number, limit: number): Promise<InviteesWindow> {
      return opened(list).window(kept.scenario.role, role, only, offset, limit);
    },

    async addInvitees(_organization: string, list: number, role: string, onProgress: (progress: Adding) => void): Promise<InviteesAdded> {
      kept.calls.push({ command: "add_invitees", args: [list, role] });
      const rows = opened(list).rows(kept.scenario.role, role, "added");
      for (const line of rows) kept.add(`operation of ${list}`, line.address, role);
      onProgress({ done: rows.length, total: rows.length });
      kept.stale("session", "users", "outbox");
      return { added: rows.length, left: 0, message: `Waiting in Outbox: ${rows.length} users to add. Nothing has changed on the server.` };
    },

    async saveRefused(): Promise<string | null> {
      return "refused.csv";
    },

    async stopAdding(): Promise<void> {
      kept.calls.push({ command: "stop_adding", args: [] });
    },

    async forgetInvitees(_organization: string, list: number): Promise<void> {
      if (invitees?.read.id === list) invitees = null;
    },
  } satisfies Partial<Host>;
}
