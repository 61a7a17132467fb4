/** How an exported file is written: for spreadsheets, or for programs. */
import { html, nothing, type TemplateResult } from "lit";
import type { Delimiter, FileFormat } from "../host/types";
import { say } from "../text/say";

export const CSV: FileFormat = { kind: "csv", delimiter: "comma", byteOrderMark: false };

const DELIMITERS: readonly (readonly [Delimiter, string])[] = [
  ["comma", say("file-comma")],
  ["semicolon", say("file-semicolon")],
  ["tab", say("file-tab")],
];

/** The choice; `json` is what the file for programs is called. */
export function exportFormat(format: FileFormat, json: string, choose: (format: FileFormat) => void): TemplateResult {
  const radio = (name: string, label: string, checked: boolean, pick: () => void, first = false): TemplateResult => html`<label class="check">
    <input type="radio" name=${name} .checked=${checked} ?data-first=${first && checked} @change=${pick} />
    <span>${label}</span>
  </label>`;
  const csv = format.kind === "csv" ? format : null;
  return html`<fieldset class="group">
      <legend>${say("file-format")}</legend>
      <div class="rows-choice">
        ${radio("format", say("file-csv"), csv !== null, () => choose(CSV), true)}
        ${radio("format", json, csv === null, () => choose({ kind: "json" }), true)}
      </div>
    </fieldset>
    ${csv === null ? nothing : html`<fieldset class="group">
      <legend>${say("file-between")}</legend>
      <div class="rows-choice">
        ${DELIMITERS.map(([delimiter, label]) => radio("delimiter", label, csv.delimiter === delimiter, () => choose({ ...csv, delimiter })))}
      </div>
      <div class="rows-choice">
        <label class="check">
          <input type="checkbox" .checked=${csv.byteOrderMark} @change=${(event: Event) => choose({ ...csv, byteOrderMark: (event.target as HTMLInputElement).checked })} />
          <span>${say("file-mark")}</span>
        </label>
      </div>
    </fieldset>`}`;
}
