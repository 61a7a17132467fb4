/** Reads the catalogue: each sentence with the names of what it is told, for the check of types and for the tests. */
import { parse, Visitor } from "@fluent/syntax";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder for each language. */
export const LOCALES = join(import.meta.dirname, "../locales");

class Variables extends Visitor {
  /** @type {Set<string>} */
  names = new Set();
  /**
   * @override
   * @param {import("@fluent/syntax").VariableReference} node
   */
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

/**
 * The sentences of a language in the order of its files, whose names begin so. Throws where one can't be read.
 * @param {string} tag
 * @param {string} [beginning]
 * @returns {{ id: string, told: string[] }[]}
 */
export function sentences(tag, beginning = "") {
  const folder = join(LOCALES, tag);
  return readdirSync(folder).filter((file) => file.startsWith(beginning)).sort().flatMap((file) =>
    parse(readFileSync(join(folder, file), "utf8"), {}).body.flatMap((entry) => {
      if (entry.type === "Junk") throw new Error(`${tag}/${file} can't be read: ${entry.content}`);
      if (entry.type !== "Message") return [];
      const variables = new Variables();
      variables.visit(entry);
      return [{ id: entry.id.name, told: [...variables.names].sort() }];
    }));
}
