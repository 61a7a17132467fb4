/** What the status bar says: how many, how old, what waits, whether the server answers. */
import type { Link, SessionView } from "../host/types";
import type { IconName } from "../components/icon";
import { fault } from "./faults";
import { ago, freshness, instant, moment, time } from "./format";
import { say } from "./say";

export type Tone = "plain" | "good" | "info" | "waiting" | "danger";

export interface Status {
  users: string;
  /** Sentence on the list's age, and how far to trust it. */
  list: string;
  listTone: Tone;
  waiting: string | null;
  needsYou: string | null;
  /** That nothing leaves by itself. */
  hold: string | null;
  link: string;
  linkTone: Tone;
  linkIcon: IconName;
}

export function status(session: SessionView, now: Date): Status {
  const { snapshot } = session;
  const asOf = instant(snapshot.asOf);
  const worth = asOf ? freshness(asOf, now) : "fresh";
  return {
    users: snapshot.complete
      ? say("counted-users", { count: snapshot.users })
      : snapshot.expected === null
        ? say("status-users-so-far", { count: snapshot.users })
        : say("status-users-of", { count: snapshot.users, expected: snapshot.expected }),
    list: list(snapshot.complete, asOf, worth, now),
    listTone: worth === "old" ? "danger" : worth === "ageing" || !snapshot.complete ? "waiting" : "plain",
    waiting: session.waiting > 0 ? say("status-waiting", { count: session.waiting }) : null,
    needsYou: session.needsYou > 0 ? say("status-needs-you", { count: session.needsYou }) : null,
    hold: session.hold.on ? say("status-hold") : null,
    ...link(session.link, now),
  };
}

const LISTED = { fresh: "status-list-fresh", ageing: "status-list-ageing", old: "status-list-old" } as const;

function list(complete: boolean, asOf: Date | null, worth: keyof typeof LISTED, now: Date): string {
  if (!complete) return say("status-list-incomplete");
  if (!asOf) return say("status-list-none");
  return say(LISTED[worth], { at: worth === "old" ? moment(asOf, now) : time(asOf), ago: ago(asOf, now) });
}

function link(state: Link, now: Date): Pick<Status, "link" | "linkTone" | "linkIcon"> {
  switch (state.kind) {
    case "connecting":
      return { link: say("status-connecting"), linkTone: "plain", linkIcon: "sync" };
    case "online":
      return { link: say("status-online"), linkTone: "good", linkIcon: "online" };
    case "syncing": {
      const { loaded, total } = state.progress;
      const far = total === null ? say("status-reading-many", { loaded }) : say("status-reading-of", { loaded, total });
      return { link: loaded > 0 ? far : say("status-reading"), linkTone: "info", linkIcon: "sync" };
    }
    case "offline": {
      const again = instant(state.retryAt);
      const { name, tone, icon } = fault(state.code);
      return {
        link: again && again > now ? say("status-next-try", { fault: name, at: time(again) }) : name,
        linkTone: tone,
        linkIcon: icon,
      };
    }
    case "waiting": {
      const until = instant(state.until);
      return { link: until ? say("status-asked-to-wait", { at: time(until) }) : say("status-wait"), linkTone: "waiting", linkIcon: "clock" };
    }
    case "session_ended":
      return { link: say("status-signed-out"), linkTone: "danger", linkIcon: "lock" };
    case "deleted":
      return { link: say("status-deleted"), linkTone: "danger", linkIcon: "cross" };
    case "keychain_locked":
      return { link: say("status-keychain-locked"), linkTone: "waiting", linkIcon: "lock" };
    case "elsewhere":
      return { link: say("status-elsewhere"), linkTone: "info", linkIcon: "lock" };
  }
}

/** Why what never waits can't be done now; `null` when it can be tried. */
export function needsServer(session: SessionView): string | null {
  switch (session.link.kind) {
    case "offline":
      return say("needs-server-offline");
    case "session_ended":
      return say("needs-server-signed-out");
    case "keychain_locked":
      return say("needs-server-keychain-locked");
    case "elsewhere":
      return say("needs-server-elsewhere");
    case "deleted":
      return say("needs-server-deleted");
    case "waiting":
      return say("needs-server-wait");
    case "connecting":
    case "online":
    case "syncing":
      return null;
  }
}

/** Why nothing can be sent now; `null` when it can. */
export function heldBack(session: SessionView): string | null {
  switch (session.link.kind) {
    case "offline":
      return session.hold.held + session.hold.unconfirmed > 0
        ? say("held-back-undecided", { fault: fault(session.link.code).name })
        : say("held-back-offline", { fault: fault(session.link.code).name });
    case "session_ended":
      return say("held-back-signed-out");
    case "keychain_locked":
      return say("held-back-keychain-locked");
    case "elsewhere":
      return say("held-back-elsewhere");
    case "deleted":
      return say("held-back-deleted");
    case "waiting":
      return say("held-back-wait");
    case "connecting":
    case "online":
    case "syncing":
      return null;
  }
}
