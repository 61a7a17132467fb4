/** The keyboard map, as F1 promises it. */
import { describe, expect, it } from "vitest";
import { KEYS, label, shortcut } from "./keys";

const press = (key: string, held: { ctrl?: boolean; meta?: boolean; shift?: boolean; alt?: boolean } = {}) => ({
  key, ctrlKey: held.ctrl ?? false, metaKey: held.meta ?? false, shiftKey: held.shift ?? false, altKey: held.alt ?? false,
});
const id = (key: string, held = {}, typing = false, mac = false) => shortcut(press(key, held), typing, mac)?.id ?? null;

describe("the keyboard map", () => {
  it.each([
    ["f", { ctrl: true }, "search"],
    ["/", {}, "search"],
    ["e", { ctrl: true }, "edit"],
    ["F5", {}, "refresh"],
    ["r", { ctrl: true }, "refresh"],
    ["O", { ctrl: true, shift: true }, "outbox"],
    ["z", { ctrl: true }, "take_back"],
    ["3", { ctrl: true }, "rail"],
    ["F6", {}, "next_pane"],
    ["F6", { shift: true }, "previous_pane"],
    ["F1", {}, "shortcuts"],
    [",", { ctrl: true }, "settings"],
    ["Escape", {}, "escape"],
  ])("%s %j asks for %s", (key, held, wanted) => {
    expect(id(key, held)).toBe(wanted);
  });
  it("leaves letters to the field that they are typed in", () => {
    expect(id("/", {}, true)).toBeNull();
    expect(id("z", { ctrl: true }, true), "Ctrl+Z in a field takes back typing").toBeNull();
    expect(id("f", { ctrl: true }, true)).toBe("search");
  });
  it("is Cmd on a Mac, and not Ctrl", () => {
    expect(id("f", { meta: true }, false, true)).toBe("search");
    expect(id("f", { ctrl: true }, false, true)).toBeNull();
    expect(label("Ctrl+Shift+O", true)).toBe("⌘⇧O");
  });
  it("leaves Alt combinations to the system", () => {
    expect(id("f", { ctrl: true, alt: true })).toBeNull();
  });
  it("knows which entry of the rail", () => {
    expect(shortcut(press("2", { ctrl: true }), false, false)).toEqual({ id: "rail", digit: 2 });
  });
  it("shows every key that it handles", () => {
    const shown = new Set(KEYS.map((row) => row.id));
    for (const wanted of ["search", "edit", "refresh", "outbox", "take_back", "settings", "next_pane", "shortcuts", "escape", "rail"] as const) {
      expect(shown.has(wanted), `F1 lists ${wanted}`).toBe(true);
    }
  });
});
