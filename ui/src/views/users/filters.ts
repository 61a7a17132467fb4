/** The filter chips: role, state, workspace, activity; several choices each, all chips together must hold. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/menu";
import type { MenuItem } from "../../components/menu";
import { icon } from "../../components/icon";
import type { Activity, RowState, UserQuery, WorkspaceChoice } from "../../host/types";
import { count } from "../../text/format";
import { ACTIVITIES, ROLES, STATES } from "../../text/rows";

const CLEAR = "clear";

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

export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value];

interface Chip<T extends string> {
  name: string;
  choices: readonly { id: T; label: string; hint?: string }[];
  chosen: readonly T[];
  set: (chosen: T[]) => void;
  show?: () => void;
}

function chip<T extends string>(of: Chip<T>): TemplateResult {
  const items: MenuItem[] = of.choices.map((choice, at) => ({
    id: String(at), label: choice.label, kind: "many", checked: of.chosen.includes(choice.id),
    ...(choice.hint === undefined ? {} : { hint: choice.hint }),
  }));
  if (of.chosen.length > 0) items.push({ id: CLEAR, label: `Any ${of.name.toLowerCase()}`, kind: "action", icon: "cross", apart: true });
  const labels = of.choices.filter((choice) => of.chosen.includes(choice.id)).map((choice) => choice.label);
  const shown = labels.length > 2 ? `${labels.slice(0, 2).join(", ")} +${labels.length - 2}` : labels.join(", ");
  const button = of.chosen.length === 0
    ? html`${of.name}${icon("down")}`
    : html`<span class="clip">${of.name}: ${shown || `${of.chosen.length} chosen`}</span>${icon("down")}`;
  const onChoose = (event: CustomEvent<string>): void => {
    const choice = of.choices[Number(event.detail)];
    if (event.detail === CLEAR) of.set([]);
    else if (choice) of.set(toggled(of.chosen, choice.id));
  };
  return html`<ui-menu
    .label=${`Filter by ${of.name.toLowerCase()}`}
    .button=${button}
    .buttonClass=${of.chosen.length > 0 ? "chip chip-on" : "chip"}
    .items=${items}
    @choose=${onChoose}
    @show=${of.show ?? nothing}
  ></ui-menu>`;
}

export function filters(of: Filters): TemplateResult {
  const { query, ask } = of;
  return html`<div class="chips" role="group" aria-label="Filters">
    ${chip({
      name: "Role", chosen: query.roles, set: (roles) => ask({ roles }),
      choices: ROLES.map(([id, label]) => ({ id, label })),
    })}
    ${chip<RowState>({
      name: "State", chosen: query.states, set: (states) => ask({ states }),
      choices: Object.entries(STATES).map(([id, label]) => ({ id: id as RowState, label })),
    })}
    ${chip({
      name: "Workspace", chosen: query.workspaces, set: (workspaces) => ask({ workspaces }), show: of.wantWorkspaces,
      choices: of.workspaces.map((each) => ({
        id: each.id, label: each.name, ...(each.users === null ? {} : { hint: count(each.users) }),
      })),
    })}
    ${chip<Activity>({
      name: "Activity", chosen: query.activity, set: (activity) => ask({ activity }),
      choices: Object.entries(ACTIVITIES).map(([id, label]) => ({ id: id as Activity, label })),
    })}
    ${filtered(query)
      ? html`<button type="button" class="button-link" @click=${() => ask(NO_FILTERS)}>Clear filters</button>`
      : nothing}
  </div>`;
}
