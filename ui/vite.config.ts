/** Builds what the shell embeds: `index.html` alone, so that the fake host can't slip into a release. */
import { defineConfig } from "vitest/config";
import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the shell serves the folder from its own scheme.
  base: "./",
  define: { __VERSION__: JSON.stringify(version) },
  clearScreen: false,
  server: { port: 1420, strictPort: true, host: "127.0.0.1", fs: { allow: [".", "../locales"] } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["es2022", "safari16"],
    // No data: fonts or scripts: everything is a file of our own, as the content security policy wants it.
    assetsInlineLimit: 0,
    modulePreload: false,
    // For the notices of a release: what of npm is in the bundle.
    license: { fileName: "licenses.json" },
    rollupOptions: { input: new URL("./index.html", import.meta.url).pathname },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
  },
});
