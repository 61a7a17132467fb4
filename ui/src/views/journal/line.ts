/** One line of the journal in full, with what stands in the file. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { toClipboard } from "../../components/clipboard";
import type { Desk } from "../../desk";
import type { JournalRow } from "../../host/types";
import { count, date, instant, time } from "../../text/format";

/** What is copied: all that the hash is over, and the hash. */
const raw = ({ line, at, detail, hash }: JournalRow): string => JSON.stringify({ line, at, detail, hash });

export function journalLine(desk: Desk, line: JournalRow): TemplateResult {
  const leave = (): void => desk.show(null);
  const at = instant(line.at);
  const missing = line.kind === "missing";
  const copy = async (): Promise<void> => {
    if (await desk.attempt(toClipboard(Promise.resolve(raw(line))))) desk.toasts.say("Line copied.");
  };
  const fact = (name: string, value: string, mono = false): TemplateResult | typeof nothing =>
    value === "" ? nothing : html`<dt>${name}</dt><dd class=${mono ? "mono" : ""} dir="auto">${value}</dd>`;
  return html`<ui-dialog
    .size=${"wide"}
    .heading=${`Line ${count(line.line)}`}
    .intro=${line.text}
    .content=${missing
      ? html`<p>Later lines are there, and this one is not: it was taken out, or could not be read from a damaged file. <em>Verify</em> names the first line that doesn't hold.</p>`
      : html`<dl class="facts">
          ${fact("About", [line.whom, line.email].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(", "))}
          ${fact("Asked by", line.by ?? "")}
          ${fact("Written", at ? `${date(at)}, ${time(at)}` : line.at)}
          ${fact("As it stands", line.detail, true)}
          ${fact("Hash", line.hash, true)}
        </dl>`}
    .footer=${html`${missing ? nothing : html`<button type="button" class="button" @click=${copy}>Copy</button>`}
      <button type="submit" class="button button-primary" data-first>Close</button>`}
    @leave=${leave}
    @confirm=${leave}
  ></ui-dialog>`;
}
