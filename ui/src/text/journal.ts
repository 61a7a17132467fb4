/** The journal in words: what a line records, and what a check of the chain came to. */
import type { JournalKind, JournalVerified } from "../host/types";
import { date, instant } from "./format";
import type { Mark } from "./rows";
import { say } from "./say";

export const KINDS: Readonly<Record<JournalKind, Mark>> = {
  queued: { icon: "clock", tone: "waiting", text: say("journal-queued") },
  sending: { icon: "sync", tone: "info", text: say("journal-sending") },
  requeued: { icon: "clock", tone: "waiting", text: say("journal-requeued") },
  unknown: { icon: "sync", tone: "info", text: say("journal-unknown") },
  applied: { icon: "check", tone: "good", text: say("journal-applied") },
  rejected: { icon: "cross", tone: "danger", text: say("journal-rejected") },
  conflict: { icon: "alert", tone: "danger", text: say("journal-conflict") },
  cancelled: { icon: "pause", tone: "info", text: say("journal-cancelled") },
  edited: { icon: "clock", tone: "waiting", text: say("journal-edited") },
  moved: { icon: "clock", tone: "waiting", text: say("journal-moved") },
  restored: { icon: "back", tone: "info", text: say("journal-restored") },
  released: { icon: "check", tone: "info", text: say("journal-released") },
  confirmed: { icon: "check", tone: "info", text: say("journal-confirmed") },
  hold_on: { icon: "pause", tone: "waiting", text: say("journal-hold-on") },
  hold_off: { icon: "check", tone: "info", text: say("journal-hold-off") },
  other: { icon: "check", tone: "info", text: say("journal-other") },
  missing: { icon: "alert", tone: "danger", text: say("journal-missing") },
};

/** Those that can be looked for: a line that isn't there has no words. */
export const SEARCHED = (Object.keys(KINDS) as JournalKind[]).filter((kind) => kind !== "missing");

/** "1,204 lines, unbroken since 3 May 2025.", or what is wrong with the first line that doesn't hold. */
export function verified({ lines, since, broken }: JournalVerified): string {
  const from = instant(since);
  if (broken === null) {
    if (lines === 0) return say("verified-empty");
    return from ? say("verified-since", { lines, day: date(from) }) : say("verified-since-first", { lines });
  }
  if (lines === 0) return broken.message;
  return `${broken.message} ${from ? say("verified-before", { lines, day: date(from) }) : say("verified-before-first", { lines })}`;
}

/** "Since 1 Jul 2026", "1 Jul 2026 – 30 Sept 2026"; `until` is the first moment after the last day. */
export function between(since: Date | null, until: Date | null): string | null {
  const last = until && date(new Date(until.getTime() - 1));
  if (since && last) return date(since) === last ? last : `${date(since)} – ${last}`;
  if (since) return say("journal-since", { day: date(since) });
  return last && say("journal-until", { day: last });
}

/** The midnight with which a day begins here, written as 2026-07-01; `null` for what is no day. */
export function dayOf(text: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const at = new Date(year, month - 1, day);
  return at.getMonth() === month - 1 && at.getDate() === day ? at : null;
}

/** A day as it is written in a field. */
export function written(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The midnight so many days before the one with which today begins, or after it. */
export const midnight = (now: Date, days: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
