/** The window names exactly the commands that the shell registers and permits, and a release holds no fake. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { COMMANDS } from "./commands";

const ROOT = join(import.meta.dirname, "../../..");

it("names what the shell registers", () => {
  const register = readFileSync(join(ROOT, "src-tauri/register.rs"), "utf8");
  const registered = [...register.matchAll(/^\s+\w+::(\w+),/gm)].map((found) => found[1]);
  expect([...COMMANDS].sort()).toEqual(registered.sort());
});

it("uses each of them", () => {
  const host = readFileSync(join(import.meta.dirname, "tauri.ts"), "utf8");
  for (const command of COMMANDS) expect(host, `${command} is called`).toContain(`"${command}"`);
});

it("is the only folder that names Tauri", () => {
  const src = join(ROOT, "ui/src");
  const naming = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .filter((file) => readFileSync(join(src, file), "utf8").includes("@tauri-apps"));
  expect(naming).toEqual([join("host", "tauri.ts")]);
});

it("leaves the fake out of the page that is embedded", () => {
  const page = readFileSync(join(ROOT, "ui/index.html"), "utf8");
  expect(page).not.toContain("dev/");
  const assets = join(ROOT, "ui/dist/assets");
  for (const file of existsSync(assets) ? readdirSync(assets) : []) {
    expect(readFileSync(join(assets, file), "utf8"), `${file} has no made-up people`).not.toContain("northwind.example");
  }
});
