/** A tab controls its own panel, which is there only while the tab is chosen. */
import { render } from "lit";
import { expect, it } from "vitest";
import { tabs } from "./tabs";

it("names the panel that is there, and none that is not", () => {
  render(tabs("Parts", [{ id: "one", label: "One" }, { id: "two", label: "Two" }], "two", () => undefined), document.body);
  expect([...document.querySelectorAll("[role=tab]")].map((tab) => tab.getAttribute("aria-controls"))).toEqual([null, "panel-two"]);
});
