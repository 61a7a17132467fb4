/** Keys as people read them: how an event is written, how it is shown, and which keys belong to a text that is typed. */

/** Keys that are handled where the focus is, for F1: the actions of the whole window name their own. */
export const HANDLED: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["↑ ↓", "Page Up", "Page Down", "Home", "End"], does: "Move in the list" },
  { keys: ["Enter"], does: "Show the details of the user" },
  { keys: ["Space"], does: "Select the user, or leave them out" },
  { keys: ["Shift+↑ ↓", "Shift+Page Up", "Shift+Page Down", "Shift+Home", "Shift+End"], does: "Extend the selection" },
  { keys: ["Ctrl+A"], does: "Select all that match" },
  { keys: ["Alt+↑ ↓"], does: "In the Outbox: send what is about this user earlier, later" },
  { keys: ["Ctrl+Enter"], does: "Confirm a dialog" },
  { keys: ["Esc"], does: "Close, clear the selection, leave the search, in that order" },
];

/** Whether keys are labelled, and handled, as on a Mac. */
export const onMac = (platform: string = navigator.platform): boolean => /^(Mac|iP)/.test(platform);

/** As the system writes it: `Ctrl` is ⌘ on macOS. */
export const label = (keys: string, mac: boolean): string =>
  mac ? keys.replace("Ctrl+", "⌘").replace("Shift+", "⇧") : keys;

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
