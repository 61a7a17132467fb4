/** The sentences for hard moments: what is true now, then the next step. */
import type { SessionView, SubscriptionView } from "../host/types";
import type { IconName } from "../components/icon";
import { meaning } from "./billing";
import { fault } from "./faults";
import { age, count, counted, freshness, instant, moment, wait } from "./format";
import type { Tone } from "./status";

/** What a banner's button does. */
export type BannerAction = "sign_in" | "refresh" | "review_outbox" | "open_billing" | "remove";

export interface Banner {
  /** Stable: what it is about. */
  id: string;
  tone: Tone;
  icon: IconName;
  text: string;
  action: { kind: BannerAction; label: string } | null;
  /** How far a read is, as two numbers; drawn as a bar. */
  progress?: { loaded: number; total: number | null };
}

/** Every banner that holds now, the most pressing first; `subscription` is `null` where the role isn't told of it. */
export function banners(session: SessionView, now: Date, subscription: SubscriptionView | null = null): Banner[] {
  const found: Banner[] = [];
  const push = (banner: Banner | null): void => void (banner && found.push(banner));
  push(ofLink(session, now));
  push(ofSnapshot(session, now));
  if (session.link.kind !== "deleted") push(ofSubscription(subscription));
  if (session.needsYou > 0) {
    found.push({
      id: "needs_you", tone: "waiting", icon: "alert",
      text: `${counted(session.needsYou, "change")} could not be made and ${session.needsYou === 1 ? "needs" : "need"} your decision.`,
      action: { kind: "review_outbox", label: "Review" },
    });
  }
  if (session.lost !== null) {
    found.push({ id: "lost_role", tone: "danger", icon: "lock", text: session.lost.message, action: { kind: "review_outbox", label: "Review" } });
  }
  const { unconfirmed } = session.hold;
  if (unconfirmed > 0) {
    found.push({
      id: "unconfirmed", tone: "waiting", icon: "alert",
      text: `${counted(unconfirmed, "risky change")} ${unconfirmed === 1 ? "was" : "were"} decided without the server, or on an old list. Nothing of that is sent before you have looked at it once more.`,
      action: { kind: "review_outbox", label: "Review" },
    });
  }
  const unreadable = session.snapshot.unreadable;
  if (unreadable.length > 0) {
    found.push({
      id: "unreadable", tone: "waiting", icon: "alert",
      text: `${counted(unreadable.length, "user")} could not be read and ${unreadable.length === 1 ? "is" : "are"} not as the server has ${unreadable.length === 1 ? "it" : "them"}: ${unreadable.slice(0, 3).join(" · ")}${unreadable.length > 3 ? " …" : ""}`,
      action: null,
    });
  }
  return found;
}

/** That nobody can be added, or soon can't, in the words of the policy. */
function ofSubscription(subscription: SubscriptionView | null): Banner | null {
  const action = { kind: "open_billing", label: "Open Billing" } as const;
  if (subscription === null) return null;
  if (subscription.closed !== null) return { id: "subscription", tone: "danger", icon: "lock", text: subscription.closed, action };
  if (subscription.status !== "pending_payment") return null;
  return { id: "subscription", tone: "waiting", icon: "alert", text: meaning(subscription), action };
}

function ofLink(session: SessionView, now: Date): Banner | null {
  const { link, snapshot, waiting } = session;
  const asOf = instant(snapshot.asOf);
  const arrived = snapshot.users > 0;
  const shown = asOf
    ? `Showing ${counted(snapshot.users, "user")} as of ${moment(asOf, now)}.`
    : arrived ? `${counted(snapshot.users, "user")} arrived so far.` : "There is no list yet.";
  switch (link.kind) {
    case "offline": {
      const { name, tone, icon } = fault(link.code);
      const meanwhile = asOf
        ? "You can look, review and prepare changes."
        : `${arrived ? "The rest" : "It"} loads when the server answers.`;
      return {
        id: "offline", tone, icon,
        text: [`${name}.`, link.reason, link.help, shown, meanwhile].filter((part) => part !== null).join(" "),
        action: { kind: "refresh", label: "Try now" },
      };
    }
    case "session_ended":
      return {
        id: "session_ended", tone: "danger", icon: "lock",
        text: `Your session ended. ${asOf ? "Viewing still works. " : ""}Sign in to ${waiting > 0 ? `send ${counted(waiting, "change")}` : "refresh the list"}.`,
        action: { kind: "sign_in", label: "Sign in" },
      };
    case "deleted":
      return {
        id: "deleted", tone: "danger", icon: "cross",
        text: `This organization was deleted on the server. ${shown} It can be looked at and exported, and not changed.`,
        action: { kind: "remove", label: "Remove…" },
      };
    case "keychain_locked":
      return {
        id: "keychain_locked", tone: "waiting", icon: "lock",
        text: `The sign-in can't be read from the system keychain. It may be locked. ${asOf ? "Viewing still works. " : ""}Unlock it, then try again. Where the sign-in was removed from it, sign in again under Settings.`,
        action: { kind: "refresh", label: "Try again" },
      };
    case "waiting": {
      const until = instant(link.until);
      return {
        id: "waiting", tone: "info", icon: "clock",
        text: `The server asked us to wait${until ? ` ${wait(until, now)}` : ""}. ${waiting > 0 ? `${counted(waiting, "change")} ${waiting === 1 ? "goes" : "go"} out after that.` : "It goes on by itself."}`,
        action: null,
      };
    }
    // Who has it open is said by a notice.
    case "elsewhere":
    case "connecting":
    case "online":
    case "syncing":
      return null;
  }
}

function ofSnapshot(session: SessionView, now: Date): Banner | null {
  const { snapshot, link } = session;
  const asOf = instant(snapshot.asOf);
  if (!snapshot.complete && (snapshot.users > 0 || link.kind === "syncing")) {
    const progress = link.kind === "syncing" ? link.progress : { loaded: snapshot.users, total: snapshot.expected };
    const loaded = Math.max(progress.loaded, snapshot.users);
    const of = progress.total === null ? "" : ` of about ${count(progress.total)}`;
    return {
      id: "incomplete", tone: "info", icon: "sync",
      text: `${count(loaded)}${of} loaded. Counts and exports are not complete yet.`,
      action: null,
      progress: { loaded, total: progress.total },
    };
  }
  if (asOf && freshness(asOf, now) === "old" && link.kind !== "syncing") {
    return {
      id: "old", tone: "waiting", icon: "clock",
      text: `This list is ${age(asOf, now)} old. Refresh before you decide on access.`,
      action: { kind: "refresh", label: "Refresh" },
    };
  }
  return null;
}
