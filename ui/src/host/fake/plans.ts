/** Plans on the fake host: a form of its own, with roles only, that tells the same things as Rust's. */
import { Failure } from "../failure";
import type { Changes, ImportView, PlanExported, PlanWindow, ResourceKind, UserRow } from "../types";
import type { Change } from "./kept";
import { goingWith, planOf } from "./many";
import { ROLE_TITLES } from "./people";

export interface FakePlan {
  organization: string;
  exportedBy: string;
  exportedAt: string;
  changes: {
    id: string;
    user: string;
    role: string;
    /** Why the policy denies it. */
    denied?: string;
  }[];
}

/** What a test, or whoever plays with the window, gives as a file. */
export const fileOf = (plan: FakePlan): File => new File([JSON.stringify(plan)], "plan.json", { type: "application/json" });

export function exported(changes: Changes, all: readonly Change[]): PlanExported {
  const many = goingWith(changes, all).length;
  if (many === 0) throw new Failure("nothing_to_export", "Nothing of this waits, so there is nothing to export.");
  return { changes: many, file: "plan.json" };
}

export class FakeImport {
  readonly #plan: FakePlan;
  readonly changes: Change[];

  constructor(bytes: Uint8Array, row: (user: string) => UserRow) {
    try {
      this.#plan = JSON.parse(new TextDecoder().decode(bytes)) as FakePlan;
    } catch {
      throw new Failure("not_a_plan", "This file is no plan of Rollcall's. Choose one that was exported from an Outbox.");
    }
    const now = new Date().toISOString();
    this.changes = this.#plan.changes.map(({ id, user, role, denied }) => ({
      id, operation: `import-${this.#plan.exportedAt}`, kind: "user", resource: user, value: role, verb: "set_role", subject: "Role",
      before: row(user).roleTitle, after: ROLE_TITLES[role] ?? role, theirs: null, combined: null, taken: false, edit: null,
      madeAt: now, seenAt: now, state: "held", reason: null, undoMs: null, ...(denied === undefined ? {} : { denied }),
    }));
  }

  /** Why it can't be imported, where these are there already. */
  refused(there: readonly Change[]): Failure | null {
    if (this.changes.some(({ id }) => there.some((each) => each.id === id))) {
      return new Failure("imported_already", "These changes, or some of them, are in this Outbox already, or were sent from here. Nothing is imported twice.");
    }
    const denied = this.changes.find((change) => change.denied !== undefined)?.denied;
    return denied === undefined ? null : new Failure("denied", denied);
  }

  view(there: readonly Change[], window: PlanWindow, named: (resource: string) => { kind: ResourceKind; name: string; email: string }): ImportView {
    const { organization, exportedBy, exportedAt } = this.#plan;
    const plan = planOf({ kind: "all" }, this.changes, window, named);
    return { organization, exportedBy, exportedAt, refused: this.refused(there)?.message ?? null, plan };
  }
}
