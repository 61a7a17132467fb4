/** The fake host's workspaces. */
import { Failure } from "../failure";
import type { Host } from "../host";
import type {
  CreatedWorkspace, CreateWorkspace, DeleteWorkspace, Receipt, RenameWorkspace, WorkspaceChoice, WorkspaceDeletion, WorkspaceDetails,
  WorkspaceQuery, WorkspaceRow, WorkspacesWindow,
} from "../types";
import type { FakeKept } from "./kept";
import { checkName, deletionOf, detailsOf, rowOfSpace, windowOf } from "./spaces";

export function workspacesOf(kept: FakeKept) {
  function ofSpace(operation: string, workspace: string, verb: string, value: string, subject: string, before: string, after: string): Receipt {
    kept.queue({ operation, user: workspace }, verb, value, subject, before, after);
    kept.stale("session", "users", "outbox");
    const name = kept.named(workspace).name;
    return { operation, queued: 1, applied: 0, message: `Waiting in Outbox: ${name}, ${verb.replaceAll("_", " ")}. Nothing has changed on the server.` };
  }

  function spaceRows(): WorkspaceRow[] {
    const inside = (id: string): number => kept.people.filter((person) => kept.workspacesOf(person.id).includes(id)).length;
    return kept.spaces.map((space) => rowOfSpace(space, inside(space.id), kept.changes));
  }

  const commands = {
    async workspaces(): Promise<WorkspaceChoice[]> {
      return spaceRows().map(({ id, name, users }) => ({ id, name, users }));
    },

    async workspacesWindow(_organization: string, query: WorkspaceQuery, offset: number, limit: number): Promise<WorkspacesWindow> {
      kept.calls.push({ command: "workspaces_window", args: [query, offset, limit] });
      return windowOf(spaceRows(), query, offset, limit, kept.generation);
    },

    async workspaceDetails(_organization: string, workspace: string): Promise<WorkspaceDetails> {
      const row = spaceRows().find((each) => each.id === workspace);
      if (!row) throw new Failure("unknown_workspace", "This workspace does not exist any more.", "workspaces");
      return detailsOf(row, kept.scenario.role, kept.changes);
    },

    async createWorkspace(_organization: string, { operation, name }: CreateWorkspace): Promise<CreatedWorkspace> {
      kept.calls.push({ command: "create_workspace", args: [name] });
      const workspace = `new:${kept.next++}`;
      checkName(name, spaceRows());
      kept.spaces.push({ id: workspace, name: name.trim(), contacts: 0, created: Date.now() });
      const receipt = ofSpace(operation, workspace, "create_workspace", name.trim(), "Workspace", "No workspace", name.trim());
      return { workspace, receipt };
    },

    async renameWorkspace(_organization: string, { operation, workspace, name }: RenameWorkspace): Promise<Receipt> {
      kept.calls.push({ command: "rename_workspace", args: [workspace, name] });
      checkName(name, spaceRows().filter((row) => row.id !== workspace));
      const before = spaceRows().find((row) => row.id === workspace)?.name ?? "";
      return ofSpace(operation, workspace, "rename_workspace", name.trim(), "Name", before, name.trim());
    },

    async workspaceDeletion(_organization: string, workspace: string): Promise<WorkspaceDeletion> {
      return deletionOf((await commands.workspaceDetails("", workspace)).row);
    },

    async deleteWorkspace(_organization: string, { operation, workspace, typed }: DeleteWorkspace): Promise<Receipt> {
      kept.calls.push({ command: "delete_workspace", args: [workspace, typed] });
      const { name, confirm } = await commands.workspaceDeletion("", workspace);
      if (confirm && confirm.text !== typed) throw new Failure("not_confirmed", confirm.reason, "typed");
      return ofSpace(operation, workspace, "delete_workspace", "", "Workspace", name, "Deleted");
    },
  } satisfies Partial<Host>;
  return commands;
}
