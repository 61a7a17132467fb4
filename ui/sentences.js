/** Writes the catalogue's ids and what each sentence is told as a type, for `tsc` to hold every call to it. */
import { parse, Visitor } from "@fluent/syntax";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const folder = new URL("../locales/en/", import.meta.url);

class Variables extends Visitor {
  names = new Set();
  visitVariableReference(node) {
    this.names.add(node.id.name);
  }
}

function told(message) {
  const variables = new Variables();
  variables.visit(message);
  const names = [...variables.names].sort();
  return names.length === 0 ? "null" : `{ ${names.map((name) => `${name}: Told`).join("; ")} }`;
}

const lines = readdirSync(folder).filter((file) => file.startsWith("window-")).sort().flatMap((file) =>
  parse(readFileSync(new URL(file, folder), "utf8"), {}).body
    .filter((entry) => entry.type === "Message")
    .map((message) => `  "${message.id.name}": ${told(message)};`));

writeFileSync(new URL("src/text/sentences.d.ts", import.meta.url), `/** Generated from \`locales/en\` by \`npm run check\`. */
type Told = string | number;

export interface Sentences {
${lines.join("\n")}
}
`);
