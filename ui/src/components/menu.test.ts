/** A list of choices is open no longer than the keyboard is in it. */
import { afterEach, expect, it } from "vitest";
import { ChoiceMenu } from "./menu";

async function opened(): Promise<ChoiceMenu> {
  const menu = new ChoiceMenu();
  menu.items = [{ id: "one", label: "One", kind: "action" }, { id: "two", label: "Two", kind: "action" }];
  const other = document.createElement("button");
  document.body.append(menu, other);
  await menu.updateComplete;
  menu.querySelector("button")!.click();
  await menu.updateComplete;
  await menu.updateComplete;
  return menu;
}

const goes = (from: Element, to: Element | null): boolean => from.dispatchEvent(new FocusEvent("focusout", { bubbles: true, relatedTarget: to }));

afterEach(() => document.body.replaceChildren());

it("closes when the keyboard goes elsewhere", async () => {
  const menu = await opened();
  goes(menu.querySelector("[role=menuitem]")!, document.querySelector("body > button"));
  expect(menu.open).toBe(false);
});

it("stays open from one choice to the next, and while the whole window is left", async () => {
  const menu = await opened();
  const [one, two] = menu.querySelectorAll("[role=menuitem]");
  goes(one!, two!);
  expect(menu.open).toBe(true);
  goes(two!, null);
  expect(menu.open).toBe(true);
});
