/** Which places of a long list are on screen, and which recycled row draws each. Pure, so that it can be tested. */

/** Rows drawn beyond each edge, so that a quick flick shows rows and not a gap. */
export const OVERSCAN = 4;

export interface Range {
  /** First place, from 0. */
  first: number;
  /** Last place, inclusive; below `first` when there are none. */
  last: number;
}

/** The places that touch a view of this height, in pixels, scrolled by so much. */
export function visible(scrollTop: number, height: number, row: number, total: number): Range {
  const first = Math.max(0, Math.floor(scrollTop / row));
  const last = Math.min(total - 1, Math.ceil((scrollTop + height) / row) - 1);
  return { first: Math.min(first, Math.max(0, total - 1)), last };
}

/** The places to draw: those visible, and some beyond. */
export function drawn(range: Range, total: number): Range {
  return { first: Math.max(0, range.first - OVERSCAN), last: Math.min(total - 1, range.last + OVERSCAN) };
}

/** Rows needed to draw any view of this height: as many whether at the top or in the middle. */
export const poolSize = (height: number, row: number): number => Math.ceil(height / row) + 1 + 2 * OVERSCAN;

/** Where to scroll so that a place is wholly in view; the same value when it already is. */
export function reveal(index: number, scrollTop: number, height: number, row: number): number {
  const top = index * row;
  if (top < scrollTop) return top;
  if (top + row > scrollTop + height) return Math.max(0, top + row - height);
  return scrollTop;
}

/** Where a key moves to from a place; `null` when it is no moving key. */
export function moved(key: string, index: number, total: number, page: number): number | null {
  const last = total - 1;
  const clamp = (to: number): number => Math.max(0, Math.min(last, to));
  switch (key) {
    case "ArrowDown":
      return clamp(index + 1);
    case "ArrowUp":
      return clamp(index - 1);
    case "PageDown":
      return clamp(index + page);
    case "PageUp":
      return clamp(index - page);
    case "Home":
      return 0;
    case "End":
      return Math.max(0, last);
    default:
      return null;
  }
}
