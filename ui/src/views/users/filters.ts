/** The filter chips: role, state, workspace, activity; several choices each, all chips together must hold. */
import { html, nothing, type TemplateResult } from "lit";
import { chip } from "../../components/chip";
import type { Activity, RowState, UserQuery, WorkspaceChoice } from "../../host/types";
import { count } from "../../text/format";
import { ACTIVITIES, ROLES, STATES } from "../../text/rows";
import { say } from "../../text/say";

export interface Filters {
  query: UserQuery;
  workspaces: readonly WorkspaceChoice[];
  ask: (change: Partial<UserQuery>) => void;
  /** The workspaces are about to be shown: fetch their names. */
  wantWorkspaces: () => void;
}

export const narrowed = (query: UserQuery): boolean => query.search.trim() !== "" || filtered(query);

export const filtered = (query: UserQuery): boolean =>
  query.roles.length + query.states.length + query.workspaces.length + query.activity.length > 0;

export const NO_FILTERS: Pick<UserQuery, "roles" | "states" | "workspaces" | "activity"> = {
  roles: [], states: [], workspaces: [], activity: [],
};

export function filters(of: Filters): TemplateResult {
  const { query, ask } = of;
  return html`<div class="chips" role="group" aria-label=${say("filters-label")}>
    ${chip({
      name: say("property-role"), chosen: query.roles, set: (roles) => ask({ roles }),
      choices: ROLES.map(([id, label]) => ({ id, label })),
    })}
    ${chip<RowState>({
      name: say("property-state"), chosen: query.states, set: (states) => ask({ states }),
      choices: Object.entries(STATES).map(([id, label]) => ({ id: id as RowState, label })),
    })}
    ${chip({
      name: say("filters-workspace"), chosen: query.workspaces, set: (workspaces) => ask({ workspaces }), show: of.wantWorkspaces,
      choices: of.workspaces.map((each) => ({
        id: each.id, label: each.name, ...(each.users === null ? {} : { hint: count(each.users) }),
      })),
    })}
    ${chip<Activity>({
      name: say("filters-activity"), chosen: query.activity, set: (activity) => ask({ activity }),
      choices: Object.entries(ACTIVITIES).map(([id, label]) => ({ id: id as Activity, label })),
    })}
    ${filtered(query)
      ? html`<button type="button" class="button-link" @click=${() => ask(NO_FILTERS)}>${say("filters-clear")}</button>`
      : nothing}
  </div>`;
}
