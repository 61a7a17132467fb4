/** One line of the journal in full, with what stands in the file. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { toClipboard } from "../../components/clipboard";
import type { Desk } from "../../desk";
import type { JournalRow } from "../../host/types";
import { date, instant, time } from "../../text/format";
import { compose, say } from "../../text/say";

/** What is copied: all that the hash is over, and the hash. */
const raw = ({ line, at, detail, hash }: JournalRow): string => JSON.stringify({ line, at, detail, hash });

export function journalLine(desk: Desk, line: JournalRow): TemplateResult {
  const leave = (): void => desk.show(null);
  const at = instant(line.at);
  const missing = line.kind === "missing";
  const copy = async (): Promise<void> => {
    if (await desk.attempt(toClipboard(raw(line)))) desk.toasts.say(say("journal-line-copied"));
  };
  const fact = (name: string, value: string, mono = false): TemplateResult | typeof nothing =>
    value === "" ? nothing : html`<dt>${name}</dt><dd class=${mono ? "mono" : ""} dir="auto">${value}</dd>`;
  return html`<ui-dialog
    .size=${"wide"}
    .heading=${say("journal-line-title", { line: String(line.line) })}
    .intro=${line.text}
    .content=${missing
      ? html`<p>${compose("journal-line-missing", { verify: html`<em>${say("journal-verify")}</em>` })}</p>`
      : html`<dl class="facts">
          ${fact(say("journal-line-about"), [line.whom, line.email].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(", "))}
          ${fact(say("journal-column-by"), line.by ?? "")}
          ${fact(say("journal-line-written"), at ? `${date(at)}, ${time(at)}` : line.at)}
          ${fact(say("journal-line-detail"), line.detail, true)}
          ${fact(say("journal-line-hash"), line.hash, true)}
        </dl>`}
    .footer=${{
      more: missing ? nothing : html`<button type="button" class="button" @click=${copy}>${say("journal-line-copy")}</button>`,
      leave: html`<button type="submit" class="button button-primary" data-first>${say("word-close")}</button>`,
    }}
    @leave=${leave}
    @confirm=${leave}
  ></ui-dialog>`;
}
