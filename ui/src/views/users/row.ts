/** The cells of a user's row. */
import { html, nothing, type TemplateResult } from "lit";
import { avatar } from "../../components/avatar";
import { badge } from "../../components/badge";
import { marks } from "../../components/marked";
import type { UserRow } from "../../host/types";
import type { Pictures } from "../../state/pictures";
import { marked } from "../../text/fold";
import { activity, intent, workspaces } from "../../text/rows";

export function cells(row: UserRow, search: string, pictures: Pictures, now: Date): TemplateResult {
  const open = intent(row);
  const last = activity(row, now);
  return html`<div role="gridcell" class="grid-cell cell-name">
      ${avatar(row.initials, row.colour, row.hasPicture ? pictures.url(row.id) : null)}
      <span class="who">
        <span class="who-name"><span class="clip" dir="auto">${marks(marked(row.name, search))}</span>${open ? badge(open) : nothing}</span>
        <span class="who-mail clip">${marks(marked(row.email, search))}</span>
      </span>
    </div>
    <div role="gridcell" class="grid-cell cell-role">${role(row)}</div>
    <div role="gridcell" class="grid-cell cell-workspaces"><span class="clip">${workspaces(row)}</span></div>
    <div role="gridcell" class="grid-cell cell-last">
      ${typeof last === "string" ? html`<span class=${row.lastActive === null ? "faint" : ""}>${last}</span>` : badge(last)}
    </div>`;
}

/** The role shown; with the one on the server struck out before it while a change waits. */
export const role = (row: UserRow): TemplateResult => {
  const shown = row.roleTitle === "" ? "No role" : row.roleTitle;
  return row.roleWas === null
    ? html`<span class="clip">${shown}</span>`
    : html`<span class="wrap"><del><span class="unseen">was </span>${row.roleWas}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${shown}</ins></span>`;
};
