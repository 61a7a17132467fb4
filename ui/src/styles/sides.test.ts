/** What stands beside something stands before or after it, as its reader reads: left and right are nobody's sides. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Every declaration of the stylesheets. */
const declarations = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".css")).flatMap((file) => {
  const source = readFileSync(join(import.meta.dirname, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
  return [...source.matchAll(/(?<=[{;]\s*)(-?-?[a-z][\w-]*)\s*:\s*([^;{}]+);/g)].map(([, name = "", value = ""]) => ({ file, name, value }));
});

/** The parts of a value; what stands in brackets is one part. */
const parts = (value: string): string[] => value.trim().match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

const isNothing = (length: string | undefined): boolean => length === undefined || /^-?0\D*$/.test(length);

/** Whether a declaration means a side of the screen: by its name, by a word, or by its place in a row of values. */
function isPhysical({ name, value }: { name: string; value: string }): boolean {
  if (/(^|-)(left|right)(-|$)/.test(name) || /\b(left|right)\b/.test(value)) return true;
  const [first, second, third, fourth] = parts(value);
  if (/^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/.test(name)) return fourth !== undefined && second !== fourth;
  if (name === "border-radius") return first !== (second ?? first) || (third ?? first) !== (fourth ?? second ?? first);
  if (/^(box-shadow|--shadow)$/.test(name)) {
    return value.split(/,(?![^(]*\))/).some((shadow) => {
      const [across] = parts(shadow).filter((part) => part !== "inset");
      return across !== "none" && !isNothing(across) && !/^(var\(--shadow\)|calc\(var\(--forward\))/.test(across ?? "");
    });
  }
  return name === "translate" && !isNothing(first);
}

it("finds the sides of the screen", () => {
  const physical = ["margin-left: 1px", "border-top-right-radius: 0", "text-align: right", "padding: 0 1px 0 2px", "border-radius: 0 4px 4px 0", "inset: 0 auto 0 0", "box-shadow: inset 3px 0 red", "translate: 4px 0"];
  const logical = ["margin-inline-start: 1px", "text-align: start", "padding: 0 1px 2px", "padding: 0 1px 2px 1px", "border-radius: 4px 4px 0 0", "box-shadow: 0 1px 2px rgb(0 0 0 / 0.1), 0 8px 24px red", "translate: 0 6px"];
  const read = (text: string): { name: string; value: string } => ({ name: text.split(": ")[0] ?? "", value: text.split(": ")[1] ?? "" });
  expect(physical.filter((text) => !isPhysical(read(text)))).toEqual([]);
  expect(logical.filter((text) => isPhysical(read(text)))).toEqual([]);
});

it("the stylesheets know the direction of reading, and no left or right", () => {
  expect(declarations.length).toBeGreaterThan(500);
  expect(declarations.filter(isPhysical).map(({ file, name, value }) => `${file}: ${name}: ${value}`)).toEqual([]);
});

it("scripts place nothing at a side of the screen", () => {
  const sources = join(import.meta.dirname, "..");
  const scripts = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const side = /\.style\.(left|right|\w+(Left|Right)\b)/;
  expect(scripts.filter((file) => side.test(readFileSync(join(sources, file), "utf8")))).toEqual([]);
});
