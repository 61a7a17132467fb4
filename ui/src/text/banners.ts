/** The sentences for hard moments: what is true now, then the next step. */
import type { SessionView, SubscriptionView } from "../host/types";
import type { IconName } from "../components/icon";
import { meaning } from "./billing";
import { fault } from "./faults";
import { age, freshness, instant, moment, wait } from "./format";
import { say } from "./say";
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
  /** It counts: whoever hears it would hear it again at each number. The status bar says what begins and ends. */
  counts?: true;
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
      text: say("banner-needs-you", { count: session.needsYou }),
      action: { kind: "review_outbox", label: say("banner-review") },
    });
  }
  if (session.lost !== null) {
    found.push({ id: "lost_role", tone: "danger", icon: "lock", text: session.lost.message, action: { kind: "review_outbox", label: say("banner-review") } });
  }
  const { unconfirmed } = session.hold;
  if (unconfirmed > 0) {
    found.push({
      id: "unconfirmed", tone: "waiting", icon: "alert",
      text: say("banner-unconfirmed", { count: unconfirmed }),
      action: { kind: "review_outbox", label: say("banner-review") },
    });
  }
  const unreadable = session.snapshot.unreadable;
  if (unreadable.length > 0) {
    found.push({
      id: "unreadable", tone: "waiting", icon: "alert",
      text: say("banner-unreadable", { count: unreadable.length, which: `${unreadable.slice(0, 3).join(" · ")}${unreadable.length > 3 ? " …" : ""}` }),
      action: null,
    });
  }
  return found;
}

/** That nobody can be added, or soon can't, in the words of the policy. */
function ofSubscription(subscription: SubscriptionView | null): Banner | null {
  const action = { kind: "open_billing", label: say("banner-open-billing") } as const;
  if (subscription === null) return null;
  if (subscription.closed !== null) return { id: "subscription", tone: "danger", icon: "lock", text: subscription.closed, action };
  if (subscription.status !== "pending_payment") return null;
  return { id: "subscription", tone: "waiting", icon: "alert", text: meaning(subscription), action };
}

/** Sentences after each other, without those that there is no reason for. */
const told = (...sentences: (string | null)[]): string => sentences.filter((each) => each !== null).join(" ");

function ofLink(session: SessionView, now: Date): Banner | null {
  const { link, snapshot, waiting } = session;
  const asOf = instant(snapshot.asOf);
  const arrived = snapshot.users > 0;
  const shown = asOf
    ? say("banner-shown", { count: snapshot.users, at: moment(asOf, now) })
    : arrived ? say("banner-arrived", { count: snapshot.users }) : say("banner-no-list");
  const viewing = asOf ? say("banner-viewing-works") : null;
  switch (link.kind) {
    case "offline": {
      const { name, tone, icon } = fault(link.code);
      const meanwhile = asOf
        ? say("banner-look-meanwhile")
        : arrived ? say("banner-rest-later") : say("banner-list-later");
      return {
        id: "offline", tone, icon,
        text: told(say("banner-fault", { fault: name }), link.reason, link.help, shown, meanwhile),
        action: { kind: "refresh", label: say("banner-try-now") },
      };
    }
    case "session_ended":
      return {
        id: "session_ended", tone: "danger", icon: "lock",
        text: told(say("banner-signed-out"), viewing, waiting > 0 ? say("banner-sign-in-to-send", { count: waiting }) : say("banner-sign-in-to-refresh")),
        action: { kind: "sign_in", label: say("word-sign-in") },
      };
    case "deleted":
      return {
        id: "deleted", tone: "danger", icon: "cross",
        text: told(say("banner-deleted"), shown, say("banner-deleted-viewing")),
        action: { kind: "remove", label: say("banner-remove") },
      };
    case "keychain_locked":
      return {
        id: "keychain_locked", tone: "waiting", icon: "lock",
        text: told(say("banner-keychain"), viewing, say("banner-keychain-unlock")),
        action: { kind: "refresh", label: say("word-try-again") },
      };
    case "waiting": {
      const until = instant(link.until);
      return {
        id: "waiting", tone: "info", icon: "clock",
        text: told(
          until ? say("banner-wait-for", { time: wait(until, now) }) : say("banner-wait"),
          waiting > 0 ? say("banner-wait-changes", { count: waiting }) : say("banner-wait-nothing"),
        ),
        action: null,
        counts: true,
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
    return {
      id: "incomplete", tone: "info", icon: "sync",
      text: progress.total === null ? say("banner-loaded", { loaded }) : say("banner-loaded-of", { loaded, total: progress.total }),
      action: null,
      progress: { loaded, total: progress.total },
      counts: true,
    };
  }
  if (asOf && freshness(asOf, now) === "old" && link.kind !== "syncing") {
    return {
      id: "old", tone: "waiting", icon: "clock",
      text: say("banner-old", { age: age(asOf, now) }),
      action: { kind: "refresh", label: say("word-refresh") },
    };
  }
  return null;
}
