/** How an exported file is written: for spreadsheets, or for programs. */
import { html, nothing, type TemplateResult } from "lit";
import type { Delimiter, FileFormat } from "../host/types";

export const CSV: FileFormat = { kind: "csv", delimiter: "comma", byteOrderMark: false };

const DELIMITERS: readonly (readonly [Delimiter, string])[] = [["comma", "Comma"], ["semicolon", "Semicolon"], ["tab", "Tab"]];

/** The choice; `json` is what the file for programs is called. */
export function exportFormat(format: FileFormat, json: string, choose: (format: FileFormat) => void): TemplateResult {
  const radio = (name: string, label: string, checked: boolean, pick: () => void, first = false): TemplateResult => html`<label class="check">
    <input type="radio" name=${name} .checked=${checked} ?data-first=${first && checked} @change=${pick} />
    <span>${label}</span>
  </label>`;
  const csv = format.kind === "csv" ? format : null;
  return html`<fieldset class="group">
      <legend>Format</legend>
      <div class="rows-choice">
        ${radio("format", "CSV, for spreadsheets", csv !== null, () => choose(CSV), true)}
        ${radio("format", json, csv === null, () => choose({ kind: "json" }), true)}
      </div>
    </fieldset>
    ${csv === null ? nothing : html`<fieldset class="group">
      <legend>Between cells</legend>
      <div class="rows-choice">
        ${DELIMITERS.map(([delimiter, label]) => radio("delimiter", label, csv.delimiter === delimiter, () => choose({ ...csv, delimiter })))}
      </div>
      <div class="rows-choice">
        <label class="check">
          <input type="checkbox" .checked=${csv.byteOrderMark} @change=${(event: Event) => choose({ ...csv, byteOrderMark: (event.target as HTMLInputElement).checked })} />
          <span>Begin with a byte order mark, if names look wrong in the spreadsheet</span>
        </label>
      </div>
    </fieldset>`}`;
}
