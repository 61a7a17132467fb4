/** Keys as people read them: how an event is written, how it is shown, and which keys belong to a text that is typed; and whose system that is. */
import { say } from "./say";

/** Keys that are handled where the focus is, for F1: the actions of the whole window name their own. */
export const HANDLED: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["↑ ↓", "Page Up", "Page Down", "Home", "End"], does: say("keys-move") },
  { keys: ["Enter"], does: say("keys-details") },
  { keys: ["Space"], does: say("keys-select") },
  { keys: ["Shift+↑ ↓", "Shift+Page Up", "Shift+Page Down", "Shift+Home", "Shift+End"], does: say("keys-extend") },
  { keys: ["Ctrl+A"], does: say("command-select-all") },
  { keys: ["Alt+↑ ↓"], does: say("keys-reorder") },
  { keys: ["Ctrl+Enter"], does: say("keys-confirm") },
  { keys: ["Esc"], does: say("keys-leave") },
];

/** Whether keys are labelled, and handled, as on a Mac. */
export const onMac = (platform: string = navigator.platform): boolean => /^(Mac|iP)/.test(platform);

/** Whether what confirms stands first, as on Windows. */
export const onWindows = (platform: string = navigator.platform): boolean => /^Win/.test(platform);

/** What is written on keys, where that differs from one language's keyboards to another's. */
const LABELS: Readonly<Record<string, string>> = {
  Ctrl: say("key-ctrl"),
  Shift: say("key-shift"),
  Alt: say("key-alt"),
  Enter: say("key-enter"),
  Space: say("key-space"),
  Delete: say("key-delete"),
  Home: say("key-home"),
  End: say("key-end"),
  "Page Up": say("key-page-up"),
  "Page Down": say("key-page-down"),
  Esc: say("key-escape"),
};

/** As the keyboard in front of the person has it: `Ctrl` is ⌘ on macOS. */
export const label = (keys: string, mac: boolean): string =>
  (mac ? keys.replace("Ctrl+", "⌘").replace("Shift+", "⇧") : keys).replace(/\p{L}[\p{L} ]+/gu, (name) => LABELS[name] ?? name);

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const WRITTEN: Readonly<Record<string, string>> = { Escape: "Esc", " ": "Space" };

/** What was pressed, as "Ctrl+Shift+O"; `null` for a combination that belongs to the system. */
export function written(event: Pressed, mac: boolean): string | null {
  if (event.altKey || (mac ? event.ctrlKey : event.metaKey)) return null;
  const { key } = event;
  const name = WRITTEN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  // The Shift that a keyboard needs to write a digit or a sign is not a part of the key.
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key));
  return `${(mac ? event.metaKey : event.ctrlKey) ? "Ctrl+" : ""}${shift ? "Shift+" : ""}${name}`;
}

/** While text is typed, letters go into it, Delete takes out of it, and Ctrl+Z takes back typing. */
export const belongsToText = (keys: string): boolean => [...keys].length === 1 || keys === "Ctrl+Z" || keys === "Delete";
