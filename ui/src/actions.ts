/** Everything that can be done from anywhere, once: the keyboard, F1 and the command palette read this list. */
import { toggled } from "./components/chip";
import type { Desk, Screen, Whom } from "./desk";
import type { OpenOrganization } from "./state/organization";
import { rows, setRows } from "./state/appearance";
import { spoken } from "./text/names";
import { ACTIVITIES, ROLES, STATES } from "./text/rows";
import { say } from "./text/say";
import { heldBack } from "./text/status";
import { TITLES, type Kind } from "./text/user-actions";
import { refusal } from "./text/verdicts";
import { closedToUs, notOpened } from "./views/closed";
import { settingsActions } from "./views/general/actions";
import { exportLabel, exportSelected } from "./views/outbox/hand-over";
import { send } from "./views/outbox/send";
import { entries } from "./views/rail";
import { allSelected, bulkActions, cant } from "./views/users/bulk";
import { copy } from "./views/users/export";
import { filtered, narrowed, NO_FILTERS } from "./views/users/filters";
import { openView } from "./views/users/views-menu";

export interface Action {
  /** Stable, unique in the list. */
  id: string;
  title: string;
  /** Whom or what it is about now; F1 leaves it out. */
  about?: string;
  /** As people read them; the first is shown beside the title. */
  keys: readonly string[];
  /** Why it can't be done now: then it is shown, and does nothing but say so. */
  unavailable: string | null;
  /** Moves the keyboard and nothing else: no command to look for by name. */
  moves?: true;
  run: () => void;
}

/** The list as things stand now, the most used first. */
export function actions(desk: Desk): Action[] {
  const open = desk.profile.current;
  return [
    ...(open === null ? [] : ofOrganization(desk, open)),
    ...ofWindow(desk),
    ...(open === null ? [] : ofList(desk, open)),
  ];
}

function ofOrganization(desk: Desk, open: OpenOrganization): Action[] {
  const { session } = open;
  const closed = closedReason(open);
  const waiting = session.view?.waiting ?? 0;
  const { user } = desk;
  const onWorkspaces = desk.screen === "workspaces";
  return [
    ...(onWorkspaces ? [...ofWorkspaces(desk, open), createWorkspace(desk, open)] : []),
    { id: "search", title: say("command-search-users"), keys: onWorkspaces ? [] : SEARCH, unavailable: closed, run: () => desk.search("users") },
    { id: "add", title: say("add-user"), keys: onWorkspaces ? [] : ["Ctrl+N"], unavailable: closed ?? cantAdd(open), run: () => desk.show({ kind: "add" }) },
    { id: "add_many", title: say("command-add-many"), keys: [], unavailable: closed ?? cantAdd(open), run: () => desk.show({ kind: "add_many" }) },
    {
      id: "edit", title: say("command-edit"), ...(user === null ? {} : { about: spoken(user.name) }), keys: onWorkspaces ? [] : ["Ctrl+E"],
      unavailable: closed ?? (user === null ? say("command-no-user") : null),
      run: () => user && desk.show({ kind: "edit", user: user.id }),
    },
    ...ofUsers(desk, open, closed),
    {
      id: "replace_email", title: say("command-replace-email"), ...(user === null ? {} : { about: spoken(user.name) }), keys: [],
      unavailable: closed ?? (user === null ? say("command-no-user") : null),
      run: () => user && desk.show({ kind: "replace_email", user: user.id }),
    },
    ...(onWorkspaces ? [] : [createWorkspace(desk, open)]),
    ...settingsActions(desk, open),
    {
      id: "take_back", title: say("command-take-back"), keys: ["Ctrl+Z"],
      unavailable: waiting === 0 ? say("command-take-back-none") : null,
      run: () => void desk.takeBackLast(),
    },
    {
      id: "send", title: say("command-send"), ...(waiting === 0 ? {} : { about: say("counted-changes", { count: waiting }) }), keys: [],
      unavailable: waiting === 0 ? say("outbox-nothing-to-send") : session.view === null ? null : heldBack(session.view),
      run: () => void desk.attempt(send(desk, open, { kind: "all" })),
    },
    {
      id: "review", title: say("command-review"), keys: [],
      unavailable: waiting === 0 ? say("outbox-nothing-to-send") : null,
      run: () => desk.show({ kind: "send", changes: { kind: "all" } }),
    },
    {
      id: "export_plan", title: exportLabel(open), keys: [], unavailable: waiting === 0 ? say("plan-nothing-waits") : null,
      run: () => exportSelected(desk, open),
    },
    { id: "import_plan", title: say("plan-import"), keys: [], unavailable: closed, run: () => desk.show({ kind: "import_plan" }) },
    hold(desk, open),
    { id: "refresh", title: say("command-refresh"), keys: ["F5", "Ctrl+R"], unavailable: null, run: () => desk.refresh() },
    ...entries(desk).map(({ screen }, at): Action => ({
      id: `go_${screen}`, title: GO_TO[screen], keys: [...(SCREEN_KEYS[screen] ?? []), `Ctrl+${at + 1}`], unavailable: null,
      run: () => desk.go(screen),
    })),
    ...(closed === null ? [{ id: "go_journal", title: GO_TO.journal, keys: [], unavailable: null, run: () => desk.go("journal") }] : []),
  ];
}

const SEARCH = ["Ctrl+F", "/"];

const createWorkspace = (desk: Desk, open: OpenOrganization): Action => ({
  id: "create_workspace", title: say("workspaces-new"), keys: desk.screen === "workspaces" ? ["Ctrl+N"] : [], unavailable: closedReason(open) ?? cant(open, "create_workspace"),
  run: () => desk.show({ kind: "name_workspace", workspace: null }),
});

/** What is done on the screen of workspaces, by the keys that elsewhere do the same to users. */
function ofWorkspaces(desk: Desk, open: OpenOrganization): Action[] {
  const { workspace } = desk;
  const about = workspace === null ? {} : { about: spoken(workspace.name) };
  const none = workspace === null ? say("command-no-workspace") : null;
  return [
    { id: "search_workspaces", title: say("workspaces-search"), keys: SEARCH, unavailable: null, run: () => desk.search("workspaces") },
    {
      id: "add_people", title: say("command-add-people"), ...about, keys: [], unavailable: none ?? cant(open, "add_to_workspaces"),
      run: () => workspace && desk.show({ kind: "pick_people", workspace, created: null }),
    },
    {
      id: "rename_workspace", title: say("command-rename-workspace"), ...about, keys: ["F2", "Ctrl+E"], unavailable: none ?? cant(open, "rename_workspace"),
      run: () => workspace && desk.show({ kind: "name_workspace", workspace }),
    },
    {
      id: "delete_workspace", title: say("command-delete-workspace"), ...about, keys: ["Delete"], unavailable: none ?? cant(open, "delete_workspace"),
      run: () => workspace && desk.show({ kind: "delete_workspace", workspace }),
    },
  ];
}

/** In the order of the palette. */
const ON_USERS: readonly Kind[] = [
  "delete", "suspend", "reactivate", "resend_invitation", "revoke_invitation", "set_role", "add_to_workspaces", "remove_from_workspaces",
];

/** What is done to those selected, else to the user that the keyboard is on. */
function ofUsers(desk: Desk, open: OpenOrganization, closed: string | null): Action[] {
  const { people, selection } = open;
  const { user } = desk;
  const many = desk.screen === "users" ? selection.count(people.total) : 0;
  const whom: Whom | null = many > 0
    ? allSelected(open)
    : user && { selection: { kind: "ids", ids: [user.id] }, name: user.name, many: 1, from: null };
  const about = many > 0 ? say("selection-some", { count: many }) : user && spoken(user.name);
  return ON_USERS.map((kind) => ({
    id: kind, title: TITLES[kind], ...(about === null ? {} : { about }), keys: kind === "delete" && desk.screen !== "workspaces" ? ["Delete"] : [],
    unavailable: closed ?? cant(open, kind) ?? (whom === null ? say("command-no-user") : null),
    run: () => whom && desk.show({ kind: "change_users", whom, action: kind }),
  }));
}

function hold(desk: Desk, open: OpenOrganization): Action {
  const { outbox, session } = open;
  const now = session.view?.hold;
  return {
    id: "hold", title: now?.on ? say("command-let-go") : say("hold-switch"), keys: [],
    unavailable: closedReason(open) ?? now?.refused ?? null,
    run: () => void desk.attempt(outbox.hold(now?.on ? "off" : "on")),
  };
}

const SCREEN_KEYS: Partial<Record<Screen, readonly string[]>> = { outbox: ["Ctrl+Shift+O"], settings: ["Ctrl+,"] };

const GO_TO: Readonly<Record<Screen, string>> = {
  users: say("command-go-users"),
  workspaces: say("command-go-workspaces"),
  general: say("command-go-general"),
  billing: say("command-go-billing"),
  outbox: say("command-go-outbox"),
  journal: say("command-go-journal"),
  demo_mailbox: say("command-go-demo-mailbox"),
  settings: say("command-go-settings"),
};

function ofWindow(desk: Desk): Action[] {
  const { cards, current } = desk.profile;
  const others = (cards ?? []).filter((card) => card.id !== current?.card.id);
  return [
    { id: "commands", title: say("command-find"), keys: ["Ctrl+K"], moves: true, unavailable: null, run: () => desk.show({ kind: "commands" }) },
    { id: "shortcuts", title: say("command-keys"), keys: ["F1"], unavailable: null, run: () => desk.show({ kind: "shortcuts" }) },
    { id: "next_pane", title: say("command-next-pane"), keys: ["F6"], moves: true, unavailable: null, run: () => desk.nextPane(1) },
    { id: "previous_pane", title: say("command-previous-pane"), keys: ["Shift+F6"], moves: true, unavailable: null, run: () => desk.nextPane(-1) },
    { id: "leave", title: say("command-leave"), keys: ["Esc"], moves: true, unavailable: null, run: () => desk.leave() },
    ...others.map((card): Action => ({
      id: `open_${card.id}`, title: say("command-open", { name: spoken(card.name) }), ...(card.role === null ? {} : { about: card.role }), keys: [], unavailable: null,
      run: () => desk.profile.open(card.id),
    })),
    ...(current === null
      ? []
      : [...(current.card.demo ? [] : [{ id: "sign_in", title: say("settings-sign-in-again"), keys: [], unavailable: null, run: () => desk.show({ kind: "sign_in" }) }]),
        { id: "remove", title: say("command-remove"), about: spoken(current.card.name), keys: [], unavailable: null, run: () => desk.show({ kind: "remove" }) },
        { id: "connect", title: say("switcher-add"), keys: [], unavailable: null, run: () => desk.show({ kind: "connect" }) }]),
  ];
}

const FILTERS = {
  role: { set: "command-filter-role", drop: "command-unfilter-role" },
  state: { set: "command-filter-state", drop: "command-unfilter-state" },
  activity: { set: "command-filter-activity", drop: "command-unfilter-activity" },
} as const;

/** What narrows the list, and how it looks. */
function ofList(desk: Desk, open: OpenOrganization): Action[] {
  const { people, views } = open;
  const { query } = people;
  const unavailable = closedReason(open);
  const show = (change: Partial<typeof query>) => (): void => {
    people.ask(change);
    desk.go("users");
  };
  const filter = (kind: keyof typeof FILTERS, id: string, choice: string, chosen: boolean, change: Partial<typeof query>): Action => ({
    id: `filter_${kind}_${id}`, title: say(FILTERS[kind][chosen ? "drop" : "set"], { choice }), keys: [], unavailable, run: show(change),
  });
  const compact = rows() === "compact";
  return [
    {
      id: "clear", title: say("word-clear-search"), keys: [],
      unavailable: unavailable ?? (narrowed(query) || filtered(query) ? null : say("command-clear-none")), run: show({ search: "", ...NO_FILTERS }),
    },
    {
      id: "view_all", title: say("command-view-all"), keys: [], unavailable,
      run: () => {
        views.open(null);
        desk.go("users");
      },
    },
    ...(views.view ?? []).map((view): Action => ({
      id: `view_${view.id}`, title: say("command-view", { name: view.name }), keys: [], unavailable,
      run: () => {
        openView(desk, open, view);
        desk.go("users");
      },
    })),
    {
      id: "select_all", title: say("command-select-all"), keys: [], unavailable,
      run: () => {
        open.selection.everyone(query);
        desk.go("users");
      },
    },
    ...ofSelection(desk, open),
    { id: "save_view", title: say("command-save-view"), keys: [], unavailable, run: () => desk.show({ kind: "save_view" }) },
    { id: "export", title: say("command-export"), keys: [], unavailable, run: () => desk.show({ kind: "export", selected: false }) },
    { id: "copy", title: say("command-copy"), keys: [], unavailable, run: () => void copy(desk, open, false) },
    { id: "columns", title: say("command-columns"), keys: [], unavailable, run: () => desk.show({ kind: "columns" }) },
    ...ROLES.map(([id, label]) => filter("role", id, label, query.roles.includes(id), { roles: toggled(query.roles, id) })),
    ...pairs(STATES).map(([id, label]) => filter("state", id, label, query.states.includes(id), { states: toggled(query.states, id) })),
    ...pairs(ACTIVITIES).map(([id, label]) => filter("activity", id, label, query.activity.includes(id), { activity: toggled(query.activity, id) })),
    {
      id: "rows", title: compact ? say("command-rows-comfortable") : say("command-rows-compact"), keys: [], unavailable: null,
      run: () => setRows(compact ? "comfortable" : "compact"),
    },
  ];
}

/** What the bar of the selection offers, while there is one. */
const ofSelection = (desk: Desk, open: OpenOrganization): Action[] =>
  open.selection.count(open.people.total) === 0
    ? []
    : bulkActions(desk, open).map((action) => ({ ...action, id: `selected_${action.id}`, title: say("command-selected", { title: action.title }), keys: [] }));

const pairs = <Id extends string>(table: Readonly<Record<Id, string>>): [Id, string][] => Object.entries(table) as [Id, string][];

/** Why nobody can be added, and who could help; `null` when somebody can. */
export const cantAdd = (open: OpenOrganization): string | null => refusal(open.adding.view?.verdict);

/** Why the list of users can't be worked with; `null` when it can. */
function closedReason(open: OpenOrganization): string | null {
  if (closedToUs(open)) return open.people.failure?.message ?? null;
  return notOpened(open) ? (open.session.failure?.message ?? null) : null;
}
