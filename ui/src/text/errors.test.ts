/** Every code that Rust can send has its words and its action here. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Failure } from "../host/failure";
import { explain, KNOWN_CODES } from "./errors";

const APP = join(import.meta.dirname, "../../../crates/app/src");
const SERVER = join(import.meta.dirname, "../../../crates/sync/src/remote_error.rs");

/** The codes in the Rust sources: what a failure is made with, tests left out. */
function codes(): Set<string> {
  const found = new Set<string>();
  for (const file of readdirSync(APP, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".rs")) continue;
    const [code = ""] = readFileSync(join(APP, file), "utf8").split("#[cfg(test)]");
    for (const [, name] of code.matchAll(/(?:Failure|Self)::new\(\s*"([a-z_]+)"/g)) found.add(name ?? "");
    // In the table from an error to its code, codes stand to the right of an arrow.
    if (file.endsWith("failure.rs")) {
      for (const [, name] of code.matchAll(/=>\s*"([a-z_]+)"/g)) found.add(name ?? "");
    }
  }
  // What a server or the way to it can do, under the names that it has there.
  for (const [, name] of readFileSync(SERVER, "utf8").matchAll(/=>\s*"([a-z_]+)"/g)) found.add(name ?? "");
  return found;
}

describe("the table of errors", () => {
  it("has words for every code of the use cases", () => {
    const missing = [...codes()].filter((code) => !KNOWN_CODES.includes(code));
    expect(missing, "codes have a handler and words").toEqual([]);
  });
  it("keeps Rust's sentence where that names the rule or the person", () => {
    const failure = new Failure("denied", "User Admins can't change roles.", undefined, false, "Ask an Admin: Ada, Grace.");
    expect(explain(failure).text).toBe("User Admins can't change roles. Ask an Admin: Ada, Grace.");
  });
  it("shows a code from a newer program with its own sentence", () => {
    expect(explain(new Failure("of_tomorrow", "It rains.", undefined, true))).toEqual({ text: "It rains.", action: "retry" });
  });
  it("takes a failure from the bridge as it came", () => {
    const failure = Failure.from({ code: "url_invalid", message: "No.", field: "url", retry: true, help: "Add https." });
    expect(failure).toMatchObject({ code: "url_invalid", message: "No.", field: "url", retry: true, help: "Add https." });
    expect(Failure.from("a panic").code).toBe("internal");
  });
});
