/** Every text that the window shows stands in the catalogue, in each language alike. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor as Walk } from "vite";
import { describe, expect, it } from "vitest";
import { LOCALES, sentences } from "../../catalogue.js";
import { LANGUAGES } from "./say";

const SOURCES = join(import.meta.dirname, "..");

/** What a person reads is written in these folders and files; the fake host plays the server's part. */
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts") && !file.startsWith(join("host", "")));

/** Two words beside each other, or one that begins a sentence and ends it. */
const SENTENCE = /\p{L}{2,}[ ,:]+\p{L}{2,}|^\p{Lu}\p{L}+[.…?!:]?$|\p{L}{2,}[.…?!]$/u;
/** Names of keys, of events and of what the page keeps, that happen to look like a word of English. */
const NO_WORDS = /^(?:(?:Ctrl|Shift|Alt)\+)*(Enter|Escape|Esc|Space|Delete|Backspace|Home|End|Tab|Page Up|Page Down|PageUp|PageDown|Arrow\w+|Ctrl|Shift|Rollcall|rollcall\.\S+|DOMException|AbortError)$/;
/** A language has its own name for itself, in all others. */
const OWN_NAMES: readonly string[] = Object.values(LANGUAGES);
/** Attributes that are read to a person. */
const SPOKEN = /(?:title|placeholder|alt|aria-label|aria-description|aria-roledescription|aria-valuetext|label)="([^"]*\p{L}[^"]*)"/gu;

/** The texts of a file that a person would read, each with its line. */
function outside(file: string): string[] {
  const source = readFileSync(join(SOURCES, file), "utf8");
  const found: string[] = [];
  const tell = (text: string, at: number): void => {
    found.push(`${file}:${source.slice(0, at).split("\n").length}: ${text.trim()}`);
  };
  /** Where texts begin that nobody reads: selectors, classes, forms of normalization, and what only whoever mends the program sees. */
  const unread = new Set<number>();
  new Walk({
    NewExpression: (node) => {
      if (node.callee.type === "Identifier" && node.callee.name === "Error") for (const each of node.arguments) unread.add(each.start);
    },
    CallExpression: (node) => {
      const { callee } = node;
      const name = callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
      if (/^(querySelector|querySelectorAll|closest|matches|normalize)$/.test(name)) for (const each of node.arguments) unread.add(each.start);
    },
    Literal: (node) => {
      if (typeof node.value === "string" && !unread.has(node.start) && SENTENCE.test(node.value) && !NO_WORDS.test(node.value) && !OWN_NAMES.includes(node.value)) tell(node.value, node.start);
    },
    TaggedTemplateExpression: (node) => {
      const tag = node.tag.type === "Identifier" ? node.tag.name : "";
      unread.add(node.quasi.start);
      if (tag !== "html") return;
      node.quasi.expressions.forEach((expression, at) => {
        const before = node.quasi.quasis.slice(0, at + 1).map((part) => part.value.raw).join("");
        if (!/ (class|style|\.\w+Class)=("[^"]*)?$/.test(before)) return;
        unread.add(expression.start);
        if (expression.type === "ConditionalExpression") unread.add(expression.consequent.start).add(expression.alternate.start);
      });
      // An expression stands for itself, so that what is around it is read as one text.
      const whole = node.quasi.quasis.map((part) => part.value.raw).join("\u0000");
      const texts = [...whole.matchAll(SPOKEN)].map((match) => match[1] ?? "");
      texts.push(...whole.replace(/<[^>]*>/g, "\n").split("\n"));
      for (const text of texts) if (/\p{L}/u.test(text) && !/^[^<]*=$/.test(text) && !NO_WORDS.test(text.trim())) tell(text.replaceAll("\u0000", "…"), node.start);
    },
    TemplateLiteral: (node) => {
      if (unread.has(node.start)) return;
      const whole = node.quasis.map((part) => part.value.cooked ?? "").join("\u0000");
      if (SENTENCE.test(whole) || /^\p{L}{2,} \u0000|\u0000 \p{L}{2,}/u.test(whole)) tell(whole.replaceAll("\u0000", "…"), node.start);
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** A catalogue's sentences by id, each with the names of what it is told. */
function catalogue(tag: string): Record<string, string[]> {
  const all = sentences(tag);
  const ids = all.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at), `each stands once in ${tag}`).toEqual([]);
  return Object.fromEntries(all.map(({ id, told }) => [id, told]));
}

describe("the catalogue", () => {
  const english = catalogue("en");

  it("is whole in every language, and each sentence is told the same", () => {
    expect(readdirSync(LOCALES).sort()).toEqual(Object.keys(LANGUAGES).sort());
    for (const tag of Object.keys(LANGUAGES)) expect(catalogue(tag), tag).toEqual(english);
  });

  it("has no sentence of the window that nobody says", () => {
    const sources = files.map((file) => readFileSync(join(SOURCES, file), "utf8")).join("\n");
    const own = sentences("en", "window-").map(({ id }) => id);
    expect(own.filter((id) => !sources.includes(`"${id}"`))).toEqual([]);
  });

  it("holds every text that is shown", () => {
    expect(files.flatMap((file) => outside(file))).toEqual([]);
  });
});
