/** Changes to many at once on the fake host: what they would do, and what became of them. */
import type {
  ChangePreview, Changes, OutboxBulk, OutboxPart, PlanFate, PlanView, PlanWindow, PreviewVerdict, PreviewWindow, ResourceKind,
  UserAction, UserRow,
} from "../types";
import type { Change } from "./kept";

/** What becomes of each. */
export type Verdicts = { row: UserRow; verdict: PreviewVerdict; reason: string | null }[];

export function previewed(action: UserAction, all: Verdicts, { verdict, offset, limit }: PreviewWindow): ChangePreview {
  const of = (each: PreviewVerdict): Verdicts => all.filter((one) => one.verdict === each);
  const losing = action.kind === "delete" || action.kind === "remove_from_workspaces" ? of("will_change") : [];
  const removed = action.kind === "delete" ? losing : [];
  const reasons = [...new Set(all.filter((each) => each.reason !== null).map((each) => each.reason))];
  const [only] = removed;
  const risky = removed.length > 1 || only?.row.role === "admin";
  const text = removed.length > 1 ? String(removed.length) : (only?.row.email ?? "");
  return {
    willChange: of("will_change").length, alreadySo: of("already_so").length, notAllowed: of("not_allowed").length,
    reasons: reasons.map((reason) => {
      const users = all.filter((each) => each.reason === reason);
      return { verdict: users[0]?.verdict ?? "not_allowed", reason: reason ?? "", help: null, users: users.length };
    }),
    consequences: {
      removed: removed.length, notAdded: 0, contacts: 14 * losing.length, contactsUnknown: 0, dropped: 0, onTheirWay: 0,
      workspaces: losing.length === 0 ? [] : [{ name: "Sales EMEA", users: losing.length, contacts: 14 * losing.length }],
    },
    confirm: risky ? { text, reason: "This can't be undone." } : null,
    offset,
    rows: of(verdict).slice(offset, offset + limit).map(({ row, reason }) => ({ id: row.id, name: row.name, email: row.email, verdict, reason, help: null })),
  };
}

export function partOf({ state }: Change): OutboxPart {
  if (state === "done") return "done";
  return state === "rejected" || state === "conflict" ? "needs_you" : "waiting";
}

export function isOf(changes: Changes, change: Change): boolean {
  switch (changes.kind) {
    case "all":
      return true;
    case "ids":
      return changes.ids.includes(change.id);
    case "operation":
      return change.operation === changes.operation && (changes.part === undefined || partOf(change) === changes.part);
  }
}

/** What *Send* lets go: those meant, and what comes before them on the same user. */
export function goingWith(changes: Changes, all: readonly Change[]): Change[] {
  const waits = all.filter(({ state }) => state === "waiting" || state === "held" || state === "unconfirmed");
  const last = new Map(waits.filter((change) => isOf(changes, change)).map((change) => [change.resource, waits.indexOf(change)]));
  return waits.filter((change, at) => at <= (last.get(change.resource) ?? -1));
}

/** What sending these would do: everything can be done but what a test has marked as refused by the policy. */
export function planOf(
  changes: Changes, all: readonly Change[], { offset, limit }: PlanWindow, named: (resource: string) => { kind: ResourceKind; name: string; email: string },
): PlanView {
  const going = goingWith(changes, all);
  const unconfirmed = going.filter((change) => change.state === "unconfirmed");
  const [first] = unconfirmed;
  const text = unconfirmed.length > 1 ? String(unconfirmed.length) : first && (named(first.resource).email || named(first.resource).name);
  const resources = [...new Set(going.map((change) => change.resource))];
  const fate = (change: Change): PlanFate => (change.denied === undefined ? "goes" : "denied");
  return {
    changes: going.length, first: going.filter((change) => !isOf(changes, change)).length,
    confirm: text === undefined ? null : { text, reason: "Decided without the server." },
    denied: going.filter((change) => fate(change) === "denied").length, conflicts: 0, alreadySo: 0, total: resources.length, offset,
    groups: resources.slice(offset, offset + limit).map((id) => {
      const mine = going.filter((change) => change.resource === id);
      return {
        id, ...named(id),
        end: mine.filter((change) => fate(change) === "goes").map(({ subject, before, after }) => ({ subject, was: before, becomes: after })),
        steps: mine.map((entry) => ({ place: going.indexOf(entry) + 1, entry, fate: fate(entry), reason: entry.denied ?? null, help: null })),
      };
    }),
  };
}

/** What was asked for of more than two at once. */
export function bulksOf(changes: readonly Change[]): OutboxBulk[] {
  const operations = [...new Set(changes.map((change) => change.operation))];
  return operations.flatMap((operation) => {
    const mine = changes.filter((change) => change.operation === operation);
    const [first] = mine;
    const users = new Set(mine.map((change) => change.resource)).size;
    if (!first || users <= 2) return [];
    const many = (part: OutboxPart): number => mine.filter((change) => partOf(change) === part).length;
    const { verb, subject, after, madeAt } = first;
    const reasons = [...new Set(mine.filter((change) => change.state === "rejected").map((change) => change.reason ?? ""))];
    return [{
      operation, verb, subject, after, madeAt, users, waiting: many("waiting"), needsYou: many("needs_you"), done: many("done"),
      refusals: reasons.map((reason) => ({ reason, changes: mine.filter((change) => change.reason === reason).length })),
    }];
  });
}
