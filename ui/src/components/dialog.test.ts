/** The buttons of a dialog stand, and are reached by Tab, in the order of the system. */
import { html, render, type TemplateResult } from "lit";
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

describe("the keyboard in a dialog", () => {
  async function shown(content: TemplateResult, footer: Footer): Promise<ModalDialog> {
    const dialog = new ModalDialog();
    Object.assign(dialog, { content, footer });
    document.body.append(dialog);
    await dialog.updateComplete;
    return dialog;
  }
  const first = html`<input id="typed" data-first />`;

  it("goes to what comes first, also where that is read only after the dialog has opened", async () => {
    const dialog = await shown(html`<p>Loading…</p>`, { leave: button("Cancel") });
    dialog.content = first;
    await dialog.updateComplete;
    expect(document.activeElement?.id).toBe("typed");
  });

  it("stays where the person has gone meanwhile", async () => {
    const dialog = await shown(html`<p>Loading…</p>`, { leave: html`<button id="other"></button>${button("Cancel")}` });
    dialog.querySelector<HTMLElement>("#other")?.focus();
    const other = document.activeElement;
    expect(other?.id).toBe("other");
    dialog.content = first;
    await dialog.updateComplete;
    expect(document.activeElement).toBe(other);
  });

  it("is not lost with the button of a step that is over", async () => {
    const dialog = await shown(html``, { leave: html`<button id="next" data-first>Next</button>` });
    expect(document.activeElement?.id).toBe("next");
    dialog.footer = { leave: html`<a>no button</a>` };
    await dialog.updateComplete;
    expect(document.activeElement?.tagName).toBe("DIALOG");
    dialog.footer = { leave: html`<button id="next" data-first>Next</button>` };
    await dialog.updateComplete;
    dialog.footer = { leave: html`<button id="close" data-first>Close</button>` };
    await dialog.updateComplete;
    expect(document.activeElement?.id).toBe("close");
  });
});

it("holds the messages of the window while nothing else can be heard, and gives them back", async () => {
  render(html`<main><section class="toasts"></section></main>`, document.body);
  const dialog = new ModalDialog();
  document.body.append(dialog);
  await dialog.updateComplete;
  expect(document.querySelector(".toasts")?.parentElement?.tagName).toBe("DIALOG");
  dialog.remove();
  expect(document.querySelector(".toasts")?.parentElement?.tagName).toBe("MAIN");
});
