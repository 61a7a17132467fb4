/** One open organization: everything known of it, and which part a stale topic concerns. */
import type { Host } from "../host/host";
import type {
  AccessExplained, Added, Adding as AddingProgress, AddressView, AddUser, ChangePreview, ChangeUsers, CreatedWorkspace, CreateWorkspace,
  DeleteWorkspace, EditView, Exported, ExportProgress,
  FileFormat, InviteesAdded, OrganizationCard, PreviewWindow, Receipt, RenameWorkspace, ReplaceEmail, ReplaceView, RoleExplained, SaveUser,
  Selection as Selected, SessionView, Topic, UserAction, UserDetails, WorkspaceChoice, WorkspaceDeletion,
} from "../host/types";
import { Adding } from "./adding";
import { Billing } from "./billing";
import { General } from "./general";
import { Invitees } from "./invitees";
import { Journal } from "./journal";
import { Mailbox } from "./mailbox";
import { Outbox } from "./outbox";
import { People } from "./people";
import { Pictures } from "./pictures";
import { Selection } from "./selection";
import { Session } from "./session";
import { Shown } from "./shown";
import { Views } from "./views";
import { Workspace } from "./workspace";
import { Workspaces } from "./workspaces";

export class OpenOrganization {
  readonly card: OrganizationCard;
  readonly session: Session;
  readonly people: People;
  /** The user whose details are on screen. */
  readonly details: Shown<UserDetails>;
  /** The workspaces, and the one of them that is on screen. */
  readonly workspaceList: Workspaces;
  readonly workspace: Workspace;
  readonly outbox: Outbox;
  readonly journal: Journal;
  readonly selection = new Selection();
  readonly pictures: Pictures;
  readonly views: Views;
  /** Only the demo has one: elsewhere e-mails go to people. */
  readonly mailbox: Mailbox | null;
  readonly adding: Adding;
  readonly general: General;
  readonly billing: Billing;
  readonly #host: Host;
  /** The role that was told last, `null` where it isn't known; not told yet at first. */
  #role: string | null | undefined;

  constructor(host: Host, card: OrganizationCard) {
    this.#host = host;
    this.card = card;
    this.session = new Session(host, card.id);
    this.people = new People(host, card.id);
    this.details = new Shown((user) => host.userDetails(card.id, user));
    this.workspaceList = new Workspaces(host, card.id);
    this.workspace = new Workspace(host, card.id);
    this.outbox = new Outbox(host, card.id);
    this.journal = new Journal(host, card.id);
    this.pictures = new Pictures(host, card.id);
    this.views = new Views(host, card.id, this.people);
    this.mailbox = card.demo ? new Mailbox(host, card.id) : null;
    this.adding = new Adding(host, card.id);
    this.general = new General(host, card.id);
    this.billing = new Billing(host, card.id);
    this.session.subscribe(() => this.#onRole());
    this.people.subscribe(() => this.selection.asked(this.people.query));
  }

  /** Asks for everything: how things stand first, until which it takes, and as soon as that is told, whatever a role decides about. */
  begin(): Promise<void> {
    const told = this.session.stale();
    this.stale(["outbox"]);
    return told;
  }

  /**
   * Another role may see other things: what the list answered to the one before is no longer true. Where nobody can say how
   * things stand, nothing else can be opened either, and each question more would ask a person for the keychain once more.
   */
  #onRole(): void {
    const { view } = this.session;
    if (view === null || view.role === this.#role) return;
    this.#role = view.role;
    this.stale(["users", "views", "organization"]);
  }

  /** Calls back when any part changed. */
  subscribe(listener: () => void): () => void {
    const parts = [
      this.session, this.people, this.details, this.workspaceList, this.workspace, this.outbox, this.journal, this.pictures, this.views,
      this.selection, this.adding, this.general, this.billing,
      ...(this.mailbox ? [this.mailbox] : []),
    ];
    const ends = parts.map((part) => part.subscribe(listener));
    return () => ends.forEach((end) => end());
  }

  /** Fetches these topics again, and nothing else. */
  stale(topics: readonly Topic[]): void {
    if (topics.includes("session")) void this.session.stale();
    if (topics.includes("outbox")) {
      void this.outbox.stale();
      this.journal.stale();
    }
    if (topics.includes("views")) void this.views.stale();
    if (topics.includes("organization")) {
      void this.general.stale();
      void this.billing.stale();
      // Whether anybody can be added is a question of seats, too.
      void this.adding.stale();
    }
    if (topics.includes("users")) {
      this.people.stale();
      this.pictures.stale();
      void this.details.stale();
      if (this.workspaceList.begun) this.workspaceList.stale();
      void this.workspace.stale();
      // Whoever was added, or invited again, was sent something.
      void this.mailbox?.stale();
    }
  }

  refresh(): Promise<void> {
    return this.#host.refresh(this.card.id);
  }

  signIn(token: string): Promise<SessionView> {
    return this.#host.signIn(this.card.id, token);
  }

  /** Everyone, as a list of its own. */
  everybody(): People {
    return new People(this.#host, this.card.id);
  }

  workspaces(): Promise<WorkspaceChoice[]> {
    return this.#host.workspaces(this.card.id);
  }

  createWorkspace(create: CreateWorkspace): Promise<CreatedWorkspace> {
    return this.#host.createWorkspace(this.card.id, create);
  }

  renameWorkspace(rename: RenameWorkspace): Promise<Receipt> {
    return this.#host.renameWorkspace(this.card.id, rename);
  }

  workspaceDeletion(workspace: string): Promise<WorkspaceDeletion> {
    return this.#host.workspaceDeletion(this.card.id, workspace);
  }

  deleteWorkspace(deletion: DeleteWorkspace): Promise<Receipt> {
    return this.#host.deleteWorkspace(this.card.id, deletion);
  }

  accessExplained(user: string): Promise<AccessExplained> {
    return this.#host.accessExplained(this.card.id, user);
  }

  roleComparison(): Promise<RoleExplained[]> {
    return this.#host.roleComparison();
  }

  editView(user: string): Promise<EditView> {
    return this.#host.editView(this.card.id, user);
  }

  checkAddress(address: string): Promise<AddressView> {
    return this.#host.checkAddress(this.card.id, address);
  }

  addUser(add: AddUser): Promise<Added> {
    return this.#host.addUser(this.card.id, add);
  }

  /** Reads a list, whose lines without a role get this one. */
  async readInvitees(bytes: Uint8Array, role: string): Promise<Invitees> {
    return new Invitees(this.#host, this.card.id, await this.#host.readInvitees(this.card.id, bytes), role);
  }

  addInvitees(invitees: Invitees, onProgress: (progress: AddingProgress) => void): Promise<InviteesAdded> {
    return this.#host.addInvitees(this.card.id, invitees.list.id, invitees.role, onProgress);
  }

  saveRefused({ list, role }: Invitees): Promise<string | null> {
    return this.#host.saveRefused(this.card.id, list.id, role);
  }

  stopAdding(list: number): Promise<void> {
    return this.#host.stopAdding(this.card.id, list);
  }

  forgetInvitees(list: number): Promise<void> {
    return this.#host.forgetInvitees(this.card.id, list);
  }

  previewChange(selection: Selected, action: UserAction, window: PreviewWindow): Promise<ChangePreview> {
    return this.#host.previewChange(this.card.id, selection, action, window);
  }

  changeUsers(change: ChangeUsers): Promise<Receipt> {
    return this.#host.changeUsers(this.card.id, change);
  }

  save(save: SaveUser): Promise<Receipt> {
    return this.#host.saveUser(this.card.id, save);
  }

  replaceView(user: string): Promise<ReplaceView> {
    return this.#host.replaceView(this.card.id, user);
  }

  replaceEmail(replace: ReplaceEmail): Promise<Receipt> {
    return this.#host.replaceEmail(this.card.id, replace);
  }

  /** Writes what the list shows, or those selected, into a file that the person names; `null` when they name none. */
  export(format: FileFormat, selected: boolean, onProgress: (progress: ExportProgress) => void): Promise<Exported | null> {
    const only = selected ? { only: this.selection.selected } : {};
    return this.#host.exportUsers(this.card.id, { shows: this.views.shows, format, ...only }, onProgress);
  }

  exportCancel(): Promise<void> {
    return this.#host.exportCancel();
  }

  /** What the list shows, or those selected, as CSV for the clipboard. */
  copy(selected: boolean): Promise<string> {
    return this.#host.copyUsers(this.card.id, this.views.shows, selected ? this.selection.selected : null);
  }
}
