/** The product's mark, as in its icon. */
import { html, type TemplateResult } from "lit";

export const mark: TemplateResult = html`<svg class="product-mark" viewBox="0 0 512 512" aria-hidden="true" focusable="false">
  <rect x="24" y="24" width="464" height="464" rx="104" fill="#0d6b60" />
  <g fill="none" stroke="#ffffff" stroke-width="36" stroke-linecap="round" stroke-linejoin="round">
    <path d="M116 166l34 34 62-66" />
    <path d="M264 172h132" />
    <path d="M264 268h132" stroke-opacity=".62" />
    <path d="M264 364h132" stroke-opacity=".62" />
  </g>
  <circle cx="160" cy="268" r="26" fill="#ffffff" fill-opacity=".62" />
  <circle cx="160" cy="364" r="26" fill="#ffffff" fill-opacity=".62" />
</svg>`;
