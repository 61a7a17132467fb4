/** A labelled input with its help and its error, tied together for screen readers. */
import { html, nothing, type TemplateResult } from "lit";

export interface Field {
  id: string;
  label: string;
  value: string;
  type?: "text" | "url" | "password";
  help?: string;
  error?: string | undefined;
  first?: boolean;
  /** It can be read, and not changed: the id of the text that says why. */
  closedBy?: string | undefined;
  placeholder?: string;
  /** It has several lines. */
  lines?: true;
  /** Values to choose from; others can be typed too. */
  choices?: readonly string[];
  onInput: (value: string) => void;
  /** The field was left. */
  onLeave?: () => void;
}

export function field(of: Field): TemplateResult {
  const help = of.help === undefined ? "" : `${of.id}-help `;
  const error = of.error === undefined ? "" : `${of.id}-error`;
  const described = `${help}${error}${of.closedBy === undefined ? "" : ` ${of.closedBy}`}`.trim();
  const choices = of.choices === undefined ? nothing : `${of.id}-choices`;
  return html`<div class="field">
    <label for=${of.id}>${of.label}</label>
    ${of.lines === true ? area(of, described) : html`<input
      id=${of.id}
      class="input"
      type=${of.type ?? "text"}
      placeholder=${of.placeholder ?? nothing}
      list=${choices}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      ?readonly=${of.closedBy !== undefined}
      ?data-first=${of.first === true}
      aria-invalid=${of.error === undefined ? nothing : "true"}
      aria-describedby=${described === "" ? nothing : described}
      .value=${of.value}
      @input=${(event: Event) => of.onInput((event.target as HTMLInputElement).value)}
      @blur=${of.onLeave}
    />`}
    ${of.choices === undefined ? nothing : html`<datalist id=${choices}>${of.choices.map((each) => html`<option value=${each}></option>`)}</datalist>`}
    ${of.help === undefined ? nothing : html`<p class="help" id="${of.id}-help">${of.help}</p>`}
    ${of.error === undefined ? nothing : html`<p class="error" id="${of.id}-error" role="alert">${of.error}</p>`}
  </div>`;
}

const area = (of: Field, described: string): TemplateResult => html`<textarea
  id=${of.id}
  class="input"
  rows="4"
  autocomplete="off"
  spellcheck="false"
  ?readonly=${of.closedBy !== undefined}
  ?data-first=${of.first === true}
  aria-invalid=${of.error === undefined ? nothing : "true"}
  aria-describedby=${described === "" ? nothing : described}
  .value=${of.value}
  @input=${(event: Event) => of.onInput((event.target as HTMLTextAreaElement).value)}
  @blur=${of.onLeave}
></textarea>`;
