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
  onInput: (value: string) => void;
  /** The field was left. */
  onLeave?: () => void;
}

export function field(of: Field): TemplateResult {
  const help = of.help === undefined ? "" : `${of.id}-help `;
  const error = of.error === undefined ? "" : `${of.id}-error`;
  const described = `${help}${error}${of.closedBy === undefined ? "" : ` ${of.closedBy}`}`.trim();
  return html`<div class="field">
    <label for=${of.id}>${of.label}</label>
    <input
      id=${of.id}
      class="input"
      type=${of.type ?? "text"}
      placeholder=${of.placeholder ?? nothing}
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
    />
    ${of.help === undefined ? nothing : html`<p class="help" id="${of.id}-help">${of.help}</p>`}
    ${of.error === undefined ? nothing : html`<p class="error" id="${of.id}-error" role="alert">${of.error}</p>`}
  </div>`;
}
