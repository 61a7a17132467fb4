/** Puts a text on the clipboard that is still on its way. */

/**
 * The clipboard is handed a promise at once: after a wait the web view no longer knows that a person asked.
 * What went wrong with the text says more than that it could not be copied, so that is thrown.
 */
export async function toClipboard(text: Promise<string>): Promise<void> {
  const blob = text.then((ready) => new Blob([ready], { type: "text/plain" }));
  await Promise.all([text, navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])]);
}
