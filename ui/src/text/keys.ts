/** The keyboard: one table that handles keys and that F1 shows, so that the two can't differ. */

export type Shortcut =
  | "search" | "edit" | "refresh" | "outbox" | "take_back" | "settings" | "next_pane" | "previous_pane" | "shortcuts"
  | "escape" | "rail";

interface Row {
  id: Shortcut | null;
  /** As people read it; `Ctrl` is shown as ⌘ on macOS. */
  keys: readonly string[];
  does: string;
}

/** Rows without an id are handled where the focus is: the list, a dialog. */
export const KEYS: readonly Row[] = [
  { id: "search", keys: ["Ctrl+F", "/"], does: "Search users" },
  { id: null, keys: ["↑ ↓", "Page Up", "Page Down", "Home", "End"], does: "Move in the list" },
  { id: null, keys: ["Enter"], does: "Show the details of the user" },
  { id: "edit", keys: ["Ctrl+E"], does: "Edit role and workspaces" },
  { id: null, keys: ["Ctrl+Enter"], does: "Confirm a dialog" },
  { id: "take_back", keys: ["Ctrl+Z"], does: "Take back the last waiting change" },
  { id: "outbox", keys: ["Ctrl+Shift+O"], does: "Open the Outbox" },
  { id: "refresh", keys: ["F5", "Ctrl+R"], does: "Refresh the list from the server" },
  { id: "rail", keys: ["Ctrl+1 … 9"], does: "Go to an entry of the rail" },
  { id: "next_pane", keys: ["F6"], does: "Next pane" },
  { id: "previous_pane", keys: ["Shift+F6"], does: "Previous pane" },
  { id: "settings", keys: ["Ctrl+,"], does: "Settings" },
  { id: "shortcuts", keys: ["F1"], does: "This list" },
  { id: "escape", keys: ["Esc"], does: "Close, clear the selection, leave the search, in that order" },
];

/** Whether keys are labelled, and handled, as on a Mac. */
export const onMac = (platform: string = navigator.platform): boolean => /^(Mac|iP)/.test(platform);

export const label = (keys: string, mac: boolean): string =>
  mac ? keys.replace("Ctrl+", "⌘").replace("Shift+", "⇧") : keys;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** What a key asks for; `typing` is true while the focus is where letters go. */
export function shortcut(event: Pressed, typing: boolean, mac: boolean): { id: Shortcut; digit?: number } | null {
  if (event.altKey) return null;
  const command = mac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (!command) {
    if (event.ctrlKey || event.metaKey) return null;
    if (key === "/" && !typing) return { id: "search" };
    if (key === "F5") return { id: "refresh" };
    if (key === "F6") return { id: event.shiftKey ? "previous_pane" : "next_pane" };
    if (key === "F1") return { id: "shortcuts" };
    if (key === "Escape") return { id: "escape" };
    return null;
  }
  if (event.shiftKey) return key === "o" ? { id: "outbox" } : null;
  if (key === "f") return { id: "search" };
  if (key === "e") return { id: "edit" };
  if (key === "r") return { id: "refresh" };
  if (key === ",") return { id: "settings" };
  // While typing, Ctrl+Z belongs to the text.
  if (key === "z" && !typing) return { id: "take_back" };
  if (/^[1-9]$/.test(key)) return { id: "rail", digit: Number(key) };
  return null;
}
