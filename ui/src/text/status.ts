/** What the status bar says: how many, how old, what waits, whether the server answers. */
import type { Link, SessionView } from "../host/types";
import type { IconName } from "../components/icon";
import { fault } from "./faults";
import { age, count, counted, freshness, instant, moment, time } from "./format";

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
      ? counted(snapshot.users, "user")
      : snapshot.expected === null
        ? `${counted(snapshot.users, "user")} so far`
        : `${count(snapshot.users)} of about ${count(snapshot.expected)} users`,
    list: list(snapshot.complete, asOf, worth, now),
    listTone: worth === "old" ? "danger" : worth === "ageing" || !snapshot.complete ? "waiting" : "plain",
    waiting: session.waiting > 0 ? `${counted(session.waiting, "change")} ${session.waiting === 1 ? "waits" : "wait"}` : null,
    needsYou: session.needsYou > 0 ? `${count(session.needsYou)} ${session.needsYou === 1 ? "needs" : "need"} you` : null,
    hold: session.hold.on ? "Hold is on" : null,
    ...link(session.link, now),
  };
}

function list(complete: boolean, asOf: Date | null, worth: "fresh" | "ageing" | "old", now: Date): string {
  if (!complete) return "List incomplete";
  if (!asOf) return "No list yet";
  const at = worth === "old" ? moment(asOf, now) : time(asOf);
  const suffix = worth === "fresh" ? "" : worth === "ageing" ? " (ageing)" : " (old)";
  return `List as of ${at}, ${age(asOf, now)} ago${suffix}`;
}

function link(state: Link, now: Date): Pick<Status, "link" | "linkTone" | "linkIcon"> {
  switch (state.kind) {
    case "connecting":
      return { link: "Connecting", linkTone: "plain", linkIcon: "sync" };
    case "online":
      return { link: "Online", linkTone: "good", linkIcon: "online" };
    case "syncing": {
      const { loaded, total } = state.progress;
      const far = total === null ? count(loaded) : `${count(loaded)} of about ${count(total)}`;
      return { link: loaded > 0 ? `Reading ${far}` : "Reading from the server", linkTone: "info", linkIcon: "sync" };
    }
    case "offline": {
      const again = instant(state.retryAt);
      const { name, tone, icon } = fault(state.code);
      return {
        link: again && again > now ? `${name}, next try at ${time(again)}` : name,
        linkTone: tone,
        linkIcon: icon,
      };
    }
    case "waiting": {
      const until = instant(state.until);
      return { link: until ? `Server asked to wait until ${time(until)}` : "Waiting", linkTone: "waiting", linkIcon: "clock" };
    }
    case "session_ended":
      return { link: "Signed out", linkTone: "danger", linkIcon: "lock" };
    case "deleted":
      return { link: "Deleted on the server", linkTone: "danger", linkIcon: "cross" };
    case "keychain_locked":
      return { link: "Keychain locked", linkTone: "waiting", linkIcon: "lock" };
    case "elsewhere":
      return { link: "Open in another program", linkTone: "info", linkIcon: "lock" };
  }
}

/** Why what never waits can't be done now; `null` when it can be tried. */
export function needsServer(session: SessionView): string | null {
  switch (session.link.kind) {
    case "offline":
      return "Offline: this needs the server, and never waits in the Outbox.";
    case "session_ended":
      return "Your session ended: sign in first.";
    case "keychain_locked":
      return "The keychain is locked: unlock it first.";
    case "elsewhere":
      return "Another program has this organization open: do it there.";
    case "deleted":
      return "The organization was deleted.";
    case "waiting":
      return "The server asked us to wait: try again after that.";
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
        ? `${fault(session.link.code).name}: nothing can be sent before the server answers.`
        : `${fault(session.link.code).name}: what waits goes out by itself when the server answers.`;
    case "session_ended":
      return "Your session ended: sign in, then what waits goes out.";
    case "keychain_locked":
      return "The keychain is locked: unlock it, then what waits goes out.";
    case "elsewhere":
      return "Another program has this organization open, and sends what waits.";
    case "deleted":
      return "The organization was deleted: nothing goes out any more.";
    case "waiting":
      return "The server asked us to wait: what waits goes out after that.";
    case "connecting":
    case "online":
    case "syncing":
      return null;
  }
}
