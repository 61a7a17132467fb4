/** The one workspace on screen: its details, and who is in it. */
import type { Host } from "../host/host";
import type { WorkspaceDetails } from "../host/types";
import { ALL_USERS, People } from "./people";
import { Selection } from "./selection";
import { Shown } from "./shown";

export class Workspace extends Shown<WorkspaceDetails> {
  readonly people: People;
  /** Of those who are in it. */
  readonly selection = new Selection();

  constructor(host: Host, organization: string) {
    super((workspace) => host.workspaceDetails(organization, workspace));
    this.people = new People(host, organization);
    this.people.subscribe(() => {
      this.selection.asked(this.people.query);
      this.changed();
    });
    this.selection.subscribe(() => this.changed());
  }

  override async open(workspace: string): Promise<void> {
    if (this.id === workspace) return;
    this.selection.clear();
    this.people.ask({ ...ALL_USERS, workspaces: [workspace] });
    await super.open(workspace);
  }

  override async stale(): Promise<void> {
    if (this.id === null) return;
    this.people.stale();
    await super.stale();
    // A workspace that waited to be created has an id of the server's by now.
    const now = this.own?.row.id ?? this.id;
    if (now === null || now === this.id) return;
    this.becomes(now);
    this.people.ask({ workspaces: [now] });
  }
}
