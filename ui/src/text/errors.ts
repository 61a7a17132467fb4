/** From an error code to its words and what can be done: the one table. */
import type { Failure } from "../host/failure";

/** What the interface offers beside the words. */
export type ErrorAction = "retry" | "sign_in" | "choose_keep" | "review_outbox" | "back" | "none";

interface Words {
  /** What to say; `null` when Rust's own sentence is the best there is (it names the person, the rule, the field). */
  text: string | null;
  action: ErrorAction;
}

const TABLE: Readonly<Record<string, Words>> = {
  internal: { text: "Something went wrong inside Rollcall. Nothing was sent.", action: "retry" },
};

/** A failure in words for people. */
export function explain(failure: Failure): { text: string; action: ErrorAction } {
  const known = TABLE[failure.code];
  if (!known) return { text: failure.message, action: failure.retry ? "retry" : "none" };
  return { text: known.text ?? failure.message, action: known.action };
}

/** The codes that have words here. */
export const KNOWN_CODES: readonly string[] = Object.keys(TABLE);
