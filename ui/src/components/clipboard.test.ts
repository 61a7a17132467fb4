/** What could not be copied says why: the text that never came before the clipboard that refused. */
import { afterEach, expect, it, vi } from "vitest";
import { Failure } from "../host/failure";
import { toClipboard } from "./clipboard";

function clipboard(write: () => Promise<void>): void {
  vi.stubGlobal("ClipboardItem", class {});
  vi.stubGlobal("navigator", { clipboard: { write } });
}

afterEach(() => vi.unstubAllGlobals());

it("says of a clipboard that takes nothing that it took nothing", async () => {
  clipboard(() => Promise.reject(new DOMException("denied", "NotAllowedError")));
  await expect(toClipboard("text")).rejects.toMatchObject({ code: "not_copied", message: "The system's clipboard did not take it." });
});

it("says of a text that could not be had why, and not that it could not be copied", async () => {
  clipboard(() => Promise.reject(new DOMException("no blob", "DataError")));
  const cause = new Failure("too_many_to_copy", "That is too much.");
  await expect(toClipboard(Promise.reject(cause))).rejects.toBe(cause);
});

it("is done once it is taken", async () => {
  clipboard(() => Promise.resolve());
  await expect(toClipboard("text")).resolves.toBeUndefined();
});
