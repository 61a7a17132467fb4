/** A text with its hits marked. Pieces are text nodes: nothing in them is ever markup. */
import { html, type TemplateResult } from "lit";

export const marks = (pieces: readonly { text: string; hit: boolean }[]): (TemplateResult | string)[] =>
  pieces.map((piece) => (piece.hit ? html`<mark>${piece.text}</mark>` : piece.text));
