/** The fake's journal: lines as Rust tells them, searched so many at a time. */
import { fold } from "../../text/fold";
import { KINDS } from "../../text/journal";
import type { JournalKind, JournalQuery, JournalRow, JournalVerified, JournalWindow } from "../types";

/** Lines that are looked at with each call. */
const STEP = 1_000;

export class FakeJournal {
  readonly lines: JournalRow[] = [];
  /** What a check finds wrong. */
  broken: JournalVerified["broken"] = null;
  #looked: { question: string; at: number } = { question: "", at: 0 };

  write(kind: JournalKind, whom: string, what: string, more: Partial<JournalRow> = {}): void {
    const line = this.lines.length + 1;
    this.lines.push({
      line, at: new Date().toISOString(), kind, whom, what, text: `${KINDS[kind].text}: ${whom}, ${what}`, email: "", reason: null,
      by: "Ada", change: null, detail: JSON.stringify({ name: whom, what }), hash: String(line).padStart(64, "0"), ...more,
    });
  }

  window(query: JournalQuery, offset: number, limit: number): JournalWindow {
    const total = this.lines.length;
    const question = JSON.stringify(query);
    const words = fold(query.search).split(" ").filter(Boolean);
    const all = words.length === 0 && query.kinds.length === 0 && !query.since && !query.until;
    if (this.#looked.question !== question) this.#looked = { question, at: 0 };
    this.#looked.at = all ? total : Math.min(total, this.#looked.at + STEP);
    const newest = this.lines.slice(total - this.#looked.at).reverse();
    const found = newest.filter((line) => {
      const text = fold(`${line.text}\n${line.detail}\n${line.by ?? ""}`);
      return (
        words.every((word) => text.includes(word)) &&
        (query.kinds.length === 0 || query.kinds.includes(line.kind)) &&
        (!query.since || line.at >= query.since) &&
        (!query.until || line.at < query.until)
      );
    });
    return { total, lookedAt: this.#looked.at, found: found.length, offset, lines: found.slice(offset, offset + limit) };
  }

  verified(kept: string | null): JournalVerified {
    const lines = this.broken === null ? this.lines.length : this.broken.line - 1;
    const last = this.lines[lines - 1];
    const seal = last ? `${lines}:${last.hash}` : null;
    const anew = kept !== null && kept !== seal;
    const broken = anew ? { line: lines, wrong: "made_anew" as const, message: `Line ${lines} is not the one whose seal was kept.` } : this.broken;
    return { lines, since: this.lines[0]?.at ?? null, seal, broken };
  }
}
