/** The field that a list is searched by, at every keystroke; the arrow and Enter lead from it into the list. */
import { html, nothing, type TemplateResult } from "lit";
import { label, onMac } from "../text/keys";
import { icon } from "./icon";

export interface Search {
  id?: string;
  /** What stands in it while it is empty, and what it is called. */
  hint: string;
  label: string;
  value: string;
  /** The key that leads here. */
  key?: string;
  first?: boolean;
  ask: (search: string) => void;
  toList: () => void;
}

export function search(of: Search): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    // With Ctrl it confirms the dialog around it.
    if (event.key !== "ArrowDown" && (event.key !== "Enter" || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    of.toList();
  };
  return html`<label class="search">
    ${icon("search")}
    <input
      id=${of.id ?? nothing}
      type="text"
      role="searchbox"
      inputmode="search"
      placeholder=${of.hint}
      aria-label=${of.label}
      autocomplete="off"
      spellcheck="false"
      ?data-first=${of.first === true}
      .value=${of.value}
      @input=${(event: Event) => of.ask((event.target as HTMLInputElement).value)}
      @keydown=${onKey}
    />
    ${of.key === undefined ? nothing : html`<kbd aria-hidden="true">${label(of.key, onMac())}</kbd>`}
  </label>`;
}
