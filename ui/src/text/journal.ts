/** The journal in words: what a line records, and what a check of the chain came to. */
import type { JournalKind, JournalVerified } from "../host/types";
import { counted, date, instant } from "./format";
import type { Mark } from "./rows";

export const KINDS: Readonly<Record<JournalKind, Mark>> = {
  queued: { icon: "clock", tone: "waiting", text: "Queued" },
  sending: { icon: "sync", tone: "info", text: "Sending" },
  requeued: { icon: "clock", tone: "waiting", text: "Queued again" },
  unknown: { icon: "sync", tone: "info", text: "No answer" },
  applied: { icon: "check", tone: "good", text: "Done" },
  rejected: { icon: "cross", tone: "danger", text: "Refused" },
  conflict: { icon: "alert", tone: "danger", text: "Conflict" },
  cancelled: { icon: "pause", tone: "info", text: "Taken back" },
  edited: { icon: "clock", tone: "waiting", text: "Edited" },
  moved: { icon: "clock", tone: "waiting", text: "Moved" },
  restored: { icon: "back", tone: "info", text: "Waits again" },
  released: { icon: "check", tone: "info", text: "Let go" },
  confirmed: { icon: "check", tone: "info", text: "Confirmed" },
  hold_on: { icon: "pause", tone: "waiting", text: "Hold switched on" },
  hold_off: { icon: "check", tone: "info", text: "Hold switched off" },
  other: { icon: "check", tone: "info", text: "Other" },
  missing: { icon: "alert", tone: "danger", text: "Missing" },
};

/** Those that can be looked for: a line that isn't there has no words. */
export const SEARCHED = (Object.keys(KINDS) as JournalKind[]).filter((kind) => kind !== "missing");

/** "1,204 lines, unbroken since 3 May 2025.", or what is wrong with the first line that doesn't hold. */
export function verified({ lines, since, broken }: JournalVerified): string {
  const from = instant(since);
  const hold = counted(lines, "line");
  if (broken === null) return lines === 0 ? "The journal is empty." : `${hold}, unbroken since ${from ? date(from) : "the first"}.`;
  return lines === 0 ? broken.message : `${broken.message} The ${hold} before it ${lines === 1 ? "holds" : "hold"}, from ${from ? date(from) : "the first"} on.`;
}

/** "Since 1 Jul 2026", "1 Jul 2026 – 30 Sept 2026"; `until` is the first moment after the last day. */
export function between(since: Date | null, until: Date | null): string | null {
  const last = until && date(new Date(until.getTime() - 1));
  if (since && last) return date(since) === last ? last : `${date(since)} – ${last}`;
  if (since) return `Since ${date(since)}`;
  return last && `Until ${last}`;
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
