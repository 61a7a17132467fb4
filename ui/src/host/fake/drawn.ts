/** What the tests of what is drawn share: they wait until something is there, and read it. */
import { vi } from "vitest";

/** Waits for a condition, not for a time; fails after as long as nothing takes on the fake host. */
export const until = (there: () => boolean): Promise<void> => vi.waitUntil(there, { timeout: 3000, interval: 5 }).then(() => undefined);

/** The text of an element as it is read; empty where there is none. */
export const read = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** The text of the first such element. */
export const text = (selector: string): string => read(document.querySelector(selector));
