/** The fake host's users: the list, one of them, and what is done to one or many. */
import { Failure } from "../failure";
import type { Host } from "../host";
import type {
  AccessExplained, ChangePreview, ChangeUsers, EditView, PreviewWindow, Receipt, ReplaceEmail, ReplaceView, RoleExplained, SaveUser, Selection,
  UserAction, UserDetails, UserQuery, UsersWindow,
} from "../types";
import { checkAddress } from "./additions";
import type { FakeKept } from "./kept";
import { previewed, type Verdicts } from "./many";
import { ROLE_TITLES } from "./people";
import { answer } from "./question";
import { actionsOf, edit, editView, everyWorkspace, mayDo, replaceEmail, replaceView, roles, summary, VIEW_USERS } from "./rights";

export function usersOf(kept: FakeKept) {
  function verdicts(selection: Selection, action: UserAction): Verdicts {
    const all = selection.kind === "ids"
      ? selection.ids.map((id) => kept.laidOver(kept.person(id)))
      : answer(kept.shown(), selection.query, (id) => kept.workspacesOf(id), Date.now()).filter((row) => !selection.except.includes(row.id));
    return all.map((row) => {
      const { kind, reason } = mayDo(kept.scenario.role, action.kind, row, kept.me);
      const so = action.kind === "set_role" && row.role === action.role;
      return { row, verdict: so ? "already_so" : kind === "denied" ? "not_allowed" : "will_change", reason: so ? "Has this role already." : reason };
    });
  }

  const commands = {
    async usersWindow(_organization: string, query: UserQuery, offset: number, limit: number): Promise<UsersWindow> {
      kept.calls.push({ command: "users_window", args: [query, offset, limit] });
      if (kept.scenario.role === "member") throw new Failure("denied", VIEW_USERS.member);
      const question = `${kept.generation} ${JSON.stringify(query)}`;
      if (kept.answered?.question !== question) {
        kept.answered = { question, rows: answer(kept.shown(), query, (id) => kept.workspacesOf(id), Date.now()) };
      }
      const found = kept.answered.rows;
      return { generation: kept.generation, total: found.length, offset, rows: found.slice(offset, offset + limit) };
    },

    async userDetails(_organization: string, user: string): Promise<UserDetails> {
      const person = kept.person(user);
      const row = kept.laidOver(person);
      const changes = kept.changes.filter((change) => change.resource === user);
      const has = kept.workspacesOf(user);
      const waiting = (id: string): string | null => {
        const change = changes.find((each) => each.value === id && each.state !== "done");
        return change ? (change.verb === "grant_workspace" ? "added" : "removed") : null;
      };
      return {
        row,
        sentAt: person.state === "active" ? null : new Date(person.created).toISOString(),
        failure: person.state === "invitation_failed" ? "the mailbox does not exist" : null,
        workspaces: kept.spaces.filter((space) => has.includes(space.id) || waiting(space.id) === "removed")
          .map((space) => ({ ...space, waiting: waiting(space.id), contacts: person.contacts % 17 })),
        everyWorkspace: everyWorkspace(row.role), contacts: person.contacts, contactWorkspaces: Math.min(3, has.length), changes, isMe: user === kept.me,
        roleSummary: `As ${row.roleTitle}: ${summary(row.role)}`, edit: edit(kept.scenario.role, kept.me, user), actions: actionsOf(kept.scenario.role, kept.me, row),
        replaceEmail: replaceEmail(kept.scenario.role, kept.me, user), replacement: kept.replacement(user),
      };
    },

    async accessExplained(_organization: string, user: string): Promise<AccessExplained> {
      const row = kept.laidOver(kept.person(user));
      const known = roles().find((role) => role.role === row.role);
      return {
        role: row.role, roleTitle: row.roleTitle, summary: known?.summary ?? "“Auditor” is a role of this server that Rollcall doesn't know.",
        first: row.state === "suspended" ? "Suspended: can't sign in." : null, areas: known?.areas ?? [],
      };
    },

    async roleComparison(): Promise<RoleExplained[]> {
      return roles();
    },

    async userPicture(): Promise<ArrayBuffer | null> {
      return null;
    },

    async editView(_organization: string, user: string): Promise<EditView> {
      return editView(kept.scenario.role, kept.me, kept.laidOver(kept.person(user)), kept.workspacesOf(user));
    },

    async saveUser(_organization: string, save: SaveUser): Promise<Receipt> {
      kept.calls.push({ command: "save_user", args: [save] });
      const person = kept.person(save.user);
      const row = kept.laidOver(person);
      if (save.role !== undefined) kept.queue(save, "set_role", save.role, "Role", row.roleTitle, ROLE_TITLES[save.role] ?? save.role);
      if (save.displayName !== undefined) kept.queue(save, "set_display_name", save.displayName, "Display name", row.name, save.displayName || "No name");
      if (save.picture !== undefined) kept.queue(save, "set_picture", save.picture, "Picture", "No picture", save.picture || "No picture");
      kept.access(save, "grant_workspace", save.grant);
      kept.access(save, "revoke_workspace", save.revoke);
      const mine = kept.changes.filter((change) => change.operation === save.operation);
      kept.stale("session", "users", "outbox");
      if (kept.scenario.link.kind === "online") {
        setTimeout(() => mine.filter((change) => change.state === "waiting").forEach((change) => kept.settle(change.id, "done")), kept.scenario.undo);
      }
      const what = save.role === undefined ? `${mine.length} workspaces` : `${row.roleTitle} → ${ROLE_TITLES[save.role]}`;
      return { operation: save.operation, queued: mine.length, applied: 0, message: `Waiting in Outbox: ${row.name}, ${what}. Nothing has changed on the server.` };
    },

    async replaceView(organization: string, user: string): Promise<ReplaceView> {
      const { row, workspaces } = await commands.userDetails(organization, user);
      return replaceView(kept.scenario.role, kept.me, row, workspaces);
    },

    async replaceEmail(_organization: string, replace: ReplaceEmail): Promise<Receipt> {
      kept.calls.push({ command: "replace_email", args: [replace] });
      const { address } = checkAddress(kept.people, replace.address);
      const { operation, user } = replace;
      const fresh = kept.add(operation, address, kept.person(user).role);
      kept.queue({ operation, user }, "delete_user", fresh, "User", "Member", "Deleted");
      kept.changes.at(-1)!.state = replace.delete === "at_once" ? "blocked" : "waits_for_acceptance";
      kept.stale("session", "users", "outbox");
      return { operation, queued: 2, applied: 0, message: `Replace e-mail of ${kept.person(user).name}. Nothing has changed on the server.` };
    },

    async previewChange(_organization: string, selection: Selection, action: UserAction, window: PreviewWindow): Promise<ChangePreview> {
      kept.calls.push({ command: "preview_change", args: [selection, action, window] });
      return previewed(action, verdicts(selection, action), window);
    },

    async changeUsers(_organization: string, change: ChangeUsers): Promise<Receipt> {
      kept.calls.push({ command: "change_users", args: [change] });
      const rows = verdicts(change.selection, change.action).filter((each) => each.verdict === "will_change").map((each) => each.row);
      const { confirm } = previewed(change.action, verdicts(change.selection, change.action), { verdict: "will_change", offset: 0, limit: 0 });
      if (confirm && confirm.text !== change.typed) throw new Failure("not_confirmed", confirm.reason, "typed");
      for (const row of rows) {
        const save = { operation: change.operation, user: row.id };
        if (change.action.kind === "set_role") kept.queue(save, "set_role", change.action.role, "Role", row.roleTitle, ROLE_TITLES[change.action.role] ?? "");
        else if (change.action.kind === "add_to_workspaces") kept.access(save, "grant_workspace", change.action.ids);
        else if (change.action.kind === "remove_from_workspaces") kept.access(save, "revoke_workspace", change.action.ids);
        else kept.queue(save, change.action.kind === "delete" ? "delete_user" : change.action.kind, "", "User", "Member", "Deleted");
      }
      kept.stale("session", "users", "outbox");
      return { operation: change.operation, queued: rows.length, applied: 0, message: `Waiting in Outbox: ${rows.length} changes. Nothing has changed on the server.` };
    },
  } satisfies Partial<Host>;
  return commands;
}
