/** What a sentence is told stands in it as the language writes it. */
import { html } from "lit";
import { afterEach, describe, expect, it } from "vitest";
import { compose, say, speak } from "./say";

afterEach(() => speak("en"));

describe("a sentence", () => {
  it("counts as its language does", () => {
    expect(say("age-days", { count: 1 })).toBe("1 day");
    expect(say("age-days", { count: 1240 })).toMatch(/^1.240 days$/);
    speak("de");
    expect(say("age-days", { count: 1 })).toBe("1 Tag");
    expect(say("age-days", { count: 1240 })).toBe("1.240 Tage");
  });
  it("keeps a name that is read from right to left to itself, and no other", () => {
    expect(say("settings-version", { version: "נוי" })).toBe("Version \u2068נוי\u2069");
    expect(say("settings-version", { version: "Ana" })).toBe("Version Ana");
  });
  it("tells the page its language, and the direction in which that is read", () => {
    speak("de");
    expect(document.documentElement).toMatchObject({ lang: "de", dir: "ltr" });
  });
  it("takes something drawn in the place of a word", () => {
    const bold = html`<b>1.0</b>`;
    expect(compose("settings-version", { version: bold })).toEqual(["Version ", bold, ""]);
  });
});
