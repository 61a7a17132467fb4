/** Writes the window's sentences and what each is told as a type, for `tsc` to hold every call to it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "./catalogue.js";

const lines = sentences("en", "window-").map(({ id, told }) =>
  `  "${id}": ${told.length === 0 ? "null" : `{ ${told.map((name) => `${name}: Told`).join("; ")} }`};`);

writeFileSync(join(import.meta.dirname, "src/text/sentences.d.ts"), `/** Generated from \`locales/en\` by \`npm run check\`. */
type Told = string | number;

export interface Sentences {
${lines.join("\n")}
}
`);
