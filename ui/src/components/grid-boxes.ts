/** The boxes of a grid in which rows can be selected: one before each row, and one in the head for all. */
import { html, type TemplateResult } from "lit";

/** What was asked of the selection, by place; the keyboard goes to the place named. */
export type Selecting =
  | { kind: "toggle"; index: number }
  /** From the row that was moved to last, to this one. */
  | { kind: "extend"; index: number }
  | { kind: "all" }
  | { kind: "none" };

/** Which rows are selected. */
export interface Selectable {
  has: (row: unknown) => boolean;
  /** Of all rows. */
  many: "none" | "some" | "all";
  /** What pressing the box in the head does. */
  label: string;
}

/** In rem: the column of boxes with the gap after it, as in the stylesheet. */
export const BOXES = 2.15;

const CHECKED = { none: "false", some: "mixed", all: "true" } as const;

/** Drawn by the stylesheet: that it is ticked, the row itself says. */
export const rowBox = html`<div role="gridcell" class="grid-cell grid-box"><span class="box"></span></div>`;

/** A press selects all, or none. */
export const headBox = (of: Selectable, select: (asked: Selecting) => void): TemplateResult => html`<div role="columnheader" class="grid-cell grid-box">
  <button
    type="button"
    role="checkbox"
    aria-checked=${CHECKED[of.many]}
    aria-label=${of.label}
    @click=${() => select({ kind: of.many === "all" ? "none" : "all" })}
  ><span class="box"></span></button>
</div>`;
