/** What the window may ask of Rust: one method per command, so that a fake can stand in for tests. */
import type {
  AccessExplained, Added, Adding, AddressView, AddUser, AddView, BillingView, ChangePreview, Changes, ChangeUsers, ChangeView, Confirm, Connect,
  CreatedWorkspace, CreateWorkspace, DeleteWorkspace, DeletionView, DemoMessage, EditChange, EditView, Exported, ExportProgress, ExportUsers, Fate,
  FileFormat, GeneralView, Holding, HoldView, ImportView, InviteesAdded, InviteesRead, InviteesWindow, InvoicesWindow, InvoiceView, JournalExported,
  JournalQuery, JournalVerified, JournalWindow, ListView, MoveChanges, OrganizationCard, OutboxQuery, OutboxView, PlanExported, PlanView, PlanWindow, PreviewWindow,
  Receipt, RemovalView, Removed, RemoveOrganization, RenameWorkspace, ReplaceEmail, ReplaceView, RoleExplained, SavedView, SaveSettings,
  SaveUser, SaveView, Selection, Sent, SessionView, Stale, SubscriptionPreview, SubscriptionWish, UserAction, UserDetails, UserQuery,
  UsersWindow, WorkspaceChoice, WorkspaceDeletion, WorkspaceDetails, WorkspaceQuery, WorkspacesWindow,
} from "./types";
import type { Language } from "../text/say";

/** Every method rejects with a `Failure`. */
export interface Host {
  /** Says everything in the language that was chosen, or in the system's; answers which one that is. */
  speak(chosen: Language | null): Promise<Language>;
  organizations(): Promise<OrganizationCard[]>;
  connect(request: Connect): Promise<OrganizationCard>;
  /** Opens the demo organization as the role with this wire value. */
  openDemo(role: string): Promise<OrganizationCard>;
  signIn(organization: string, token: string): Promise<SessionView>;
  /** What would go with an organization that is removed from this computer. */
  removal(organization: string): Promise<RemovalView>;
  removeOrganization(organization: string, remove: RemoveOrganization): Promise<Removed>;
  session(organization: string): Promise<SessionView>;
  usersWindow(organization: string, query: UserQuery, offset: number, limit: number): Promise<UsersWindow>;
  userDetails(organization: string, user: string): Promise<UserDetails>;
  accessExplained(organization: string, user: string): Promise<AccessExplained>;
  /** The four roles beside each other, the same in every organization. */
  roleComparison(): Promise<RoleExplained[]>;
  /** The picture's bytes (PNG or JPEG, encoded again in Rust); `null` when there is none. */
  userPicture(organization: string, user: string): Promise<ArrayBuffer | null>;
  editView(organization: string, user: string): Promise<EditView>;
  saveUser(organization: string, save: SaveUser): Promise<Receipt>;
  replaceView(organization: string, user: string): Promise<ReplaceView>;
  replaceEmail(organization: string, replace: ReplaceEmail): Promise<Receipt>;
  addView(organization: string): Promise<AddView>;
  checkAddress(organization: string, address: string): Promise<AddressView>;
  addUser(organization: string, add: AddUser): Promise<Added>;
  /** Reads a list of people, of whatever form; Rust keeps it until it is added, forgotten, or another is read. */
  readInvitees(organization: string, bytes: Uint8Array): Promise<InviteesRead>;
  /** A window of the lines, if those without a role get this one; `only` those that come to this end. */
  inviteesWindow(organization: string, list: number, role: string, only: Fate | null, offset: number, limit: number): Promise<InviteesWindow>;
  addInvitees(organization: string, list: number, role: string, onProgress: (progress: Adding) => void): Promise<InviteesAdded>;
  /** Writes the lines that are not added where the person says; answers the file's name, `null` when they said nowhere. */
  saveRefused(organization: string, list: number, role: string): Promise<string | null>;
  stopAdding(organization: string, list: number): Promise<void>;
  forgetInvitees(organization: string, list: number): Promise<void>;
  /** What an action would do to those selected; the rows are a window of those of one verdict. */
  previewChange(organization: string, selection: Selection, action: UserAction, window: PreviewWindow): Promise<ChangePreview>;
  changeUsers(organization: string, change: ChangeUsers): Promise<Receipt>;
  /** The workspaces to choose among; to whoever sees nothing else those granted. */
  workspaces(organization: string): Promise<WorkspaceChoice[]>;
  workspacesWindow(organization: string, query: WorkspaceQuery, offset: number, limit: number): Promise<WorkspacesWindow>;
  workspaceDetails(organization: string, workspace: string): Promise<WorkspaceDetails>;
  createWorkspace(organization: string, create: CreateWorkspace): Promise<CreatedWorkspace>;
  renameWorkspace(organization: string, rename: RenameWorkspace): Promise<Receipt>;
  /** What the deletion would take along. */
  workspaceDeletion(organization: string, workspace: string): Promise<WorkspaceDeletion>;
  deleteWorkspace(organization: string, deletion: DeleteWorkspace): Promise<Receipt>;
  general(organization: string): Promise<GeneralView>;
  saveGeneral(organization: string, save: SaveSettings): Promise<Receipt>;
  billing(organization: string): Promise<BillingView>;
  saveBilling(organization: string, save: SaveSettings): Promise<Receipt>;
  /** What another plan and other seats would mean; refuses what can't be asked for. */
  previewSubscription(organization: string, wish: SubscriptionWish): Promise<SubscriptionPreview>;
  changeSubscription(organization: string, save: SaveSettings): Promise<Receipt>;
  /** What has to be typed before the subscription is cancelled. */
  cancelView(organization: string): Promise<Confirm>;
  /** With the server alone: nothing waits. Answers how it stands then, as a sentence. */
  cancelSubscription(organization: string, typed: string): Promise<string>;
  resumeSubscription(organization: string): Promise<string>;
  invoices(organization: string, offset: number, limit: number): Promise<InvoicesWindow>;
  invoice(organization: string, invoice: string): Promise<InvoiceView>;
  /** Writes an invoice to print where the person says; answers the file's name, `null` when they said nowhere. */
  saveInvoice(organization: string, invoice: string): Promise<string | null>;
  /** Opens the page where the payment method is managed, whose address Rust knows, in the system's browser. */
  openPaymentPage(organization: string): Promise<void>;
  deletionView(organization: string): Promise<DeletionView>;
  /** With the server alone. Answers what became of it, as a sentence. */
  deleteOrganization(organization: string, typed: string): Promise<string>;
  /** The saved views, by name. */
  views(organization: string): Promise<SavedView[]>;
  saveView(organization: string, view: SaveView): Promise<SavedView>;
  deleteView(organization: string, id: string): Promise<void>;
  /** Asks where the file goes, and writes every user of the view there; `null` when no file was named. */
  exportUsers(organization: string, exporting: ExportUsers, onProgress: (progress: ExportProgress) => void): Promise<Exported | null>;
  /** Calls off what is being exported. */
  exportCancel(): Promise<void>;
  /** The view, or only those selected, as CSV for the clipboard. */
  copyUsers(organization: string, shows: ListView, only: Selection | null): Promise<string>;
  outbox(organization: string, query: OutboxQuery): Promise<OutboxView>;
  /** Nothing leaves before *Send*, or what is asked for goes out by itself. */
  outboxHold(organization: string, holding: Holding): Promise<HoldView>;
  /** What sending these would do; nothing is sent. */
  outboxPlan(organization: string, changes: Changes, window: PlanWindow): Promise<PlanView>;
  /** `typed` is what the plan asked to be typed. */
  outboxSend(organization: string, changes: Changes, typed: string | null): Promise<Sent>;
  /** Takes back waiting changes, drops refused ones, keeps theirs in a conflict; answers how many. */
  outboxTakeBack(organization: string, changes: Changes): Promise<number>;
  /** Answers a conflict or a refusal: asks for the same again, on top of what the server has now. */
  outboxAskAgain(organization: string, changes: Changes): Promise<Receipt>;
  /** Answers a conflict whose edits don't overlap: asks for both. */
  outboxCombine(organization: string, changes: Changes): Promise<Receipt>;
  /** The values of a change that waits, as they are edited. */
  outboxChangeView(organization: string, change: string): Promise<ChangeView>;
  /** Gives a change that waits other values; it keeps its place. */
  outboxEdit(organization: string, edit: EditChange): Promise<Receipt>;
  /** Puts changes that wait before another, or behind all; answers how many were moved. */
  outboxMove(organization: string, moving: MoveChanges): Promise<number>;
  /** The person has seen what was done: it may leave the list. */
  outboxSeen(organization: string): Promise<void>;
  /** Asks where the file goes, and writes them there as a plan, with what must go before them; `null` when no file was named. */
  outboxExport(organization: string, changes: Changes): Promise<PlanExported | null>;
  /** What importing a plan's bytes would queue. */
  outboxImportView(organization: string, bytes: Uint8Array, window: PlanWindow): Promise<ImportView>;
  /** Queues all of a plan, or nothing; it is held until it is sent. */
  outboxImport(organization: string, bytes: Uint8Array): Promise<Receipt>;
  /** A window of the journal; until as many lines were looked at as there are, the search goes on with the next call. */
  journal(organization: string, query: JournalQuery, offset: number, limit: number): Promise<JournalWindow>;
  /** Walks the whole chain; with a seal that was kept it is held against that. */
  journalVerify(organization: string, kept: string | null): Promise<JournalVerified>;
  /** Asks where the file goes, and writes the lines there; `null` when no file was named. */
  journalExport(
    organization: string, query: JournalQuery, format: FileFormat, onProgress: (progress: ExportProgress) => void,
  ): Promise<JournalExported | null>;
  /** The e-mails of the demo organization, newest first. */
  demoMailbox(organization: string): Promise<DemoMessage[]>;
  /** Opens the link of one of these e-mails in the system's browser. */
  openInvitation(organization: string, link: string): Promise<void>;
  refresh(organization: string): Promise<void>;
  /** Calls back whenever something became stale, for as long as the page lives. */
  watch(onStale: (stale: Stale) => void): Promise<void>;
}
