/** Puts a text on the clipboard that is still on its way. */
import { Failure } from "../host/failure";
import { say } from "../text/say";

/**
 * The clipboard is handed a promise at once: after a wait the web view no longer knows that a person asked.
 * What went wrong with the text says more than that it could not be copied, so that is thrown.
 */
export async function toClipboard(text: string | Promise<string>): Promise<void> {
  const ready = Promise.resolve(text);
  const blob = ready.then((whole) => new Blob([whole], { type: "text/plain" }));
  blob.catch(() => undefined);
  const taken = taking(blob).catch(() => {
    throw new Failure("not_copied", say("error-not-copied"));
  });
  // Whichever fails first, the text is asked first why.
  await Promise.allSettled([ready, taken]);
  await ready;
  await taken;
}

const taking = async (blob: Promise<Blob>): Promise<void> => navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
