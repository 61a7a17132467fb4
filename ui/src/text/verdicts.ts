/** What the policy decided, in words. */
import type { Verdict } from "../host/types";

/** The rule's sentence, and who could help. */
export const reason = (verdict: Verdict): string => [verdict.reason, verdict.help].filter(Boolean).join(" ");

/** Why something can't be done, and who could help; `null` where it can be, or is left to the server. */
export const refusal = (verdict: Verdict | undefined): string | null => (verdict?.kind === "denied" ? reason(verdict) : null);
