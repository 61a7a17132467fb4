/** A name must not change the sentence around it. */
import { expect, it } from "vitest";
import { firstName, spoken } from "./names";

it("a direction override in a name ends with the name", () => {
  expect(spoken("Ana\u202e ziuR")).toBe("Ana ziuR");
  expect(firstName("\u202eAna Ruiz")).toBe("Ana");
});
it("nothing else is taken from a name", () => {
  for (const name of ["Þór Đặng", "<i>Ana</i>", "علي", "👩🏽‍🚀"]) expect(spoken(name)).toBe(name);
});
