/** The list of workspaces, by windows of rows. */
import type { Host } from "../host/host";
import type { WorkspaceQuery, WorkspaceRow, WorkspacesWindow } from "../host/types";
import { Listing } from "./listing";

const ALL_WORKSPACES: WorkspaceQuery = { search: "", sort: "name", descending: false };

export class Workspaces extends Listing<WorkspaceQuery, WorkspaceRow> {
  constructor(host: Host, organization: string) {
    super(host, organization, ALL_WORKSPACES);
  }

  protected override read(query: WorkspaceQuery, offset: number, limit: number): Promise<WorkspacesWindow> {
    return this.host.workspacesWindow(this.organization, query, offset, limit);
  }
}
