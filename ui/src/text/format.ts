/** Numbers and times as the reader's locale writes them, and how long ago something was. */
import { localeUsed, say } from "./say";

const numbers = new Intl.NumberFormat(localeUsed());
const clock = new Intl.DateTimeFormat(localeUsed(), { timeStyle: "short" });
const lists = new Intl.ListFormat(localeUsed(), { type: "unit" });
const dayOf = new Intl.DateTimeFormat(localeUsed(), { dateStyle: "medium" });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const count = (n: number): string => numbers.format(n);

/** "Support, Sales EMEA, Product", as the language parts what it lists. */
export const listed = (things: readonly string[]): string => lists.format(things);

export const time = (at: Date): string => clock.format(at);
export const date = (at: Date): string => dayOf.format(at);

/** An instant from Rust, or `null` when it is none. */
export function instant(text: string | null): Date | null {
  if (text === null) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Midnights between two instants, in the system's time zone. */
function daysBetween(earlier: Date, later: Date): number {
  const midnight = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

/** "today 14:02", "yesterday 14:02", "4 Mar 2024, 14:02". */
export function moment(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days === 0) return say("moment-today", { time: time(at) });
  if (days === 1) return say("moment-yesterday", { time: time(at) });
  return say("moment-on", { date: date(at), time: time(at) });
}

/** Last activity in a cell: "today, 09:41", "yesterday", "28 days ago"; a time ahead of the clock is a date. */
export function lastActive(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days < 0) return date(at);
  if (days === 0) return say("active-today", { time: time(at) });
  if (days === 1) return say("active-yesterday");
  return say("active-days-ago", { days });
}

/** How long something takes, and how long ago it was: languages say the two in different words. */
const AGES = { now: "age-now", minutes: "age-minutes", hours: "age-hours", days: "age-days" } as const;
const AGOS = { now: "ago-now", minutes: "ago-minutes", hours: "ago-hours", days: "ago-days" } as const;

function since(from: Date, now: Date, words: typeof AGES | typeof AGOS): string {
  const passed = Math.max(0, now.getTime() - from.getTime());
  if (passed < MINUTE) return say(words.now);
  if (passed < HOUR) return say(words.minutes, { count: Math.floor(passed / MINUTE) });
  if (passed < DAY) return say(words.hours, { count: Math.floor(passed / HOUR) });
  return say(words.days, { count: Math.floor(passed / DAY) });
}

/** "3 minutes", "6 days": the largest unit only. */
export const age = (from: Date, now: Date): string => since(from, now, AGES);

/** "3 minutes ago", "6 days ago". */
export const ago = (from: Date, now: Date): string => since(from, now, AGOS);

/** How far the list can be trusted: under 15 minutes, under a day, older. */
export function freshness(asOf: Date, now: Date): "fresh" | "ageing" | "old" {
  const passed = now.getTime() - asOf.getTime();
  if (passed < 15 * MINUTE) return "fresh";
  return passed < DAY ? "ageing" : "old";
}

/** Whole days until then, at least 0: what is left of an invitation. */
export const daysLeft = (until: Date, now: Date): number =>
  Math.max(0, Math.ceil((until.getTime() - now.getTime()) / DAY));

/** "40 s", "3 minutes": a wait that is counted down. */
export function wait(until: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return seconds < 120 ? say("wait-seconds", { count: seconds }) : say("age-minutes", { count: Math.ceil(seconds / 60) });
}
