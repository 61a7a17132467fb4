/** Everything that can be done from anywhere, once: the keyboard, F1 and the command palette read this list. */
import { toggled } from "./components/chip";
import type { Desk, Whom } from "./desk";
import type { OpenOrganization } from "./state/organization";
import { rows, setRows } from "./state/appearance";
import { count, counted } from "./text/format";
import { spoken } from "./text/names";
import { ACTIVITIES, ROLES, STATES } from "./text/rows";
import { heldBack } from "./text/status";
import { TITLES, type Kind } from "./text/user-actions";
import { closedToUs, notOpened } from "./views/closed";
import { settingsActions } from "./views/general/actions";
import { send } from "./views/outbox/send";
import { entries } from "./views/rail";
import { allSelected, bulkActions, cant } from "./views/users/bulk";
import { reason } from "./views/users/details";
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
    ...(onWorkspaces ? ofWorkspaces(desk, open) : []),
    {
      id: "create_workspace", title: "New workspace", keys: onWorkspaces ? ["Ctrl+N"] : [], unavailable: cant(open, "create_workspace"),
      run: () => desk.show({ kind: "name_workspace", workspace: null }),
    },
    { id: "search", title: "Search users", keys: onWorkspaces ? [] : SEARCH, unavailable: closed, run: () => desk.search("users") },
    { id: "add", title: "Add user", keys: onWorkspaces ? [] : ["Ctrl+N"], unavailable: closed ?? cantAdd(open), run: () => desk.show({ kind: "add" }) },
    { id: "add_many", title: "Add many users at once", keys: [], unavailable: closed ?? cantAdd(open), run: () => desk.show({ kind: "add_many" }) },
    {
      id: "edit", title: "Edit role, workspaces and profile", ...(user === null ? {} : { about: spoken(user.name) }), keys: onWorkspaces ? [] : ["Ctrl+E"],
      unavailable: closed ?? (user === null ? "Move to a user in the list first." : null),
      run: () => user && desk.show({ kind: "edit", user: user.id }),
    },
    ...ofUsers(desk, open, closed),
    {
      id: "replace_email", title: "Replace an e-mail…", ...(user === null ? {} : { about: spoken(user.name) }), keys: [],
      unavailable: closed ?? (user === null ? "Move to a user in the list first." : null),
      run: () => user && desk.show({ kind: "replace_email", user: user.id }),
    },
    ...settingsActions(desk, open),
    {
      id: "take_back", title: "Take back the last waiting change", keys: ["Ctrl+Z"],
      unavailable: waiting === 0 ? "No change waits, so there is nothing to take back." : null,
      run: () => void desk.takeBackLast(),
    },
    {
      id: "send", title: "Send what waits in the Outbox", ...(waiting === 0 ? {} : { about: counted(waiting, "change") }), keys: [],
      unavailable: waiting === 0 ? "Nothing waits to be sent." : session.view === null ? null : heldBack(session.view),
      run: () => void desk.attempt(send(desk, open, { kind: "all" })),
    },
    {
      id: "review", title: "Review the Outbox before sending…", keys: [],
      unavailable: waiting === 0 ? "Nothing waits to be sent." : null,
      run: () => desk.show({ kind: "send", changes: { kind: "all" } }),
    },
    hold(desk, open),
    { id: "refresh", title: "Refresh the list from the server", keys: ["F5", "Ctrl+R"], unavailable: null, run: () => desk.refresh() },
    ...entries(desk).map(({ screen, label }, at): Action => ({
      id: `go_${screen}`, title: `Go to ${label}`, keys: [...(SCREEN_KEYS[screen] ?? []), `Ctrl+${at + 1}`], unavailable: null,
      run: () => desk.go(screen),
    })),
    ...(closed === null ? [{ id: "go_journal", title: "Go to Journal", keys: [], unavailable: null, run: () => desk.go("journal") }] : []),
  ];
}

const SEARCH = ["Ctrl+F", "/"];

/** What is done on the screen of workspaces, by the keys that elsewhere do the same to users. */
function ofWorkspaces(desk: Desk, open: OpenOrganization): Action[] {
  const { workspace } = desk;
  const about = workspace === null ? {} : { about: spoken(workspace.name) };
  const none = workspace === null ? "Move to a workspace in the list first." : null;
  return [
    { id: "search_workspaces", title: "Search workspaces", keys: SEARCH, unavailable: null, run: () => desk.search("workspaces") },
    {
      id: "add_people", title: "Add people to a workspace…", ...about, keys: [], unavailable: none ?? cant(open, "add_to_workspaces"),
      run: () => workspace && desk.show({ kind: "pick_people", workspace, created: null }),
    },
    {
      id: "rename_workspace", title: "Rename a workspace…", ...about, keys: ["F2", "Ctrl+E"], unavailable: none ?? cant(open, "rename_workspace"),
      run: () => workspace && desk.show({ kind: "name_workspace", workspace }),
    },
    {
      id: "delete_workspace", title: "Delete a workspace…", ...about, keys: ["Delete"], unavailable: none ?? cant(open, "delete_workspace"),
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
  const about = many > 0 ? `${count(many)} selected` : user && spoken(user.name);
  return ON_USERS.map((kind) => ({
    id: kind, title: TITLES[kind], ...(about === null ? {} : { about }), keys: kind === "delete" && desk.screen !== "workspaces" ? ["Delete"] : [],
    unavailable: closed ?? cant(open, kind) ?? (whom === null ? "Move to a user in the list first." : null),
    run: () => whom && desk.show({ kind: "change_users", whom, action: kind }),
  }));
}

function hold(desk: Desk, { outbox, session }: OpenOrganization): Action {
  const now = session.view?.hold;
  return {
    id: "hold", title: now?.on ? "Let changes go out by themselves again" : "Hold: nothing leaves before Send", keys: [],
    unavailable: now?.refused ?? null,
    run: () => void desk.attempt(outbox.hold(now?.on ? "off" : "on")),
  };
}

const SCREEN_KEYS: Readonly<Record<string, readonly string[]>> = { outbox: ["Ctrl+Shift+O"], settings: ["Ctrl+,"] };

function ofWindow(desk: Desk): Action[] {
  const { cards, current } = desk.profile;
  const others = (cards ?? []).filter((card) => card.id !== current?.card.id);
  return [
    { id: "commands", title: "Find a command by name", keys: ["Ctrl+K"], moves: true, unavailable: null, run: () => desk.show({ kind: "commands" }) },
    { id: "shortcuts", title: "Show the keys", keys: ["F1"], unavailable: null, run: () => desk.show({ kind: "shortcuts" }) },
    { id: "next_pane", title: "Next pane", keys: ["F6"], moves: true, unavailable: null, run: () => desk.nextPane(1) },
    { id: "previous_pane", title: "Previous pane", keys: ["Shift+F6"], moves: true, unavailable: null, run: () => desk.nextPane(-1) },
    { id: "leave", title: "Leave", keys: ["Esc"], moves: true, unavailable: null, run: () => desk.leave() },
    ...others.map((card): Action => ({
      id: `open_${card.id}`, title: `Open ${spoken(card.name)}`, ...(card.role === null ? {} : { about: card.role }), keys: [], unavailable: null,
      run: () => desk.profile.open(card.id),
    })),
    ...(current === null
      ? []
      : [...(current.card.demo ? [] : [{ id: "sign_in", title: "Sign in again…", keys: [], unavailable: null, run: () => desk.show({ kind: "sign_in" }) }]),
        { id: "remove", title: "Remove this organization from this computer…", about: spoken(current.card.name), keys: [], unavailable: null, run: () => desk.show({ kind: "remove" }) },
        { id: "connect", title: "Add an organization…", keys: [], unavailable: null, run: () => desk.show({ kind: "connect" }) }]),
  ];
}

/** What narrows the list, and how it looks. */
function ofList(desk: Desk, open: OpenOrganization): Action[] {
  const { people, views } = open;
  const { query } = people;
  const unavailable = closedReason(open);
  const show = (change: Partial<typeof query>) => (): void => {
    people.ask(change);
    desk.go("users");
  };
  const filter = (name: string, label: string, chosen: boolean, change: Partial<typeof query>): Action => ({
    id: `filter_${name}_${label}`, title: `${chosen ? "Drop the filter" : "Filter by"} ${name}: ${label}`, keys: [], unavailable, run: show(change),
  });
  const compact = rows() === "compact";
  return [
    {
      id: "clear", title: "Clear search and filters", keys: [],
      unavailable: unavailable ?? (narrowed(query) || filtered(query) ? null : "Nothing narrows the list."), run: show({ search: "", ...NO_FILTERS }),
    },
    {
      id: "view_all", title: "Show all users", keys: [], unavailable,
      run: () => {
        views.open(null);
        desk.go("users");
      },
    },
    ...(views.view ?? []).map((view): Action => ({
      id: `view_${view.id}`, title: `Show the view ${view.name}`, keys: [], unavailable,
      run: () => {
        openView(desk, open, view);
        desk.go("users");
      },
    })),
    {
      id: "select_all", title: "Select all that match", keys: [], unavailable,
      run: () => {
        open.selection.everyone(query);
        desk.go("users");
      },
    },
    ...ofSelection(desk, open),
    { id: "save_view", title: "Save what the list shows as a view…", keys: [], unavailable, run: () => desk.show({ kind: "save_view" }) },
    { id: "export", title: "Export what the list shows to a file…", keys: [], unavailable, run: () => desk.show({ kind: "export", selected: false }) },
    { id: "copy", title: "Copy what the list shows as CSV", keys: [], unavailable, run: () => void copy(desk, open, false) },
    { id: "columns", title: "Choose the columns of the list…", keys: [], unavailable, run: () => desk.show({ kind: "columns" }) },
    ...ROLES.map(([id, label]) => filter("role", label, query.roles.includes(id), { roles: toggled(query.roles, id) })),
    ...pairs(STATES).map(([id, label]) => filter("state", label, query.states.includes(id), { states: toggled(query.states, id) })),
    ...pairs(ACTIVITIES).map(([id, label]) => filter("activity", label, query.activity.includes(id), { activity: toggled(query.activity, id) })),
    {
      id: "rows", title: compact ? "Comfortable rows" : "Compact rows", keys: [], unavailable: null,
      run: () => setRows(compact ? "comfortable" : "compact"),
    },
  ];
}

/** What the bar of the selection offers, while there is one. */
const ofSelection = (desk: Desk, open: OpenOrganization): Action[] =>
  open.selection.count(open.people.total) === 0
    ? []
    : bulkActions(desk, open).map((action) => ({ ...action, id: `selected_${action.id}`, title: `Selected: ${action.title}`, keys: [] }));

const pairs = <Id extends string>(table: Readonly<Record<Id, string>>): [Id, string][] => Object.entries(table) as [Id, string][];

/** Why nobody can be added, and who could help; `null` when somebody can. */
export function cantAdd(open: OpenOrganization): string | null {
  const verdict = open.adding.view?.verdict;
  return verdict?.kind === "denied" ? reason(verdict) : null;
}

/** Why the list of users can't be worked with; `null` when it can. */
function closedReason(open: OpenOrganization): string | null {
  if (closedToUs(open)) return open.people.failure?.message ?? null;
  return notOpened(open) ? (open.session.failure?.message ?? null) : null;
}
