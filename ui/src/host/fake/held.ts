/** Holds the answers of one command back, so that a test decides when each comes, and in which order. */
import type { Failure } from "../failure";
import type { Host } from "../host";

export interface Held {
  go: () => void;
  fail: (cause: Failure) => void;
}

/** From now on; the list grows with each call. */
export function held(host: Host, command: keyof Host): Held[] {
  const calls: Held[] = [];
  const answer = (host[command] as (...args: unknown[]) => Promise<unknown>).bind(host);
  const later = (...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => calls.push({ go: () => resolve(answer(...args)), fail: reject }));
  Object.assign(host, { [command]: later });
  return calls;
}
