/** Marks must stand where Rust found the hit. */
import { describe, expect, it } from "vitest";
import { fold, marked } from "./fold";

const hits = (text: string, search: string): string[] =>
  marked(text, search).filter((piece) => piece.hit).map((piece) => piece.text);
const whole = (text: string, search: string): string => marked(text, search).map((piece) => piece.text).join("");

describe("folding", () => {
  it.each([
    ["Müller", "muller"],
    ["MU\u0308LLER", "muller"],
    ["Łukasz Żółć", "lukasz zolc"],
    ["STRAẞE", "strasse"],
    ["İstanbul", "istanbul"],
    ["Diyarbakır", "diyarbakir"],
    ["Søren Ærø", "soren aero"],
    ["Þór Đặng", "thor dang"],
    ["ﬁnance", "finance"],
    ["ＡＢＣ", "abc"],
    ["Ολυμπος", "ολυμποσ"],
    ["Йёлкин", "иелкин"],
    ["שָׁלוֹם", "שלום"],
    ["مُحَمَّد", "محمد"],
    ["Ana\u200d\u202eRuiz", "anaruiz"],
    ["tab\there", "tab here"],
  ])("%s folds to %s, as in Rust", (written, typed) => {
    expect(fold(written), "the page marks what the search in Rust found").toBe(typed);
  });
});

describe("marking", () => {
  it("marks every place, any case, any accent", () => {
    expect(hits("Ána Santana", "an")).toEqual(["Án", "an", "an"]);
  });
  it("marks a letter that folds to two when either is typed", () => {
    expect(hits("Straße", "rass")).toEqual(["raß"]);
    expect(hits("Ærø", "ae")).toEqual(["Æ"]);
  });
  it("keeps an accent with its letter", () => {
    expect(hits("Mu\u0308ller", "mu")).toEqual(["Mu\u0308"]);
  });
  it("marks each of several words", () => {
    expect(hits("Ana Ruiz", "rui an")).toEqual(["An", "Rui"]);
  });
  it("changes no letter of the text", () => {
    for (const text of ["<b>Ana</b>", "‮Ana", "👩🏽‍🚀 Ana", "", "A\u0301".repeat(1000)]) {
      expect(whole(text, "a"), "a name is shown as it is").toBe(text);
    }
  });
  it("marks nothing when nothing is searched", () => {
    expect(hits("Ana", "  ")).toEqual([]);
  });
});
