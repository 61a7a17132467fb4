/** Case and accents folded as the search in Rust folds them, so that a hit can be marked where it stands. */

/** Marks that people leave out when they type; vowel signs of other scripts are letters, and stay. */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;
/** Characters without a shape: joiners, direction marks, variation selectors. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+/g;
const BLANK = /[\s\p{Cc}]/gu;
/** Letters that no decomposition takes apart, as people type them. */
const STROKES = /[ßæœþıøłđðħŧς]/g;
const TYPED: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ς: "σ",
};

export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ACCENTS, "")
    .replace(INVISIBLE, "")
    .replace(BLANK, " ")
    .replace(STROKES, (letter) => TYPED[letter] ?? letter);

/** One letter of a text: most are ASCII, and those need no tables. */
const foldLetter = (letter: string): string => (/^[ -~]$/.test(letter) ? letter.toLowerCase() : fold(letter));

/** The words of the search before: a list marks each of its rows with the same. */
let last: { search: string; words: readonly string[] } = { search: "", words: [] };

function wordsOf(search: string): readonly string[] {
  if (last.search !== search) {
    last = { search, words: [...new Set(fold(search).split(" "))].filter((word) => word.length > 0) };
  }
  return last.words;
}

/** A piece of a text, and whether it is a hit. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a text into pieces so that every place where a word of `search` stands is a hit. */
export function marked(text: string, search: string): Piece[] {
  const words = wordsOf(search);
  if (words.length === 0) return [{ text, hit: false }];
  const letters = [...text];
  const hits = new Array<boolean>(letters.length).fill(false);
  // Folding changes lengths, so each folded unit remembers the letter that it came from.
  const from: number[] = [];
  let folded = "";
  /** Letters that fold to nothing: an accent on its own belongs to the letter before it, hit or not. */
  const alone: boolean[] = [];
  letters.forEach((letter, at) => {
    const piece = foldLetter(letter);
    folded += piece;
    alone.push(piece === "");
    for (let unit = 0; unit < piece.length; unit++) from.push(at);
  });
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const start = from[at] ?? 0;
      const end = from[at + word.length - 1] ?? start;
      hits.fill(true, start, end + 1);
    }
  }
  const pieces: Piece[] = [];
  letters.forEach((letter, at) => {
    const before = pieces.at(-1);
    const hit = before && alone[at] === true ? before.hit : hits[at] === true;
    if (before && before.hit === hit) before.text += letter;
    else pieces.push({ text: letter, hit });
  });
  return pieces;
}
