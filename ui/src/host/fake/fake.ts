/**
 * A host without Rust, for tests and for looking at the window in a plain browser. Never part of a release:
 * the page that the shell embeds does not import it.
 */
import type { Language } from "../../text/say";
import { Failure } from "../failure";
import type { Host } from "../host";
import type {
  AccessExplained, Added, Adding, AddressView, AddUser, AddView, BillingView, ChangePreview, Changes, ChangeUsers, ChangeView, Confirm, Connect,
  CreatedWorkspace, CreateWorkspace, DeleteWorkspace, DeletionView, DemoMessage, EditChange, EditView, Exported, ExportProgress, ExportUsers, Fate,
  FileFormat, GeneralView, Holding, HoldView, ImportView, InviteesAdded, InviteesRead, InviteesWindow, InvoicesWindow, InvoiceView, JournalExported,
  JournalKind, JournalQuery, JournalVerified, JournalWindow, Link, ListView, LostView, MoveChanges, OrganizationCard, OutboxEntry, OutboxPart,
  OutboxQuery, OutboxState, OutboxView, PlanExported, PlanView, PlanWindow, PreviewWindow, Receipt, RemovalView, Removed, RemoveOrganization,
  RenameWorkspace, ReplaceEmail, ReplacementView, ReplaceView, ResourceKind, RoleExplained, SavedView, SaveSettings, SaveUser, SaveView,
  Selection, Sent, SessionView, Stale, SubscriptionPreview, SubscriptionWish, Topic, UserAction, UserDetails, UserQuery, UserRow,
  UsersWindow, WorkspaceChoice, WorkspaceDeletion, WorkspaceDetails, WorkspaceQuery, WorkspaceRow, WorkspacesWindow,
} from "../types";
import { addView, checkAddress, FakeList, newcomer } from "./additions";
import { people, ROLE_TITLES, rowOf, type Person } from "./people";
import { FakeJournal } from "./journal";
import { CONFIRM, confirmed, DELETION, FakeBilling } from "./billing";
import { areas, fieldOf, FakeOrganization, ORGANIZATION } from "./organization";
import { bulksOf, goingWith, isOf, partOf, planOf, previewed, type Verdicts } from "./many";
import { exported, FakeImport } from "./plans";
import { answer } from "./question";
import { actionsOf, edit, editView, everyWorkspace, mayDo, offered, replaceEmail, replaceView, roles, summary, VIEW_USERS } from "./rights";
import { checkName, deletionOf, detailsOf, rowOfSpace, spaces, windowOf, type FakeSpace } from "./spaces";

export interface Scenario {
  /** Organizations that are connected already. */
  organizations: number;
  people: number;
  role: string;
  link: Link;
  /** Minutes since the list was read; `null` before the first read. */
  age: number | null;
  complete: boolean;
  /** The undo window, in milliseconds. */
  undo: number;
  /** Nothing leaves before *Send*. */
  hold: boolean;
  /** The person names a file where the system asks for one. */
  names: boolean;
  /** Changes that the role held now no longer allows. */
  lost: LostView | null;
  /** Connecting fails with this. */
  connectFails: Failure | null;
  notices: string[];
  /** Whether the server describes the organization itself. */
  described: boolean;
  /** What the demo sent. */
  messages: DemoMessage[];
}

export const USUAL: Scenario = {
  organizations: 1, people: 60, role: "admin", link: { kind: "online" }, age: 3, complete: true, undo: 5_000, hold: false, names: true, lost: null,
  connectFails: null, notices: [], described: true, messages: [],
};

/** What the journal writes when a change comes to this state. */
const JOURNALED: Partial<Record<OutboxState, JournalKind>> = {
  sending: "sending", done: "applied", rejected: "rejected", conflict: "conflict", unknown: "unknown", waiting: "requeued",
};

/** Changes that carry a value. */
const EDITABLE: ReadonlySet<string> = new Set(["set_role", "set_display_name", "set_picture", "rename_workspace", "add_user", "edit_organization", "edit_billing"]);

export interface Change extends OutboxEntry {
  kind: ResourceKind;
  /** The id of the user or the workspace. */
  resource: string;
  /** Wire value of a role, or the id of a workspace. */
  value: string;
  /** Why the policy would deny it by now. */
  denied?: string;
}

export class FakeHost implements Host {
  readonly scenario: Scenario;
  /** Removing fails with this. */
  removalFails: Failure | null = null;
  /** Every command that came in, for tests. */
  readonly calls: { command: string; args: unknown[] }[] = [];
  readonly journalKept = new FakeJournal();
  readonly #people: Person[];
  readonly #organization = new FakeOrganization();
  readonly #spaces: FakeSpace[];
  readonly billingOf = new FakeBilling(this.#organization);
  #rows: UserRow[] | null = null;
  #cards: OrganizationCard[];
  #changes: Change[] = [];
  #views: SavedView[] = [];
  #generation = 1;
  #next = 1;
  /** The last answer: scrolling asks the same again and again. */
  #answered: { question: string; rows: UserRow[] } | null = null;
  #list: FakeList | null = null;
  #onStale: (stale: Stale) => void = () => undefined;

  constructor(scenario: Partial<Scenario> = {}) {
    this.scenario = { ...USUAL, ...scenario };
    this.#people = people(this.scenario.people, 20, Date.now());
    this.#spaces = spaces(Date.now());
    const names = ["Northwind Trading", "Contoso Health", "Vereinigte Straßenbahnen"];
    this.#cards = names.slice(0, this.scenario.organizations).map((name, at) => this.#card(name, at));
  }

  #card(name: string, colour: number, demo = false): OrganizationCard {
    const role = ROLE_TITLES[this.scenario.role] ?? null;
    return { id: `o${this.#cards?.length ?? colour}`, name, url: "https://id.northwind.example/scim/v2", colour, role, demo };
  }

  get #me(): string | null {
    return this.#people[0]?.id ?? null;
  }

  /** Changes how things stand, and says so as Rust would. */
  set(change: Partial<Scenario>, ...topics: Topic[]): void {
    Object.assign(this.scenario, change);
    this.stale(...topics);
  }

  stale(...topics: Topic[]): void {
    if (topics.includes("users")) {
      this.#generation++;
      this.#rows = null;
    }
    for (const card of this.#cards) this.#onStale({ organization: card.id, topics });
  }

  /** Puts a waiting change into another state, as a server's answer would. */
  settle(id: string, state: OutboxState, more: Partial<Change> = {}): void {
    const found = this.#changes.find((change) => change.id === id);
    if (!found) return;
    Object.assign(found, { state, undoMs: null, ...more });
    if (state === "done") this.#apply(found);
    const kind = JOURNALED[state];
    if (kind) this.#write(kind, found);
    this.stale("session", "users", "outbox", "organization");
  }

  async speak(chosen: Language | null): Promise<Language> {
    return chosen ?? "en";
  }

  async organizations(): Promise<OrganizationCard[]> {
    return [...this.#cards];
  }

  async connect(request: Connect): Promise<OrganizationCard> {
    this.calls.push({ command: "connect", args: [request] });
    if (this.scenario.connectFails && request.keep === "keychain") throw this.scenario.connectFails;
    if (!request.url.startsWith("https://")) throw new Failure("url_invalid", "The address must begin with https://.", "url");
    const card = this.#card(request.name || "id.northwind.example", this.#cards.length);
    this.#cards = [...this.#cards, card];
    return card;
  }

  async demoMailbox(): Promise<DemoMessage[]> {
    return this.scenario.messages;
  }

  async openInvitation(organization: string, link: string): Promise<void> {
    this.calls.push({ command: "open_invitation", args: [organization, link] });
  }

  async openDemo(role: string): Promise<OrganizationCard> {
    this.scenario.role = role;
    const card = this.#card("Northwind Trading (demo)", 2, true);
    this.#cards = [...this.#cards, card];
    return card;
  }

  async signIn(organization: string, token: string): Promise<SessionView> {
    if (token === "") throw new Failure("token_invalid", "A token is needed.", "token");
    this.set({ link: { kind: "online" } }, "session");
    return this.session(organization);
  }

  async removal(organization: string): Promise<RemovalView> {
    const card = this.#cards.find((each) => each.id === organization);
    const changes = this.#changes.filter((change) => change.state !== "done").length;
    return {
      name: card?.name ?? "", keep: "keychain", changes, journalLines: this.journalKept.lines.length, unread: null,
      confirm: changes === 0 ? null : { text: String(changes), reason: `${changes} changes wait in it that the server doesn't have.` },
    };
  }

  async removeOrganization(organization: string, remove: RemoveOrganization): Promise<Removed> {
    this.calls.push({ command: "remove_organization", args: [organization, remove] });
    if (this.removalFails && remove.secrets === "erase") throw this.removalFails;
    const { confirm } = await this.removal(organization);
    if (confirm && confirm.text !== remove.typed) throw new Failure("not_confirmed", confirm.reason, "typed");
    this.#cards = this.#cards.filter((card) => card.id !== organization);
    this.#changes = [];
    return { left: [] };
  }

  async session(organization: string): Promise<SessionView> {
    const { role, link, age, complete, notices } = this.scenario;
    const open = (states: OutboxState[]): number => this.#changes.filter((change) => states.includes(change.state)).length;
    return {
      organization, me: this.#me, name: this.#people[0]?.name ?? null, role, roleTitle: ROLE_TITLES[role] ?? null, link,
      snapshot: {
        asOf: age === null ? null : new Date(Date.now() - age * 60_000).toISOString(),
        complete, users: this.#people.length,
        pending: this.#people.filter((person) => person.state === "pending").length,
        unreadable: [], expected: complete ? this.#people.length : Math.ceil(this.#people.length * 1.55),
      },
      waiting: open(["waiting", "held", "unconfirmed", "sending", "unknown", "blocked"]), hold: this.#hold, needsYou: open(["conflict", "rejected"]), lost: this.scenario.lost, keep: "keychain", notices, actions: offered(role), areas: areas(role, this.scenario.described),
    };
  }

  async usersWindow(_organization: string, query: UserQuery, offset: number, limit: number): Promise<UsersWindow> {
    this.calls.push({ command: "users_window", args: [query, offset, limit] });
    if (this.scenario.role === "member") throw new Failure("denied", VIEW_USERS.member);
    const question = `${this.#generation} ${JSON.stringify(query)}`;
    if (this.#answered?.question !== question) {
      this.#answered = { question, rows: answer(this.#shown(), query, (id) => this.#workspacesOf(id), Date.now()) };
    }
    const found = this.#answered.rows;
    return { generation: this.#generation, total: found.length, offset, rows: found.slice(offset, offset + limit) };
  }

  async userDetails(_organization: string, user: string): Promise<UserDetails> {
    const person = this.#person(user);
    const row = this.#laidOver(person);
    const changes = this.#changes.filter((change) => change.resource === user);
    const has = this.#workspacesOf(user);
    const waiting = (id: string): string | null => {
      const change = changes.find((each) => each.value === id && each.state !== "done");
      return change ? (change.verb === "grant_workspace" ? "added" : "removed") : null;
    };
    return {
      row,
      sentAt: person.state === "active" ? null : new Date(person.created).toISOString(),
      failure: person.state === "invitation_failed" ? "the mailbox does not exist" : null,
      workspaces: this.#spaces.filter((space) => has.includes(space.id) || waiting(space.id) === "removed")
        .map((space) => ({ ...space, waiting: waiting(space.id), contacts: person.contacts % 17 })),
      everyWorkspace: everyWorkspace(row.role), contacts: person.contacts, contactWorkspaces: Math.min(3, has.length), changes, isMe: user === this.#me,
      roleSummary: `As ${row.roleTitle}: ${summary(row.role)}`, edit: edit(this.scenario.role, this.#me, user), actions: actionsOf(this.scenario.role, this.#me, row),
      replaceEmail: replaceEmail(this.scenario.role, this.#me, user), replacement: this.#replacement(user),
    };
  }

  async accessExplained(_organization: string, user: string): Promise<AccessExplained> {
    const row = this.#laidOver(this.#person(user));
    const known = roles().find((role) => role.role === row.role);
    return {
      role: row.role, roleTitle: row.roleTitle, summary: known?.summary ?? "“Auditor” is a role of this server that Rollcall doesn't know.",
      first: row.state === "suspended" ? "Suspended: can't sign in." : null, areas: known?.areas ?? [],
    };
  }

  async roleComparison(): Promise<RoleExplained[]> {
    return roles();
  }

  async userPicture(): Promise<ArrayBuffer | null> {
    return null;
  }

  async editView(_organization: string, user: string): Promise<EditView> {
    return editView(this.scenario.role, this.#me, this.#laidOver(this.#person(user)), this.#workspacesOf(user));
  }

  async saveUser(_organization: string, save: SaveUser): Promise<Receipt> {
    this.calls.push({ command: "save_user", args: [save] });
    const person = this.#person(save.user);
    const row = this.#laidOver(person);
    if (save.role !== undefined) this.#queue(save, "set_role", save.role, "Role", row.roleTitle, ROLE_TITLES[save.role] ?? save.role);
    if (save.displayName !== undefined) this.#queue(save, "set_display_name", save.displayName, "Display name", row.name, save.displayName || "No name");
    if (save.picture !== undefined) this.#queue(save, "set_picture", save.picture, "Picture", "No picture", save.picture || "No picture");
    this.#access(save, "grant_workspace", save.grant);
    this.#access(save, "revoke_workspace", save.revoke);
    const mine = this.#changes.filter((change) => change.operation === save.operation);
    this.stale("session", "users", "outbox");
    if (this.scenario.link.kind === "online") {
      setTimeout(() => mine.filter((change) => change.state === "waiting").forEach((change) => this.settle(change.id, "done")), this.scenario.undo);
    }
    const what = save.role === undefined ? `${mine.length} workspaces` : `${row.roleTitle} → ${ROLE_TITLES[save.role]}`;
    return { operation: save.operation, queued: mine.length, applied: 0, message: `Waiting in Outbox: ${row.name}, ${what}. Nothing has changed on the server.` };
  }

  async replaceView(organization: string, user: string): Promise<ReplaceView> {
    const { row, workspaces } = await this.userDetails(organization, user);
    return replaceView(this.scenario.role, this.#me, row, workspaces);
  }

  async replaceEmail(_organization: string, replace: ReplaceEmail): Promise<Receipt> {
    this.calls.push({ command: "replace_email", args: [replace] });
    const { address } = checkAddress(this.#people, replace.address);
    const { operation, user } = replace;
    const fresh = this.#add(operation, address, this.#person(user).role);
    this.#queue({ operation, user }, "delete_user", fresh, "User", "Member", "Deleted");
    this.#changes.at(-1)!.state = replace.delete === "at_once" ? "blocked" : "waits_for_acceptance";
    this.stale("session", "users", "outbox");
    return { operation, queued: 2, applied: 0, message: `Replace e-mail of ${this.#person(user).name}. Nothing has changed on the server.` };
  }

  /** The replaced e-mail that a user is part of. */
  #replacement(user: string): ReplacementView | null {
    const deletion = this.#changes.find((change) => change.verb === "delete_user" && change.value !== "" && (change.resource === user || change.value === user));
    if (!deletion) return null;
    const addition = this.#changes.find((change) => change.verb === "add_user" && change.resource === deletion.value);
    const [old, fresh] = [this.#person(deletion.resource), this.#person(deletion.value)];
    return {
      title: `Replace e-mail of ${old.name}`, old: old.id, oldEmail: old.email, new: fresh.id, newEmail: fresh.email,
      steps: [
        { state: addition?.state ?? "done", text: `Step 1: invite ${fresh.email} with the same access.` },
        { state: deletion.state, text: `Step 2 waits for acceptance: then ${old.email} is deleted.` },
      ],
      addition: addition?.state === "waiting" ? addition.id : null, deletion: deletion.id,
    };
  }

  async addView(): Promise<AddView> {
    return addView(this.scenario.role);
  }

  async checkAddress(_organization: string, address: string): Promise<AddressView> {
    return checkAddress(this.#people, address);
  }

  async addUser(_organization: string, add: AddUser): Promise<Added> {
    this.calls.push({ command: "add_user", args: [add] });
    const { address } = checkAddress(this.#people, add.address);
    const user = this.#add(add.operation, address, add.role);
    this.stale("session", "users", "outbox");
    const message = `Waiting in Outbox: ${address}, add as ${ROLE_TITLES[add.role]}. Nothing has changed on the server.`;
    return { user, receipt: { operation: add.operation, queued: 1, applied: 0, message } };
  }

  async readInvitees(_organization: string, bytes: Uint8Array): Promise<InviteesRead> {
    this.#list = new FakeList(this.#next++, bytes, this.#people);
    if (this.#list.read.total === 0) throw new Failure("no_people", "No e-mail address stands here.", "list");
    return this.#list.read;
  }

  async inviteesWindow(_organization: string, list: number, role: string, only: Fate | null, offset: number, limit: number): Promise<InviteesWindow> {
    return this.#kept(list).window(this.scenario.role, role, only, offset, limit);
  }

  async addInvitees(_organization: string, list: number, role: string, onProgress: (progress: Adding) => void): Promise<InviteesAdded> {
    this.calls.push({ command: "add_invitees", args: [list, role] });
    const rows = this.#kept(list).rows(this.scenario.role, role, "added");
    for (const line of rows) this.#add(`operation of ${list}`, line.address, role);
    onProgress({ done: rows.length, total: rows.length });
    this.stale("session", "users", "outbox");
    return { added: rows.length, left: 0, message: `Waiting in Outbox: ${rows.length} users to add. Nothing has changed on the server.` };
  }

  async saveRefused(): Promise<string | null> {
    return "refused.csv";
  }

  async stopAdding(): Promise<void> {
    this.calls.push({ command: "stop_adding", args: [] });
  }

  async forgetInvitees(_organization: string, list: number): Promise<void> {
    if (this.#list?.read.id === list) this.#list = null;
  }

  async workspaces(): Promise<WorkspaceChoice[]> {
    return this.#spaceRows().map(({ id, name, users }) => ({ id, name, users }));
  }

  async workspacesWindow(_organization: string, query: WorkspaceQuery, offset: number, limit: number): Promise<WorkspacesWindow> {
    this.calls.push({ command: "workspaces_window", args: [query, offset, limit] });
    return windowOf(this.#spaceRows(), query, offset, limit, this.#generation);
  }

  async workspaceDetails(_organization: string, workspace: string): Promise<WorkspaceDetails> {
    const row = this.#spaceRows().find((each) => each.id === workspace);
    if (!row) throw new Failure("unknown_workspace", "This workspace does not exist any more.", "workspaces");
    return detailsOf(row, this.scenario.role, this.#changes);
  }

  async createWorkspace(_organization: string, { operation, name }: CreateWorkspace): Promise<CreatedWorkspace> {
    this.calls.push({ command: "create_workspace", args: [name] });
    const workspace = `new:${this.#next++}`;
    checkName(name, this.#spaceRows());
    this.#spaces.push({ id: workspace, name: name.trim(), contacts: 0, created: Date.now() });
    const receipt = this.#ofSpace(operation, workspace, "create_workspace", name.trim(), "Workspace", "No workspace", name.trim());
    return { workspace, receipt };
  }

  async renameWorkspace(_organization: string, { operation, workspace, name }: RenameWorkspace): Promise<Receipt> {
    this.calls.push({ command: "rename_workspace", args: [workspace, name] });
    checkName(name, this.#spaceRows().filter((row) => row.id !== workspace));
    const before = this.#spaceRows().find((row) => row.id === workspace)?.name ?? "";
    return this.#ofSpace(operation, workspace, "rename_workspace", name.trim(), "Name", before, name.trim());
  }

  async workspaceDeletion(_organization: string, workspace: string): Promise<WorkspaceDeletion> {
    return deletionOf((await this.workspaceDetails("", workspace)).row);
  }

  async deleteWorkspace(_organization: string, { operation, workspace, typed }: DeleteWorkspace): Promise<Receipt> {
    this.calls.push({ command: "delete_workspace", args: [workspace, typed] });
    const { name, confirm } = await this.workspaceDeletion("", workspace);
    if (confirm && confirm.text !== typed) throw new Failure("not_confirmed", confirm.reason, "typed");
    return this.#ofSpace(operation, workspace, "delete_workspace", "", "Workspace", name, "Deleted");
  }

  #ofSpace(operation: string, workspace: string, verb: string, value: string, subject: string, before: string, after: string): Receipt {
    this.#queue({ operation, user: workspace }, verb, value, subject, before, after);
    this.stale("session", "users", "outbox");
    const name = this.#named(workspace).name;
    return { operation, queued: 1, applied: 0, message: `Waiting in Outbox: ${name}, ${verb.replaceAll("_", " ")}. Nothing has changed on the server.` };
  }

  #spaceRows(): WorkspaceRow[] {
    const inside = (id: string): number => this.#people.filter((person) => this.#workspacesOf(person.id).includes(id)).length;
    return this.#spaces.map((space) => rowOfSpace(space, inside(space.id), this.#changes));
  }

  async general(): Promise<GeneralView> {
    return this.#organization.general(this.scenario.role, this.#changes);
  }

  async saveGeneral(_organization: string, save: SaveSettings): Promise<Receipt> {
    return this.#saveSettings("save_general", "edit_organization", save);
  }

  async billing(): Promise<BillingView> {
    return this.billingOf.view(this.scenario.role, this.#changes);
  }

  async saveBilling(_organization: string, save: SaveSettings): Promise<Receipt> {
    return this.#saveSettings("save_billing", "edit_billing", save);
  }

  async previewSubscription(_organization: string, wish: SubscriptionWish): Promise<SubscriptionPreview> {
    return this.billingOf.preview(wish);
  }

  async changeSubscription(_organization: string, save: SaveSettings): Promise<Receipt> {
    return this.#saveSettings("change_subscription", "change_subscription", save);
  }

  async cancelView(): Promise<Confirm> {
    return CONFIRM;
  }

  async cancelSubscription(_organization: string, typed: string): Promise<string> {
    this.calls.push({ command: "cancel_subscription", args: [typed] });
    confirmed(typed);
    this.billingOf.status = "cancelling";
    this.stale("organization");
    return "The subscription is cancelled and ends on 2026-12-08.";
  }

  async resumeSubscription(): Promise<string> {
    this.billingOf.status = "active";
    this.stale("organization");
    return "The subscription is active; the next period begins on 2026-12-08.";
  }

  async invoices(_organization: string, offset: number, limit: number): Promise<InvoicesWindow> {
    return this.billingOf.invoices(offset, limit);
  }

  async invoice(_organization: string, invoice: string): Promise<InvoiceView> {
    return this.billingOf.invoice(invoice);
  }

  async saveInvoice(_organization: string, invoice: string): Promise<string | null> {
    this.calls.push({ command: "save_invoice", args: [invoice] });
    return `invoice-${this.billingOf.invoice(invoice).row.number}.html`;
  }

  async openPaymentPage(): Promise<void> {
    this.calls.push({ command: "open_payment_page", args: [] });
  }

  async deletionView(): Promise<DeletionView> {
    return DELETION;
  }

  async deleteOrganization(_organization: string, typed: string): Promise<string> {
    this.calls.push({ command: "delete_organization", args: [typed] });
    confirmed(typed);
    this.set({ link: { kind: "deleted" } }, "session", "organization");
    return `${CONFIRM.text} was deleted on the server.`;
  }

  #saveSettings(command: string, verb: string, save: SaveSettings): Receipt {
    this.calls.push({ command, args: [save] });
    const { operation } = save;
    const asked = this.#organization.asked(save, this.#changes);
    for (const { field, title, was, to } of asked) this.#queue({ operation, user: ORGANIZATION }, verb, `${field}=${to}`, title, was, to);
    this.stale("session", "outbox", "organization");
    return { operation, queued: asked.length, applied: 0, message: `Waiting in Outbox: ${asked.length} settings. Nothing has changed on the server.` };
  }

  async views(): Promise<SavedView[]> {
    return [...this.#views].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  async saveView(_organization: string, view: SaveView): Promise<SavedView> {
    this.calls.push({ command: "save_view", args: [view] });
    const name = view.name.trim();
    if (name === "") throw new Failure("name_invalid", "Give the view a name.", "name");
    const others = this.#views.filter((each) => each.id !== view.id);
    if (others.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
      throw new Failure("name_taken", `There is a view called “${name}” already. Choose another name.`, "name");
    }
    const saved: SavedView = { id: view.id, name, shows: view.shows, notice: null };
    this.#views = [...others, saved];
    this.stale("views");
    return saved;
  }

  async deleteView(_organization: string, id: string): Promise<void> {
    this.calls.push({ command: "delete_view", args: [id] });
    this.#views = this.#views.filter((each) => each.id !== id);
    this.stale("views");
  }

  async exportUsers(_organization: string, exporting: ExportUsers, onProgress: (progress: ExportProgress) => void): Promise<Exported | null> {
    this.calls.push({ command: "export_users", args: [exporting] });
    const total = (await this.usersWindow("", exporting.shows.query, 0, 0)).total;
    onProgress({ written: total });
    return { users: total, file: `users.${exporting.format.kind}` };
  }

  async exportCancel(): Promise<void> {
    this.calls.push({ command: "export_cancel", args: [] });
  }

  async copyUsers(_organization: string, shows: ListView): Promise<string> {
    this.calls.push({ command: "copy_users", args: [shows] });
    const { rows } = await this.usersWindow("", shows.query, 0, this.#people.length);
    return rows.map((row) => `${row.name},${row.email}\r\n`).join("");
  }

  async previewChange(_organization: string, selection: Selection, action: UserAction, window: PreviewWindow): Promise<ChangePreview> {
    this.calls.push({ command: "preview_change", args: [selection, action, window] });
    return previewed(action, this.#verdicts(selection, action), window);
  }

  async changeUsers(_organization: string, change: ChangeUsers): Promise<Receipt> {
    this.calls.push({ command: "change_users", args: [change] });
    const rows = this.#verdicts(change.selection, change.action).filter((each) => each.verdict === "will_change").map((each) => each.row);
    const { confirm } = previewed(change.action, this.#verdicts(change.selection, change.action), { verdict: "will_change", offset: 0, limit: 0 });
    if (confirm && confirm.text !== change.typed) throw new Failure("not_confirmed", confirm.reason, "typed");
    for (const row of rows) {
      const save = { operation: change.operation, user: row.id };
      if (change.action.kind === "set_role") this.#queue(save, "set_role", change.action.role, "Role", row.roleTitle, ROLE_TITLES[change.action.role] ?? "");
      else if (change.action.kind === "add_to_workspaces") this.#access(save, "grant_workspace", change.action.ids);
      else if (change.action.kind === "remove_from_workspaces") this.#access(save, "revoke_workspace", change.action.ids);
      else this.#queue(save, change.action.kind === "delete" ? "delete_user" : change.action.kind, "", "User", "Member", "Deleted");
    }
    this.stale("session", "users", "outbox");
    return { operation: change.operation, queued: rows.length, applied: 0, message: `Waiting in Outbox: ${rows.length} changes. Nothing has changed on the server.` };
  }

  #verdicts(selection: Selection, action: UserAction): Verdicts {
    const all = selection.kind === "ids"
      ? selection.ids.map((id) => this.#laidOver(this.#person(id)))
      : answer(this.#shown(), selection.query, (id) => this.#workspacesOf(id), Date.now()).filter((row) => !selection.except.includes(row.id));
    return all.map((row) => {
      const { kind, reason } = mayDo(this.scenario.role, action.kind, row, this.#me);
      const so = action.kind === "set_role" && row.role === action.role;
      return { row, verdict: so ? "already_so" : kind === "denied" ? "not_allowed" : "will_change", reason: so ? "Has this role already." : reason };
    });
  }

  async outbox(_organization = "", query: OutboxQuery = { offset: 0, limit: 1_000 }): Promise<OutboxView> {
    const mine = this.#changes.filter((change) => query.operation === undefined || change.operation === query.operation);
    const placeOf = (change: Change): string => this.#replacement(change.resource)?.old ?? change.resource;
    const users = [...new Set(mine.filter((change) => query.part === undefined || partOf(change) === query.part).map(placeOf))];
    const many = (part: OutboxPart): number => mine.filter((change) => partOf(change) === part).length;
    return {
      bulks: bulksOf(this.#changes), total: users.length, offset: query.offset, undoMs: mine.length > 0 ? this.scenario.undo : null,
      lastWaiting: this.#changes.findLast((change) => change.state === "waiting")?.operation ?? null,
      groups: users.slice(query.offset, query.offset + query.limit).map((user) => {
        const { kind, name, email } = this.#named(user);
        return { kind, id: user, name, email, replacement: this.#replacement(user), entries: mine.filter((change) => placeOf(change) === user) };
      }),
      waiting: many("waiting"), awaiting: 0, needsYou: many("needs_you"), done: many("done"),
    };
  }

  async journal(_organization: string, query: JournalQuery, offset: number, limit: number): Promise<JournalWindow> {
    this.calls.push({ command: "journal", args: [query, offset, limit] });
    return this.journalKept.window(query, offset, limit);
  }

  async journalVerify(_organization: string, kept: string | null): Promise<JournalVerified> {
    if (kept !== null && !/^\d+:[0-9a-f]{64}$/.test(kept)) throw new Failure("seal_invalid", "A seal is a number of lines, a colon, and 64 hexadecimal digits.", "kept");
    return this.journalKept.verified(kept);
  }

  async journalExport(_organization: string, query: JournalQuery, format: FileFormat): Promise<JournalExported> {
    this.calls.push({ command: "journal_export", args: [query, format] });
    return { lines: this.journalKept.window(query, 0, 0).found, file: format.kind === "json" ? "journal.jsonl" : "journal.csv" };
  }

  get #hold(): HoldView {
    const many = (state: OutboxState): number => this.#changes.filter((change) => change.state === state).length;
    return { on: this.scenario.hold, held: many("held"), unconfirmed: many("unconfirmed"), refused: null };
  }

  async outboxHold(_organization: string, holding: Holding): Promise<HoldView> {
    this.scenario.hold = holding === "on";
    if (this.scenario.hold) for (const change of this.#changes.filter((each) => each.state === "waiting")) change.state = "held";
    this.stale("session", "outbox");
    return this.#hold;
  }

  async outboxPlan(_organization: string, changes: Changes, window: PlanWindow): Promise<PlanView> {
    return planOf(changes, this.#changes, window, (id) => this.#named(id));
  }

  async outboxSend(organization: string, changes: Changes, typed: string | null): Promise<Sent> {
    this.calls.push({ command: "outbox_send", args: [changes, typed] });
    const { confirm } = await this.outboxPlan(organization, changes, { offset: 0, limit: 0 });
    if (confirm && confirm.text !== typed) throw new Failure("not_confirmed", `${confirm.reason} Type ${confirm.text} to confirm.`, "typed");
    for (const change of goingWith(changes, this.#changes)) this.settle(change.id, "done");
    return { applied: 0, needsYou: 0, waiting: 0, message: "Sent." };
  }

  async outboxTakeBack(_organization: string, changes: Changes): Promise<number> {
    this.calls.push({ command: "outbox_take_back", args: [changes] });
    const before = this.#changes.length;
    this.#changes = this.#changes.filter((change) => !isOf(changes, change) || change.state === "done");
    this.stale("session", "users", "outbox", "organization");
    return before - this.#changes.length;
  }

  async outboxAskAgain(_organization: string, changes: Changes): Promise<Receipt> {
    this.calls.push({ command: "outbox_ask_again", args: [changes] });
    const again = this.#changes.filter((change) => isOf(changes, change) && partOf(change) === "needs_you");
    for (const change of again) this.settle(change.id, "waiting", { before: change.theirs ?? change.before, theirs: null, combined: null, reason: null });
    const operation = again[0]?.operation ?? "";
    return { operation, queued: again.length, applied: 0, message: "Waiting in Outbox again. Nothing has changed on the server." };
  }

  async outboxCombine(_organization: string, changes: Changes): Promise<Receipt> {
    this.calls.push({ command: "outbox_combine", args: [changes] });
    const both = this.#changes.filter((change) => isOf(changes, change) && change.combined !== null);
    for (const change of both) this.settle(change.id, "waiting", { before: change.theirs ?? change.before, after: change.combined ?? change.after, theirs: null, combined: null, reason: null });
    return { operation: both[0]?.operation ?? "", queued: both.length, applied: 0, message: "Waiting in Outbox again. Nothing has changed on the server." };
  }

  async outboxChangeView(organization: string, id: string): Promise<ChangeView> {
    const { verb, subject, before, after, resource, value } = this.#waiting(id);
    const { name, email } = this.#named(resource);
    const roles = verb === "set_role" ? (await this.editView(organization, resource)).roles : [];
    const values: EditChange = { change: id, ...(verb === "set_role" ? { role: value } : { name: after }) };
    return { verb, subject, name, email, before, field: null, roles, values };
  }

  async outboxEdit(_organization: string, { change: id, role, name }: EditChange): Promise<Receipt> {
    this.calls.push({ command: "outbox_edit", args: [id, role ?? name] });
    const change = this.#waiting(id);
    const after = role === undefined ? (name ?? "") : (ROLE_TITLES[role] ?? role);
    if (after.trim() === "") throw new Failure("name_invalid", "Type a name.", "name");
    Object.assign(change, { value: role ?? after, after });
    this.stale("session", "users", "outbox", "organization");
    return { operation: change.operation, queued: 1, applied: 0, message: `Waiting in Outbox: ${after}. Nothing has changed on the server.` };
  }

  async outboxMove(_organization: string, { changes, before }: MoveChanges): Promise<number> {
    this.calls.push({ command: "outbox_move", args: [changes, before] });
    const moving = this.#changes.filter((change) => changes.includes(change.id));
    const staying = this.#changes.filter((change) => !changes.includes(change.id));
    const at = staying.findIndex((change) => change.id === before);
    staying.splice(at < 0 ? staying.length : at, 0, ...moving);
    this.#changes = staying;
    this.stale("outbox");
    return moving.length;
  }

  #waiting(id: string): Change {
    const found = this.#changes.find((change) => change.id === id);
    if (!found) throw new Failure("unknown_change", "There is no such change in the outbox.");
    if (found.state === "done") throw new Failure("already_sent", "This change doesn't wait any more. It can't be edited.");
    return found;
  }

  async outboxExport(_organization: string, changes: Changes): Promise<PlanExported | null> {
    this.calls.push({ command: "outbox_export", args: [changes] });
    const done = exported(changes, this.#changes);
    return this.scenario.names ? done : null;
  }

  async outboxImportView(_organization: string, bytes: Uint8Array, window: PlanWindow): Promise<ImportView> {
    return this.#import(bytes).view(this.#changes, window, (id) => this.#named(id));
  }

  async outboxImport(_organization: string, bytes: Uint8Array): Promise<Receipt> {
    const plan = this.#import(bytes);
    this.calls.push({ command: "outbox_import", args: [plan.changes.map((change) => change.id)] });
    const refused = plan.refused(this.#changes);
    if (refused) throw refused;
    this.#changes.push(...plan.changes);
    this.stale("session", "users", "outbox");
    const [first] = plan.changes;
    return { operation: first?.operation ?? "", queued: plan.changes.length, applied: 0, message: `Held in Outbox: ${plan.changes.length} changes. Nothing has changed on the server.` };
  }

  #import = (bytes: Uint8Array): FakeImport => new FakeImport(bytes, (user) => this.#laidOver(this.#person(user)));

  async outboxSeen(): Promise<void> {
    this.#changes = this.#changes.filter((change) => change.state !== "done");
    this.stale("outbox");
  }

  async refresh(): Promise<void> {
    this.calls.push({ command: "refresh", args: [] });
    if (this.scenario.link.kind === "online") this.set({ age: 0 }, "session", "users");
  }

  async watch(onStale: (stale: Stale) => void): Promise<void> {
    this.#onStale = onStale;
  }

  #person(id: string): Person {
    const found = this.#people.find((person) => person.id === id);
    if (!found) throw new Failure("unknown_user", "This user is no longer in the list.");
    return found;
  }

  #kindOf(id: string): ResourceKind {
    if (id === ORGANIZATION) return "organization";
    return this.#spaces.some((each) => each.id === id) ? "workspace" : "user";
  }

  /** What a resource is called, by its id. */
  #named(id: string): { kind: ResourceKind; name: string; email: string } {
    const kind = this.#kindOf(id);
    if (kind === "organization") return { kind, name: this.#cards[0]?.name ?? "", email: "" };
    const space = this.#spaces.find((each) => each.id === id);
    return space ? { kind, name: space.name, email: "" } : { kind, ...this.#person(id) };
  }

  #kept(list: number): FakeList {
    if (this.#list?.read.id !== list) throw new Failure("list_gone", "This list is not open any more. Read it again.");
    return this.#list;
  }

  #add(operation: string, address: string, role: string): string {
    const user = `new:${this.#next++}`;
    this.#people.push(newcomer(user, address, role));
    const save = { operation, user, grant: [], revoke: [] };
    this.#queue(save, "add_user", role, address, "Not in the organization", ROLE_TITLES[role] ?? role);
    return user;
  }

  #access(save: { operation: string; user: string }, verb: "grant_workspace" | "revoke_workspace", ids: readonly string[]): void {
    const [before, after] = verb === "grant_workspace" ? ["No access", "Access"] : ["Access", "No access"];
    for (const id of ids) this.#queue(save, verb, id, this.#spaces.find((space) => space.id === id)?.name ?? id, before, after);
  }

  #queue(save: { operation: string; user: string }, verb: string, value: string, subject: string, before: string, after: string): void {
    const now = new Date().toISOString();
    this.#changes.push({
      id: `m${this.#next++}`, operation: save.operation, kind: this.#kindOf(save.user), resource: save.user, value, verb, subject, before, after, theirs: null, combined: null, taken: false, edit: EDITABLE.has(verb) ? { kind: "allowed", reason: null, help: null } : null,
      madeAt: now, seenAt: now, state: this.scenario.hold ? "held" : "waiting", reason: null, undoMs: this.scenario.undo,
    });
    this.#write("queued", this.#changes.at(-1)!);
  }

  #write(kind: JournalKind, change: Change): void {
    const { name, email } = this.#named(change.resource);
    this.journalKept.write(kind, name, `${change.before} → ${change.after}`, { email, reason: change.reason });
  }

  #apply(change: Change): void {
    if (change.kind === "organization" && change.verb === "change_subscription") return this.billingOf.apply(...fieldOf(change));
    if (change.kind === "organization") return this.#organization.apply(change);
    if (change.kind === "workspace") return this.#applyToSpace(change);
    const person = this.#person(change.resource);
    if (change.verb === "set_role") person.role = change.value;
    else if (change.verb === "grant_workspace") person.workspaces = [...person.workspaces, change.value];
    else if (change.verb === "set_display_name") person.name = change.value;
    else if (change.verb === "revoke_workspace") person.workspaces = person.workspaces.filter((id) => id !== change.value);
  }

  #applyToSpace({ resource, verb, value }: Change): void {
    const space = this.#spaces.find((each) => each.id === resource);
    if (space && verb === "rename_workspace") space.name = value;
    if (verb === "delete_workspace") this.#spaces.splice(this.#spaces.findIndex((each) => each.id === resource), 1);
  }

  #open(user: string): Change[] {
    return this.#changes.filter((change) => change.resource === user && change.state !== "done" && change.state !== "rejected");
  }

  #workspacesOf(user: string): string[] {
    const has = new Set(this.#person(user).workspaces);
    for (const change of this.#open(user)) {
      if (change.verb === "grant_workspace") has.add(change.value);
      if (change.verb === "revoke_workspace") has.delete(change.value);
    }
    return [...has];
  }

  #shown(): UserRow[] {
    this.#rows ??= this.#people.map((person) => this.#laidOver(person));
    return this.#rows;
  }

  /** A person with the waiting changes laid over them. */
  #laidOver(person: Person): UserRow {
    const all = this.#changes.filter((change) => change.resource === person.id && change.state !== "done");
    if (all.length === 0) return rowOf(person);
    const role = this.#open(person.id).findLast((change) => change.verb === "set_role")?.value ?? person.role;
    const row = rowOf({ ...person, role, workspaces: this.#workspacesOf(person.id) });
    const worst = all.find((change) => change.state === "conflict") ? "needs_you" : all.find((change) => change.state === "rejected") ? "rejected" : "waiting";
    return { ...row, roleWas: role === person.role ? null : (ROLE_TITLES[person.role] ?? null), intent: worst };
  }
}
