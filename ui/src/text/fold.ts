/** Case and accents folded as the search in Rust folds them, so that a hit can be marked where it stands. */

const MARKS = /\p{M}+/gu;
/** Letters that no decomposition takes apart, as people type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss", ẞ: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i",
};

export function fold(text: string): string {
  let out = "";
  for (const letter of text.normalize("NFKD").replace(MARKS, "").toLowerCase()) out += LETTERS[letter] ?? letter;
  return out.replace(MARKS, "");
}

/** A piece of a text, and whether it is a hit. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a text into pieces so that every place where a word of `search` stands is a hit. */
export function marked(text: string, search: string): Piece[] {
  const words = fold(search).split(/\s+/).filter((word) => word.length > 0);
  if (words.length === 0) return [{ text, hit: false }];
  // Folding changes lengths, so each folded unit remembers the letter that it came from.
  const letters = [...text];
  const from: number[] = [];
  let folded = "";
  letters.forEach((letter, at) => {
    const piece = fold(letter);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) from.push(at);
  });
  const hits = new Array<boolean>(letters.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const start = from[at] ?? 0;
      const end = from[at + word.length - 1] ?? start;
      for (let letter = start; letter <= end; letter++) hits[letter] = true;
    }
  }
  const pieces: Piece[] = [];
  letters.forEach((letter, at) => {
    // A combining mark belongs to the letter before it, hit or not.
    const combining = fold(letter) === "";
    const last = pieces.at(-1);
    const hit = combining && last ? last.hit : hits[at] === true;
    if (last && last.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  });
  return pieces.length > 0 ? pieces : [{ text, hit: false }];
}
