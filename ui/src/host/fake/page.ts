/** The window as a test opens it on the fake host, and what a person does to it. */
import { afterEach, beforeEach } from "vitest";
import { RollcallWindow } from "../../window";
import { read, until } from "./drawn";
import type { FakeHost } from "./fake";

/** The window that was opened last; it is gone after each test, and so is what it keeps. */
export let page: RollcallWindow;

beforeEach(() => localStorage.clear());
afterEach(() => page?.remove());

/** Opens a window, and waits until this is there. */
export async function opened(host: FakeHost, there: () => boolean): Promise<FakeHost> {
  page = new RollcallWindow();
  document.body.append(page);
  await page.start(host);
  await until(there);
  return host;
}

/** Whether the keyboard is in the list, as it is once there is one. */
export const inList = (): boolean => document.activeElement?.getAttribute("role") === "grid";

/** The first such element, which is there. */
export function element<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = page.querySelector<E>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

/** The first button whose name begins so. */
export const button = (name: string): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>("button")].find((each) => (each.getAttribute("aria-label") ?? read(each)).startsWith(name));

/** What a screen reader says after the name: the texts that describe it. */
export function description(of: Element | null | undefined): string {
  const ids = of?.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => read(document.getElementById(id))).join(" ").trim();
}

/** Presses a key, wherever the keyboard is. Answers whether the browser would do something of its own then. */
export const press = (key: string, held: KeyboardEventInit = {}): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));

/** Types over what a field holds. */
export function type(selector: string, value: string): void {
  const field = element<HTMLInputElement>(selector);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Presses the button that a dialog is for. */
export const confirm = (): void => void element("dialog form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
