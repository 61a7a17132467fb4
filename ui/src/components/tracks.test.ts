/** The widths of columns: all of them in a wide view, and the first ones in a narrow one. */
import { expect, it } from "vitest";
import { fitting, template, type Track } from "./tracks";

const track = (least: number, share = 1, width: number | null = null): Track => ({ least, share, width });
const USUAL = [track(12, 1.9), track(7, 1.1), track(6.5), track(9.25, 0)];

it("draws every column of a wide view, which scrolls when they are too many", () => {
  expect(fitting([...USUAL, ...USUAL], 50)).toBe(8);
  expect(template(USUAL, 50)).toEqual({
    columns: "minmax(12rem, 1.9fr) minmax(7rem, 1.1fr) minmax(6.5rem, 1fr) 9.25rem",
    least: 12 + 7 + 6.5 + 9.25 + 3 * 0.65 + 1.8,
  });
});

it("drops columns from the end of a narrow view, and never the first", () => {
  expect(fitting(USUAL, 39)).toBe(4);
  expect(fitting(USUAL, 30)).toBe(3);
  expect(fitting(USUAL, 18.5), "a phone shows name and role").toBe(2);
  expect(fitting(USUAL, 4)).toBe(1);
  expect(template(USUAL.slice(0, 2), 18.5)).toEqual({ columns: "minmax(0, 1.9fr) minmax(7rem, 1.1fr)", least: 0 });
});

it("keeps a column as wide as a person made it, and fills the row all the same", () => {
  expect(template([track(12, 1.9), track(7, 1.1, 320)], 50).columns).toBe("minmax(12rem, 1.9fr) 20rem");
  expect(template([track(12, 1.9, 320), track(7, 1.1, 160)], 50).columns).toBe("20rem minmax(10rem, 1fr)");
});
