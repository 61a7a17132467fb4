/** The buttons of a dialog stand, and are reached by Tab, in the order of the system. */
import { html } from "lit";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ModalDialog, type Footer } from "./dialog";

const button = (label: string) => html`<button type="button">${label}</button>`;

async function buttons(platform: string, footer: Footer): Promise<string[]> {
  vi.spyOn(navigator, "platform", "get").mockReturnValue(platform);
  const dialog = new ModalDialog();
  dialog.footer = footer;
  document.body.append(dialog);
  await dialog.updateComplete;
  return [...dialog.querySelectorAll("footer button")].map((each) => each.textContent ?? "");
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("under a dialog", () => {
  const asked = { leave: button("Cancel"), confirm: button("Delete Ana Ruiz") };

  it.each(["Win32", "Windows"])("what confirms stands before what leaves on Windows (%s)", async (platform) => {
    expect(await buttons(platform, asked)).toEqual(["Delete Ana Ruiz", "Cancel"]);
  });
  it.each(["MacIntel", "Linux x86_64", "X11; Linux aarch64"])("what confirms stands at the end elsewhere (%s)", async (platform) => {
    expect(await buttons(platform, asked)).toEqual(["Cancel", "Delete Ana Ruiz"]);
  });
  it("what leads elsewhere, or does more, stands before both", async () => {
    const all = { ...asked, more: button("Save these…"), aside: button("Many at once…") };
    expect(await buttons("Win32", all)).toEqual(["Many at once…", "Save these…", "Delete Ana Ruiz", "Cancel"]);
    document.body.replaceChildren();
    expect(await buttons("MacIntel", all)).toEqual(["Many at once…", "Save these…", "Cancel", "Delete Ana Ruiz"]);
  });
  it("there may be nothing to confirm", async () => {
    expect(await buttons("Win32", { leave: button("Close") })).toEqual(["Close"]);
  });
});

it("no dialog orders its buttons itself", () => {
  const root = join(import.meta.dirname, "..");
  const given = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => (readFileSync(join(root, file), "utf8").match(/\.footer=\$\{.{0,20}/g) ?? []).map((text) => `${file}: ${text}`));
  expect(given.length).toBeGreaterThan(20);
  expect(given.filter((each) => !/=\$\{(\{|this\.#footer\()/.test(each))).toEqual([]);
});
