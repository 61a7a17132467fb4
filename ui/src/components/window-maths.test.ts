/** The list must show the right rows at any depth, with as few as fit. */
import { describe, expect, it } from "vitest";
import { drawn, moved, OVERSCAN, poolSize, reveal, visible } from "./window-maths";

const ROW = 44;
const TOTAL = 100_000;

describe("which rows are drawn", () => {
  it("shows the first rows at the top", () => {
    expect(visible(0, 440, ROW, TOTAL)).toEqual({ first: 0, last: 9 });
  });
  it("counts a row that is half in view", () => {
    expect(visible(22, 440, ROW, TOTAL)).toEqual({ first: 0, last: 10 });
  });
  it("ends at the last row", () => {
    expect(visible(TOTAL * ROW - 440, 440, ROW, TOTAL)).toEqual({ first: TOTAL - 10, last: TOTAL - 1 });
  });
  it("has no row when there is none", () => {
    const range = drawn(visible(0, 440, ROW, 0), 0);
    expect(range.last).toBeLessThan(range.first);
  });
  it("never needs more rows than the pool has, anywhere", () => {
    for (const height of [1, 43, 44, 45, 440, 437, 900]) {
      for (let top = 0; top < 500; top += 7) {
        const range = drawn(visible(top, height, ROW, TOTAL), TOTAL);
        expect(range.last - range.first + 1, "two places must never share a recycled row").toBeLessThanOrEqual(poolSize(height, ROW));
      }
    }
  });
  it("draws a few rows beyond each edge", () => {
    expect(drawn({ first: 100, last: 110 }, TOTAL)).toEqual({ first: 100 - OVERSCAN, last: 110 + OVERSCAN });
  });
});

describe("moving", () => {
  it("stays within the list", () => {
    expect(moved("ArrowUp", 0, 10, 5)).toBe(0);
    expect(moved("ArrowDown", 9, 10, 5)).toBe(9);
    expect(moved("PageDown", 7, 10, 5)).toBe(9);
    expect(moved("PageUp", 7, 10, 5)).toBe(2);
    expect(moved("Home", 7, 10, 5)).toBe(0);
    expect(moved("End", 0, 10, 5)).toBe(9);
  });
  it("leaves other keys alone", () => {
    expect(moved("a", 3, 10, 5)).toBeNull();
  });
  it("scrolls as little as shows the row", () => {
    expect(reveal(5, 0, 440, ROW)).toBe(0);
    expect(reveal(10, 0, 440, ROW)).toBe(44);
    expect(reveal(2, 440, 440, ROW)).toBe(88);
  });
});
