/** What a screen may ask of the window around it. */
import type { Failure } from "./host/failure";
import type { Changes, JournalRow, Receipt, SavedView, Selection, UserAction } from "./host/types";
import type { OpenOrganization } from "./state/organization";
import type { Profile } from "./state/profile";
import type { Selection as Chosen } from "./state/selection";
import type { Toasts } from "./state/toasts";

export type Screen = "users" | "workspaces" | "general" | "billing" | "outbox" | "journal" | "demo_mailbox" | "settings";

/** Whom a change is about. */
export interface Whom {
  selection: Selection;
  /** The name, where they are one. */
  name: string | null;
  /** How many they are. */
  many: number;
  /** Where they were selected, which ends once it is done. */
  from: Chosen | null;
}

/** A user or a workspace, as a sentence names it. */
export interface Named {
  id: string;
  name: string;
}

/** Settings that are edited together. */
export type SettingGroup = "general" | "billing";

/** What is ended with the server alone, typed to confirm. */
export type Ending = "subscription" | "organization";

/** The one dialog that is open. */
export type Dialog =
  | { kind: "connect" }
  | { kind: "sign_in" }
  | { kind: "remove" }
  | { kind: "edit"; user: string }
  | { kind: "replace_email"; user: string }
  | { kind: "add" }
  | { kind: "add_many" }
  /** With a workspace it is about that one, and nobody chooses. */
  | { kind: "change_users"; whom: Whom; action: UserAction["kind"]; workspace?: Named }
  /** With what became of its creation, of a workspace that was just created: nobody need be picked. */
  | { kind: "pick_people"; workspace: Named; created: Receipt | null }
  /** `null` creates one. */
  | { kind: "name_workspace"; workspace: Named | null }
  | { kind: "delete_workspace"; workspace: Named }
  | { kind: "send"; changes: Changes }
  | { kind: "edit_change"; change: string }
  | { kind: "import_plan" }
  | { kind: "commands" }
  | { kind: "edit_settings"; group: SettingGroup }
  | { kind: "change_subscription" }
  | { kind: "invoice"; invoice: string }
  | { kind: "end"; what: Ending }
  | { kind: "columns" }
  | { kind: "export"; selected: boolean }
  | { kind: "save_view" }
  | { kind: "rename_view"; view: SavedView }
  | { kind: "delete_view"; view: SavedView }
  | { kind: "journal_line"; line: JournalRow }
  | { kind: "journal_days" }
  | { kind: "journal_verify" }
  | { kind: "journal_export" }
  | { kind: "shortcuts" };

export interface Desk {
  readonly profile: Profile;
  readonly toasts: Toasts;
  readonly screen: Screen;
  readonly now: Date;
  /** The user that the keyboard is on, or whose details are on screen; `null` off the list. */
  readonly user: Named | null;
  /** The workspace likewise. */
  readonly workspace: Named | null;
  go(screen: Screen): void;
  /** Goes to a list with the keyboard in its search. */
  search(screen: "users" | "workspaces"): void;
  /** Moves the keyboard to the next part of the window, or to the one before. */
  nextPane(step: 1 | -1): void;
  /** Esc outside of a dialog. */
  leave(): void;
  show(dialog: Dialog | null): void;
  /** Asks the server for what changed; says why when it can't. */
  refresh(): void;
  /** Takes back what was asked for last and still waits. */
  takeBackLast(): Promise<void>;
  /** Takes waiting changes back and says so; `what` they are, where it isn't just how many. */
  takeBack(organization: OpenOrganization, changes: Changes, what: string | null): Promise<void>;
  /** Says in a message what went wrong, with what can be done about it. */
  tell(failure: Failure): void;
  /** Awaits something that may fail, and says so in words if it does. */
  attempt(work: Promise<unknown>): Promise<boolean>;
}
