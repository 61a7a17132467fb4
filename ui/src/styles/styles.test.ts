/** What the system asks of the look is given: its colours, and no motion. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Rule {
  /** The conditions around it, outermost first. */
  within: string[];
  selectors: string[];
  declared: string;
}

/** The rules of every stylesheet, taken apart as far as is asked here. */
const rules: Rule[] = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".css")).flatMap((file) => {
  const text = readFileSync(`${import.meta.dirname}/${file}`, "utf8").replace(/\/\*.*?\*\//gs, "");
  const found: Rule[] = [];
  const within: string[] = [];
  for (const [, head = "", body] of text.matchAll(/([^{};]*)(?:\{([^{}]*)\}|\{|\})/g)) {
    const begins = head.trim();
    if (body !== undefined) found.push({ within: [...within], selectors: begins.split(/,\s*(?![^(]*\))/), declared: body });
    else if (begins !== "") within.push(begins);
    else within.pop();
  }
  return found;
});

const forced = rules.filter((rule) => rule.within.some((each) => each.includes("forced-colors: active")));
const usual = rules.filter((rule) => rule.within.length === 0);
const named = (of: readonly Rule[]): Set<string> => new Set(of.flatMap((rule) => rule.selectors));
const tokens = (of: readonly Rule[]): string[] => of.filter((rule) => rule.selectors.includes(":root")).flatMap((rule) => rule.declared.match(/--[\w-]+(?=:)/g) ?? []);

describe("where the system chooses the colours", () => {
  it("each colour of the look has one of the system's in its place", () => {
    const colours = usual.filter((rule) => rule.selectors.includes(":root"))
      .flatMap((rule) => [...rule.declared.matchAll(/(--[\w-]+): (?:#|var\()/g)].map((match) => match[1] ?? ""));
    expect(colours.length).toBeGreaterThan(20);
    expect(colours.filter((each) => !tokens(forced).includes(each) && each !== "--mark")).toEqual([]);
    expect(named(forced), "what a search found has the system's two").toContain("mark");
  });

  it("what is selected, open or under the keyboard is told by more than a ground that is taken away", () => {
    const STATE = /\[aria-(selected|checked|current|pressed)(="true")?\]$|\[tabindex="0"\]$|:focus$|-(on|changed)$/;
    const byGround = usual
      .filter((rule) => /background/.test(rule.declared) && !/(border|outline)(-color)?: [^;]*var\(--(accent|focus)\)/.test(rule.declared))
      .flatMap((rule) => rule.selectors).filter((selector) => STATE.test(selector));
    expect(byGround).toContain('.grid-row[aria-selected="true"]');
    const all = [...named(forced)].map((selector) => selector.replace(":is(:focus, :hover)", ":focus"));
    expect(byGround.filter((selector) => !all.includes(selector))).toEqual([]);
  });

  it("every ring is drawn in the colour of the focus", () => {
    const rings = rules.filter((rule) => /outline: [^0]/.test(rule.declared));
    expect(rings.flatMap((rule) => rule.selectors)).toContain(":focus-visible");
    for (const ring of rings) expect(ring.declared, ring.selectors.join()).toContain("var(--focus)");
    expect(tokens(forced)).toContain("--focus");
  });
});

it("nothing moves unless the system allows motion", () => {
  const moving = rules.filter((rule) => /(transition|animation|(?<!over)scroll-behavior):/.test(rule.declared));
  expect(moving.length).toBeGreaterThan(0);
  expect(moving.filter((rule) => !rule.within.includes("@media (prefers-reduced-motion: no-preference)")).flatMap((rule) => rule.selectors)).toEqual([]);
});

it("a stylesheet holds no words", () => {
  expect(rules.flatMap((rule) => rule.declared.match(/content: "[^"]*\p{L}[^"]*"/gu) ?? [])).toEqual([]);
});
