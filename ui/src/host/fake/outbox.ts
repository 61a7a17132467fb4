/** The fake host's outbox, plans and journal. */
import { Failure } from "../failure";
import type { Host } from "../host";
import type {
  Changes, ChangeView, EditChange, FileFormat, Holding, HoldView, ImportView, JournalExported, JournalQuery, JournalVerified, JournalWindow,
  MoveChanges, OutboxPart, OutboxQuery, OutboxView, PlanExported, PlanView, PlanWindow, Receipt, Sent,
} from "../types";
import { planTitle } from "./billing";
import type { FakeKept, Change } from "./kept";
import { bulksOf, goingWith, isOf, partOf, planOf } from "./many";
import { fieldOf } from "./organization";
import { ROLE_TITLES } from "./people";
import { exported, FakeImport } from "./plans";
import { editView } from "./rights";

export function outboxOf(kept: FakeKept) {
  function waiting(id: string): Change {
    const found = kept.changes.find((change) => change.id === id);
    if (!found) throw new Failure("unknown_change", "There is no such change in the outbox.");
    if (found.state === "done") throw new Failure("already_sent", "This change doesn't wait any more. It can't be edited.");
    return found;
  }

  const planIn = (bytes: Uint8Array): FakeImport => new FakeImport(bytes, (user) => kept.laidOver(kept.person(user)));

  const commands = {
    async outbox(_organization = "", query: OutboxQuery = { offset: 0, limit: 1_000 }): Promise<OutboxView> {
      const mine = kept.changes.filter((change) => query.operation === undefined || change.operation === query.operation);
      const placeOf = (change: Change): string => kept.replacement(change.resource)?.old ?? change.resource;
      const users = [...new Set(mine.filter((change) => query.part === undefined || partOf(change) === query.part).map(placeOf))];
      const many = (part: OutboxPart): number => mine.filter((change) => partOf(change) === part).length;
      return {
        bulks: bulksOf(kept.changes), total: users.length, offset: query.offset, undoMs: mine.length > 0 ? kept.scenario.undo : null,
        lastWaiting: kept.changes.findLast((change) => change.state === "waiting")?.operation ?? null,
        groups: users.slice(query.offset, query.offset + query.limit).map((user) => {
          const { kind, name, email } = kept.named(user);
          return { kind, id: user, name, email, replacement: kept.replacement(user), entries: mine.filter((change) => placeOf(change) === user) };
        }),
        waiting: many("waiting"), awaiting: 0, needsYou: many("needs_you"), done: many("done"),
      };
    },

    async outboxHold(_organization: string, holding: Holding): Promise<HoldView> {
      kept.scenario.hold = holding === "on";
      if (kept.scenario.hold) for (const change of kept.changes.filter((each) => each.state === "waiting")) change.state = "held";
      kept.stale("session", "outbox");
      return kept.hold;
    },

    async outboxPlan(_organization: string, changes: Changes, window: PlanWindow): Promise<PlanView> {
      return planOf(changes, kept.changes, window, (id) => kept.named(id));
    },

    async outboxSend(organization: string, changes: Changes, typed: string | null): Promise<Sent> {
      kept.calls.push({ command: "outbox_send", args: [changes, typed] });
      const { confirm } = await commands.outboxPlan(organization, changes, { offset: 0, limit: 0 });
      if (confirm && confirm.text !== typed) throw new Failure("not_confirmed", `${confirm.reason} Type ${confirm.text} to confirm.`, "typed");
      for (const change of goingWith(changes, kept.changes)) kept.settle(change.id, "done");
      return { applied: 0, needsYou: 0, waiting: 0, message: "Sent." };
    },

    async outboxTakeBack(_organization: string, changes: Changes): Promise<number> {
      kept.calls.push({ command: "outbox_take_back", args: [changes] });
      const before = kept.changes.length;
      kept.changes = kept.changes.filter((change) => !isOf(changes, change) || change.state === "done");
      kept.stale("session", "users", "outbox", "organization");
      return before - kept.changes.length;
    },

    async outboxAskAgain(_organization: string, changes: Changes): Promise<Receipt> {
      kept.calls.push({ command: "outbox_ask_again", args: [changes] });
      const again = kept.changes.filter((change) => isOf(changes, change) && partOf(change) === "needs_you");
      for (const change of again) kept.settle(change.id, "waiting", { before: change.theirs ?? change.before, theirs: null, combined: null, reason: null });
      const operation = again[0]?.operation ?? "";
      return { operation, queued: again.length, applied: 0, message: "Waiting in Outbox again. Nothing has changed on the server." };
    },

    async outboxCombine(_organization: string, changes: Changes): Promise<Receipt> {
      kept.calls.push({ command: "outbox_combine", args: [changes] });
      const both = kept.changes.filter((change) => isOf(changes, change) && change.combined !== null);
      for (const change of both) kept.settle(change.id, "waiting", { before: change.theirs ?? change.before, after: change.combined ?? change.after, theirs: null, combined: null, reason: null });
      return { operation: both[0]?.operation ?? "", queued: both.length, applied: 0, message: "Waiting in Outbox again. Nothing has changed on the server." };
    },

    async outboxChangeView(_organization: string, id: string): Promise<ChangeView> {
      const change = waiting(id);
      const { verb, subject, before, after, resource, value } = change;
      const { name, email } = kept.named(resource);
      const roles = verb === "set_role" ? (editView(kept.scenario.role, kept.me, kept.laidOver(kept.person(resource)), kept.workspacesOf(resource))).roles : [];
      const [field, setting] = change.kind === "organization" ? fieldOf(change) : [null, null];
      const values: EditChange = { change: id, ...(setting !== null ? { setting } : verb === "set_role" ? { role: value } : { name: after }) };
      return { verb, subject, name, email, before, field, roles, values };
    },

    async outboxEdit(_organization: string, { change: id, role, name, setting }: EditChange): Promise<Receipt> {
      kept.calls.push({ command: "outbox_edit", args: [id, role ?? name ?? setting] });
      const change = waiting(id);
      const after = role !== undefined ? (ROLE_TITLES[role] ?? role) : setting !== undefined ? planTitle(setting) : (name ?? "");
      if (after.trim() === "") throw new Failure("name_invalid", "Type a name.", "name");
      Object.assign(change, { value: setting !== undefined ? `${fieldOf(change)[0]}=${setting}` : (role ?? after), after });
      kept.stale("session", "users", "outbox", "organization");
      return { operation: change.operation, queued: 1, applied: 0, message: `Waiting in Outbox: ${after}. Nothing has changed on the server.` };
    },

    async outboxMove(_organization: string, { changes, before }: MoveChanges): Promise<number> {
      kept.calls.push({ command: "outbox_move", args: [changes, before] });
      const moving = kept.changes.filter((change) => changes.includes(change.id));
      const staying = kept.changes.filter((change) => !changes.includes(change.id));
      const at = staying.findIndex((change) => change.id === before);
      staying.splice(at < 0 ? staying.length : at, 0, ...moving);
      kept.changes = staying;
      kept.stale("outbox");
      return moving.length;
    },

    async outboxExport(_organization: string, changes: Changes): Promise<PlanExported | null> {
      kept.calls.push({ command: "outbox_export", args: [changes] });
      const done = exported(changes, kept.changes);
      return kept.scenario.names ? done : null;
    },

    async outboxImportView(_organization: string, bytes: Uint8Array, window: PlanWindow): Promise<ImportView> {
      return planIn(bytes).view(kept.changes, window, (id) => kept.named(id));
    },

    async outboxImport(_organization: string, bytes: Uint8Array): Promise<Receipt> {
      const plan = planIn(bytes);
      kept.calls.push({ command: "outbox_import", args: [plan.changes.map((change) => change.id)] });
      const refused = plan.refused(kept.changes);
      if (refused) throw refused;
      kept.changes.push(...plan.changes);
      kept.stale("session", "users", "outbox");
      const [first] = plan.changes;
      return { operation: first?.operation ?? "", queued: plan.changes.length, applied: 0, message: `Held in Outbox: ${plan.changes.length} changes. Nothing has changed on the server.` };
    },

    async outboxSeen(): Promise<void> {
      kept.changes = kept.changes.filter((change) => change.state !== "done");
      kept.stale("outbox");
    },

    async journal(_organization: string, query: JournalQuery, offset: number, limit: number): Promise<JournalWindow> {
      kept.calls.push({ command: "journal", args: [query, offset, limit] });
      return kept.journalKept.window(query, offset, limit);
    },

    async journalVerify(_organization: string, seal: string | null): Promise<JournalVerified> {
      if (seal !== null && !/^\d+:[0-9a-f]{64}$/.test(seal)) throw new Failure("seal_invalid", "A seal is a number of lines, a colon, and 64 hexadecimal digits.", "kept");
      return kept.journalKept.verified(seal);
    },

    async journalExport(_organization: string, query: JournalQuery, format: FileFormat): Promise<JournalExported> {
      kept.calls.push({ command: "journal_export", args: [query, format] });
      return { lines: kept.journalKept.window(query, 0, 0).found, file: format.kind === "json" ? "journal.jsonl" : "journal.csv" };
    },
  } satisfies Partial<Host>;
  return commands;
}
