/** The fake host's saved views, and the list as a file or on the clipboard. */
import { Failure } from "../failure";
import type { Host } from "../host";
import type { Exported, ExportProgress, ExportUsers, ListView, SavedView, SaveView } from "../types";
import type { FakeKept } from "./kept";

export function viewsOf(kept: FakeKept, users: Pick<Host, "usersWindow">) {
  let views: SavedView[] = [];

  return {
    async views(): Promise<SavedView[]> {
      return [...views].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
    },

    async saveView(_organization: string, view: SaveView): Promise<SavedView> {
      kept.calls.push({ command: "save_view", args: [view] });
      const name = view.name.trim();
      if (name === "") throw new Failure("name_invalid", "Give the view a name.", "name");
      const others = views.filter((each) => each.id !== view.id);
      if (others.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
        throw new Failure("name_taken", `There is a view called “${name}” already. Choose another name.`, "name");
      }
      const saved: SavedView = { id: view.id, name, shows: view.shows, notice: null };
      views = [...others, saved];
      kept.stale("views");
      return saved;
    },

    async deleteView(_organization: string, id: string): Promise<void> {
      kept.calls.push({ command: "delete_view", args: [id] });
      views = views.filter((each) => each.id !== id);
      kept.stale("views");
    },

    async exportUsers(_organization: string, exporting: ExportUsers, onProgress: (progress: ExportProgress) => void): Promise<Exported | null> {
      kept.calls.push({ command: "export_users", args: [exporting] });
      const total = (await users.usersWindow("", exporting.shows.query, 0, 0)).total;
      onProgress({ written: total });
      return { users: total, file: `users.${exporting.format.kind}` };
    },

    async exportCancel(): Promise<void> {
      kept.calls.push({ command: "export_cancel", args: [] });
    },

    async copyUsers(_organization: string, shows: ListView): Promise<string> {
      kept.calls.push({ command: "copy_users", args: [shows] });
      const { rows } = await users.usersWindow("", shows.query, 0, kept.people.length);
      return rows.map((row) => `${row.name},${row.email}\r\n`).join("");
    },
  } satisfies Partial<Host>;
}
