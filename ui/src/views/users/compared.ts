/** Suspend, delete and revoke beside each other: before one of them, a person sees what the others would do. */
import { html, type TemplateResult } from "lit";
import { say } from "../../text/say";
import { COMPARED } from "../../text/user-actions";

export const compared = (open: boolean): TemplateResult => html`<details class="compared" ?open=${open}>
  <summary>${say("compared-title")}</summary>
  <table class="three">
    <thead><tr><td></td>${COMPARED.columns.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
    <tbody>${COMPARED.rows.map(([what, ...cells]) => html`<tr><th scope="row">${what}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table>
</details>`;
