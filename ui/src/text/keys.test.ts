/** Keys as they are written, and to whom they belong. */
import { describe, expect, it } from "vitest";
import { belongsToText, label, written } from "./keys";

type Held = { ctrl?: boolean; meta?: boolean; shift?: boolean; alt?: boolean };
const press = (key: string, held: Held = {}, mac = false) => written({
  key, ctrlKey: held.ctrl ?? false, metaKey: held.meta ?? false, shiftKey: held.shift ?? false, altKey: held.alt ?? false,
}, mac);

describe("a key", () => {
  it.each<[string, Held, string]>([
    ["f", { ctrl: true }, "Ctrl+F"],
    ["/", {}, "/"],
    ["/", { shift: true }, "/"],
    ["F5", {}, "F5"],
    ["O", { ctrl: true, shift: true }, "Ctrl+Shift+O"],
    ["3", { ctrl: true }, "Ctrl+3"],
    ["3", { ctrl: true, shift: true }, "Ctrl+3"],
    ["F6", { shift: true }, "Shift+F6"],
    [",", { ctrl: true }, "Ctrl+,"],
    ["Escape", {}, "Esc"],
  ])("%s %j is written %s", (key, held, wanted) => {
    expect(press(key, held)).toBe(wanted);
  });
  it("is Cmd on a Mac, and not Ctrl", () => {
    expect(press("f", { meta: true }, true)).toBe("Ctrl+F");
    expect(press("f", { ctrl: true }, true)).toBeNull();
    expect(label("Ctrl+Shift+O", true)).toBe("⌘⇧O");
  });
  it("held with Alt or the system's own key is left to the system", () => {
    expect(press("f", { ctrl: true, alt: true })).toBeNull();
    expect(press("f", { meta: true })).toBeNull();
  });
  it("belongs to the field that it is typed in, where it would write or take back there", () => {
    expect(["/", "A", "Ctrl+Z"].map(belongsToText)).toEqual([true, true, true]);
    expect(["Ctrl+F", "F1", "Esc", "Ctrl+K"].map(belongsToText)).toEqual([false, false, false, false]);
  });
});
