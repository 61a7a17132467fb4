/** What the fake host keeps, and what changes it: people, workspaces, changes that wait, and how things stand. */
import { Failure } from "../failure";
import type {
  DemoMessage, HoldView, JournalKind, Link, LostView, OrganizationCard, OutboxEntry, OutboxState, ReplacementView, ResourceKind, Stale,
  Topic, UserRow,
} from "../types";
import { newcomer } from "./additions";
import { FakeBilling } from "./billing";
import { FakeJournal } from "./journal";
import { fieldOf, FakeOrganization, ORGANIZATION } from "./organization";
import { people, ROLE_TITLES, rowOf, type Person } from "./people";
import { spaces, type FakeSpace } from "./spaces";

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

const USUAL: Scenario = {
  organizations: 1, people: 60, role: "admin", link: { kind: "online" }, age: 3, complete: true, undo: 5_000, hold: false, names: true, lost: null,
  connectFails: null, notices: [], described: true, messages: [],
};

/** What the journal writes when a change comes to this state. */
const JOURNALED: Partial<Record<OutboxState, JournalKind>> = {
  sending: "sending", done: "applied", rejected: "rejected", conflict: "conflict", unknown: "unknown", waiting: "requeued",
};

/** Changes that carry a value. */
const EDITABLE: ReadonlySet<string> = new Set(["set_role", "set_display_name", "set_picture", "rename_workspace", "add_user", "edit_organization", "edit_billing", "change_subscription"]);

export interface Change extends OutboxEntry {
  kind: ResourceKind;
  /** The id of the user or the workspace. */
  resource: string;
  /** Wire value of a role, or the id of a workspace. */
  value: string;
  /** Why the policy would deny it by now. */
  denied?: string;
}

export class FakeKept {
  readonly scenario: Scenario;
  /** Removing fails with this. */
  removalFails: Failure | null = null;
  /** Every command that came in, for tests. */
  readonly calls: { command: string; args: unknown[] }[] = [];
  readonly journalKept = new FakeJournal();
  readonly people: Person[];
  readonly organization = new FakeOrganization();
  readonly spaces: FakeSpace[];
  readonly billingOf = new FakeBilling(this.organization);
  rows: UserRow[] | null = null;
  cards: OrganizationCard[];
  changes: Change[] = [];
  generation = 1;
  next = 1;
  /** The last answer: scrolling asks the same again and again. */
  answered: { question: string; rows: UserRow[] } | null = null;
  onStale: (stale: Stale) => void = () => undefined;

  constructor(scenario: Partial<Scenario> = {}) {
    this.scenario = { ...USUAL, ...scenario };
    this.people = people(this.scenario.people, 20, Date.now());
    this.spaces = spaces(Date.now());
    const names = ["Northwind Trading", "Contoso Health", "Vereinigte Straßenbahnen"];
    this.cards = names.slice(0, this.scenario.organizations).map((name, at) => this.card(name, at));
  }

  card(name: string, colour: number, demo = false): OrganizationCard {
    const role = ROLE_TITLES[this.scenario.role] ?? null;
    return { id: `o${this.cards?.length ?? colour}`, name, url: "https://id.northwind.example/scim/v2", colour, role, demo };
  }

  get me(): string | null {
    return this.people[0]?.id ?? null;
  }

  /** Changes how things stand, and says so as Rust would. */
  set(change: Partial<Scenario>, ...topics: Topic[]): void {
    Object.assign(this.scenario, change);
    this.stale(...topics);
  }

  stale(...topics: Topic[]): void {
    if (topics.includes("users")) {
      this.generation++;
      this.rows = null;
    }
    for (const card of this.cards) this.onStale({ organization: card.id, topics });
  }

  /** Puts a waiting change into another state, as a server's answer would. */
  settle(id: string, state: OutboxState, more: Partial<Change> = {}): void {
    const found = this.changes.find((change) => change.id === id);
    if (!found) return;
    Object.assign(found, { state, undoMs: null, ...more });
    if (state === "done") this.apply(found);
    const kind = JOURNALED[state];
    if (kind) this.write(kind, found);
    this.stale("session", "users", "outbox", "organization");
  }

  /** The replaced e-mail that a user is part of. */
  replacement(user: string): ReplacementView | null {
    const deletion = this.changes.find((change) => change.verb === "delete_user" && change.value !== "" && (change.resource === user || change.value === user));
    if (!deletion) return null;
    const addition = this.changes.find((change) => change.verb === "add_user" && change.resource === deletion.value);
    const [old, fresh] = [this.person(deletion.resource), this.person(deletion.value)];
    return {
      title: `Replace e-mail of ${old.name}`, old: old.id, oldEmail: old.email, new: fresh.id, newEmail: fresh.email,
      steps: [
        { state: addition?.state ?? "done", text: `Step 1: invite ${fresh.email} with the same access.` },
        { state: deletion.state, text: `Step 2 waits for acceptance: then ${old.email} is deleted.` },
      ],
      addition: addition?.state === "waiting" ? addition.id : null, deletion: deletion.id,
    };
  }

  get hold(): HoldView {
    const many = (state: OutboxState): number => this.changes.filter((change) => change.state === state).length;
    return { on: this.scenario.hold, held: many("held"), unconfirmed: many("unconfirmed"), refused: null };
  }

  person(id: string): Person {
    const found = this.people.find((person) => person.id === id);
    if (!found) throw new Failure("unknown_user", "This user is no longer in the list.");
    return found;
  }

  kindOf(id: string): ResourceKind {
    if (id === ORGANIZATION) return "organization";
    return this.spaces.some((each) => each.id === id) ? "workspace" : "user";
  }

  /** What a resource is called, by its id. */
  named(id: string): { kind: ResourceKind; name: string; email: string } {
    const kind = this.kindOf(id);
    if (kind === "organization") return { kind, name: this.cards[0]?.name ?? "", email: "" };
    const space = this.spaces.find((each) => each.id === id);
    return space ? { kind, name: space.name, email: "" } : { kind, ...this.person(id) };
  }

  add(operation: string, address: string, role: string): string {
    const user = `new:${this.next++}`;
    this.people.push(newcomer(user, address, role));
    const save = { operation, user, grant: [], revoke: [] };
    this.queue(save, "add_user", role, address, "Not in the organization", ROLE_TITLES[role] ?? role);
    return user;
  }

  access(save: { operation: string; user: string }, verb: "grant_workspace" | "revoke_workspace", ids: readonly string[]): void {
    const [before, after] = verb === "grant_workspace" ? ["No access", "Access"] : ["Access", "No access"];
    for (const id of ids) this.queue(save, verb, id, this.spaces.find((space) => space.id === id)?.name ?? id, before, after);
  }

  queue(save: { operation: string; user: string }, verb: string, value: string, subject: string, before: string, after: string): void {
    const now = new Date().toISOString();
    this.changes.push({
      id: `m${this.next++}`, operation: save.operation, kind: this.kindOf(save.user), resource: save.user, value, verb, subject, before, after, theirs: null, combined: null, taken: false, edit: EDITABLE.has(verb) ? { kind: "allowed", reason: null, help: null } : null,
      madeAt: now, seenAt: now, state: this.scenario.hold ? "held" : "waiting", reason: null, undoMs: this.scenario.undo,
    });
    this.write("queued", this.changes.at(-1)!);
  }

  write(kind: JournalKind, change: Change): void {
    const { name, email } = this.named(change.resource);
    this.journalKept.write(kind, name, `${change.before} → ${change.after}`, { email, reason: change.reason });
  }

  apply(change: Change): void {
    if (change.kind === "organization" && change.verb === "change_subscription") return this.billingOf.apply(...fieldOf(change));
    if (change.kind === "organization") return this.organization.apply(change);
    if (change.kind === "workspace") return this.applyToSpace(change);
    const person = this.person(change.resource);
    if (change.verb === "set_role") person.role = change.value;
    else if (change.verb === "grant_workspace") person.workspaces = [...person.workspaces, change.value];
    else if (change.verb === "set_display_name") person.name = change.value;
    else if (change.verb === "revoke_workspace") person.workspaces = person.workspaces.filter((id) => id !== change.value);
  }

  applyToSpace({ resource, verb, value }: Change): void {
    const space = this.spaces.find((each) => each.id === resource);
    if (space && verb === "rename_workspace") space.name = value;
    if (verb === "delete_workspace") this.spaces.splice(this.spaces.findIndex((each) => each.id === resource), 1);
  }

  open(user: string): Change[] {
    return this.changes.filter((change) => change.resource === user && change.state !== "done" && change.state !== "rejected");
  }

  workspacesOf(user: string): string[] {
    const has = new Set(this.person(user).workspaces);
    for (const change of this.open(user)) {
      if (change.verb === "grant_workspace") has.add(change.value);
      if (change.verb === "revoke_workspace") has.delete(change.value);
    }
    return [...has];
  }

  shown(): UserRow[] {
    this.rows ??= this.people.map((person) => this.laidOver(person));
    return this.rows;
  }

  /** A person with the waiting changes laid over them. */
  laidOver(person: Person): UserRow {
    const all = this.changes.filter((change) => change.resource === person.id && change.state !== "done");
    if (all.length === 0) return rowOf(person);
    const role = this.open(person.id).findLast((change) => change.verb === "set_role")?.value ?? person.role;
    const row = rowOf({ ...person, role, workspaces: this.workspacesOf(person.id) });
    const worst = all.find((change) => change.state === "conflict") ? "needs_you" : all.find((change) => change.state === "rejected") ? "rejected" : "waiting";
    return { ...row, roleWas: role === person.role ? null : (ROLE_TITLES[person.role] ?? null), intent: worst };
  }
}
