/** The words for the hard moments, and that none of them promises what isn't so. */
import { describe, expect, it } from "vitest";
import { FakeBilling } from "../host/fake/billing";
import { FakeOrganization } from "../host/fake/organization";
import type { ChangePreview, Consequences, Link, OutboxEntry, SessionView, SubscriptionView, UserRow } from "../host/types";
import { banners } from "./banners";
import { conflict, note } from "./changes";
import { age, daysLeft, freshness, lastActive, moment } from "./format";
import { activity, intent, place, workspaces } from "./rows";
import { heldBack, status } from "./status";
import { consequences } from "./user-actions";

const NOW = new Date(2026, 2, 10, 14, 5);
const before = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();

function session(change: { link?: Link; age?: number | null; complete?: boolean; waiting?: number; needsYou?: number; users?: number; expected?: number | null } = {}): SessionView {
  return {
    organization: "o", me: "u0", name: "Ada", role: "admin", roleTitle: "Admin", link: change.link ?? { kind: "online" },
    snapshot: {
      asOf: change.age === null ? null : before(change.age ?? 3), complete: change.complete ?? true, users: change.users ?? 12_408,
      pending: 61, unreadable: [], expected: change.expected ?? null,
    },
    waiting: change.waiting ?? 0, needsYou: change.needsYou ?? 0, hold: { on: false, held: 0, unconfirmed: 0, refused: null }, lost: null, keep: "keychain", actions: [], areas: [], notices: [],
  };
}
const offline = (code: string, reason: string, help: string | null = null): Link => ({ kind: "offline", code, reason, help, retryAt: null });
const text = (view: SessionView): string => banners(view, NOW).map((banner) => banner.text).join(" | ");
function subscription(status: string): SubscriptionView {
  const billing = new FakeBilling(new FakeOrganization());
  billing.status = status;
  return billing.subscription("admin", []);
}
const n = (value: number): string => value.toLocaleString();

describe("banners", () => {
  it("say nothing when all is well", () => {
    expect(banners(session(), NOW)).toEqual([]);
  });
  it("offline tells why, what is shown, and of when", () => {
    const said = text(session({ link: offline("offline_timeout", "No answer."), age: 95 }));
    expect(said).toMatch(new RegExp(`^Offline\\. No answer\\. Showing ${n(12_408)} users as of today .*\\. You can look, review and prepare changes\\.$`));
  });
  it("each kind of fault has its own name, and its next step", () => {
    const names = new Map([
      ["offline_dns", "Offline"], ["connection_lost", "Offline"], ["of_tomorrow", "Offline"],
      ["offline_certificate_expired", "No secure connection"], ["offline_not_https", "No secure connection"],
      ["offline_proxy_sign_in", "Proxy in the way"], ["not_our_network", "Not your server"], ["redirected", "Not your server"],
      ["server_failed", "Server trouble"],
    ]);
    for (const [code, name] of names) {
      const view = session({ link: offline(code, "It is so.", "Do this."), waiting: 2 });
      expect(text(view), code).toContain(`${name}. It is so. Do this. Showing`);
      expect(status(view, NOW).link, code).toBe(name);
      expect(heldBack(view), code).toBe(`${name}: what waits goes out by itself when the server answers.`);
    }
  });
  it("old tells how old, and what to do before deciding", () => {
    expect(text(session({ age: 6 * 24 * 60 + 5 }))).toBe("This list is 6 days old. Refresh before you decide on access.");
  });
  it("incomplete never passes for complete", () => {
    const view = session({ complete: false, users: 8000, link: { kind: "syncing", progress: { loaded: 8000, total: 12_408 } } });
    expect(text(view)).toBe(`${n(8000)} of about ${n(12_408)} loaded. Counts and exports are not complete yet.`);
    expect(status(view, NOW).users).not.toBe(`${n(8000)} users`);
  });
  it("a session that ended promises to send only what waits", () => {
    expect(text(session({ link: { kind: "session_ended" }, waiting: 3 }))).toBe("Your session ended. Viewing still works. Sign in to send 3 changes.");
    expect(text(session({ link: { kind: "session_ended" } })), "nothing is queued, so no sync is promised").not.toContain("send");
  });
  it("a locked keychain is not signed out", () => {
    const said = text(session({ link: { kind: "keychain_locked" } }));
    expect(said).toContain("locked");
    expect(said).not.toMatch(/signed out|session ended/i);
  });
  it("a wait is counted down", () => {
    const until = new Date(NOW.getTime() + 40_000).toISOString();
    expect(text(session({ link: { kind: "waiting", until } }))).toContain("The server asked us to wait 40 s.");
  });
  it("say in the policy's words that nobody can be added, and where that is settled", () => {
    const said = banners(session(), NOW, subscription("frozen"));
    expect(said).toMatchObject([{ id: "subscription", action: { kind: "open_billing" } }]);
    expect(said[0]?.text).toBe(subscription("frozen").closed);
    expect(banners(session(), NOW, subscription("pending_payment"))[0]?.text).toMatch(/^A payment is due\./);
    expect(banners(session(), NOW, subscription("active"))).toEqual([]);
    const gone = banners(session({ link: { kind: "deleted" } }), NOW, subscription("frozen"));
    expect(gone.map((banner) => banner.id), "of what was deleted nothing more is to be settled").toEqual(["deleted"]);
  });
  it("offer the next step", () => {
    expect(banners(session({ link: { kind: "session_ended" } }), NOW)[0]?.action).toEqual({ kind: "sign_in", label: "Sign in" });
    expect(banners(session({ needsYou: 2 }), NOW)[0]?.action?.kind).toBe("review_outbox");
  });
});

describe("the status bar", () => {
  it("says how many, how old, what waits, and whether the server answers", () => {
    const now = status(session({ waiting: 3 }), NOW);
    expect(now.users).toBe(`${n(12_408)} users`);
    expect(now.list).toMatch(/^List as of .+, 3 minutes ago$/);
    expect(now.waiting).toBe("3 changes wait");
    expect(now.link).toBe("Online");
  });
  it("never labels cached data live", () => {
    expect(status(session({ age: 90 }), NOW).list).toContain("ageing");
    expect(status(session({ age: 60 * 24 * 3 }), NOW).list).toContain("(old)");
    expect(status(session({ link: offline("offline_dns", "") }), NOW).link).toBe("Offline");
  });
});

const ROW: UserRow = {
  id: "u1", name: "Ana Ruiz", email: "ana@northwind.example", role: "member", roleTitle: "Member", roleWas: null,
  workspaces: ["Sales", "Support"], workspaceCount: 2, state: "active", expiresAt: null, lastActive: before(60), neverActive: false,
  created: null, intent: null, colour: 1, initials: "AR", hasPicture: false, presence: "here",
};

describe("a row", () => {
  it("never is a value of its own, and so is not reported", () => {
    expect(activity({ ...ROW, lastActive: null, neverActive: true }, NOW)).toBe("Never");
    expect(activity({ ...ROW, lastActive: null, neverActive: false }, NOW)).toBe("Not reported");
  });
  it("tells each state by icon and word", () => {
    for (const state of ["pending", "invitation_expired", "invitation_failed", "suspended"] as const) {
      const said = activity({ ...ROW, state }, NOW);
      expect(said, "state by icon and word, never colour alone").toMatchObject({ icon: expect.any(String), text: expect.stringMatching(/\w/) });
    }
    const until = new Date(NOW.getTime() + 4.5 * 86_400_000).toISOString();
    expect(activity({ ...ROW, state: "pending", expiresAt: until }, NOW)).toMatchObject({ text: "Pending, 5 d left" });
  });
  it("tells each intent by icon and word", () => {
    for (const kind of ["waiting", "sending", "needs_you", "rejected"]) {
      expect(intent({ ...ROW, intent: kind })).toMatchObject({ icon: expect.any(String), text: kind.replace("_", " ") });
    }
    expect(intent(ROW)).toBeNull();
  });
  it("says who is to come and who is to go", () => {
    expect(intent({ ...ROW, intent: "waiting", presence: "adding" })?.text).toBe("to be added");
    expect(intent({ ...ROW, intent: "waiting", presence: "leaving" })?.text).toBe("to be deleted");
    expect(intent({ ...ROW, intent: "sending", presence: "leaving" })?.text, "what is under way is said first").toBe("sending");
  });
  it("counts the workspaces that it doesn't name", () => {
    expect(workspaces({ ...ROW, workspaceCount: 7 })).toBe("Sales, Support +5");
    expect(workspaces({ ...ROW, workspaces: [], workspaceCount: 0 })).toBe("None");
  });
  it("knows its place among all, not among those drawn", () => {
    expect(place(39, 12_408, false)).toBe(`row 40 of ${n(12_408)}`);
    expect(place(3, 1377, true)).toBe(`row 4 of ${n(1377)} matches`);
  });
});

describe("what comes with a change", () => {
  const preview = (told: Partial<Consequences>): ChangePreview => ({
    willChange: 1, alreadySo: 0, notAllowed: 0, reasons: [], confirm: null, offset: 0, rows: [],
    consequences: { removed: 0, notAdded: 0, workspaces: [], contacts: 0, contactsUnknown: 0, dropped: 0, onTheirWay: 0, ...told },
  });
  it("names what is lost with access to a workspace, and calls only a removal final", () => {
    const sales = { name: "Sales", users: 1, contacts: 14 };
    expect(consequences("remove_from_workspaces", "Bob Stone", preview({ workspaces: [sales], contacts: 14 }))).toEqual([
      "Bob loses access to 1 workspace at once.",
      "14 contacts assigned to Bob become unassigned.",
    ]);
    expect(consequences("delete", "Bob Stone", preview({ removed: 1, workspaces: [sales], contacts: 14 })).at(-1)).toMatch(/can't be undone/);
  });
  it("does not say that an Admin loses access", () => {
    const sales = { name: "Sales", users: 0, contacts: 0 };
    expect(consequences("remove_from_workspaces", null, preview({ workspaces: [sales] }))).toEqual(["No access to a workspace and no assigned contact is lost."]);
  });
});

describe("times", () => {
  it("are today, yesterday, then days", () => {
    expect(lastActive(new Date(2026, 2, 10, 9, 41), NOW)).toMatch(/^today, /);
    expect(lastActive(new Date(2026, 2, 9, 23, 59), NOW)).toBe("yesterday");
    expect(lastActive(new Date(2026, 1, 10), NOW)).toBe("28 days ago");
    expect(moment(new Date(2026, 2, 10, 9, 41), NOW)).toMatch(/^today /);
  });
  it("ahead of the clock are dates", () => {
    expect(lastActive(new Date(2027, 0, 1), NOW)).toContain("2027");
  });
  it("age in the largest unit", () => {
    expect(age(new Date(NOW.getTime() - 3 * 60_000), NOW)).toBe("3 minutes");
    expect(age(new Date(NOW.getTime() + 60_000), NOW)).toBe("less than a minute");
  });
  it("fresh under a quarter of an hour, ageing under a day", () => {
    expect(freshness(new Date(NOW.getTime() - 14 * 60_000), NOW)).toBe("fresh");
    expect(freshness(new Date(NOW.getTime() - 16 * 60_000), NOW)).toBe("ageing");
    expect(freshness(new Date(NOW.getTime() - 25 * 3_600_000), NOW)).toBe("old");
  });
  it("an invitation has whole days left", () => {
    expect(daysLeft(new Date(NOW.getTime() - 1), NOW)).toBe(0);
  });
});

const ENTRY: OutboxEntry = {
  id: "m1", operation: "x", verb: "set_role", subject: "Role", before: "Member", after: "User Admin", theirs: null, combined: null, taken: false, edit: null,
  madeAt: before(1), seenAt: null, state: "waiting", reason: null, undoMs: null,
};

describe("changes", () => {
  it("waiting says that nothing has changed on the server", () => {
    expect(note("Ana Ruiz", [ENTRY])).toEqual({ lead: "Waiting in Outbox.", rest: "Member → User Admin. Nothing has changed on the server." });
  });
  it("a conflict names all three values", () => {
    expect(conflict("Ana Ruiz", { ...ENTRY, state: "conflict", theirs: "Billing Admin" })).toBe(
      "Ana's access changed after you made this edit. Was Member. Now Billing Admin. You asked for User Admin.",
    );
  });
  it("a conflict about a name is told as Rust tells it, and speaks of no access", () => {
    const reason = "Ana Ruiz was changed after you made this edit.";
    const entry: OutboxEntry = { ...ENTRY, verb: "set_display_name", state: "conflict", theirs: "Ana R", reason };
    expect(conflict("Ana Ruiz", entry)).toBe(reason);
  });
});
