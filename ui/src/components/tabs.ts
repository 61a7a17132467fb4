/** Tabs with arrow keys: one of them is in the tab order, its panel after it. */
import { html, nothing, type TemplateResult } from "lit";

export interface Tab {
  id: string;
  label: string;
}

export function tabs(label: string, list: readonly Tab[], selected: string, choose: (id: string) => void): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const bar = event.currentTarget as HTMLElement;
    const at = list.findIndex((tab) => tab.id === selected);
    const right = getComputedStyle(bar).direction === "rtl" ? -1 : 1;
    const step = { ArrowRight: right, ArrowLeft: -right, Home: -at, End: list.length - 1 - at }[event.key];
    const next = step === undefined ? undefined : list[(at + step + list.length) % list.length];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    requestAnimationFrame(() => bar.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
    ${list.map(
      (tab) => html`<button
        type="button"
        role="tab"
        id="tab-${tab.id}"
        aria-selected=${String(tab.id === selected)}
        aria-controls=${tab.id === selected ? `panel-${tab.id}` : nothing}
        tabindex=${tab.id === selected ? "0" : "-1"}
        @click=${() => choose(tab.id)}
      >
        ${tab.label}
      </button>`,
    )}
  </div>`;
}
