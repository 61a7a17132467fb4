/** The cells of a user's row. */
import { html, nothing, type TemplateResult } from "lit";
import { avatar } from "../../components/avatar";
import { badge } from "../../components/badge";
import { marks } from "../../components/marked";
import type { ListColumn, UserRow } from "../../host/types";
import type { Pictures } from "../../state/pictures";
import { marked } from "../../text/fold";
import { activity, added, intent, state, workspaces, type Mark } from "../../text/rows";
import { say } from "../../text/say";

/** What the cells of every row depend on besides the row. */
export interface Around {
  search: string;
  pictures: Pictures;
  now: Date;
}

/** The cells in these columns, in their order. */
export function cells(row: UserRow, columns: readonly { id: string }[], around: Around): TemplateResult {
  const beside = columns.some((column) => column.id === "email");
  return html`${columns.map(({ id }) => html`<div role="gridcell" class="grid-cell cell-${id}">${cell(row, id as ListColumn, beside, around)}</div>`)}`;
}

/** What one column tells; the address stands under the name unless it has a column of its own. */
function cell(row: UserRow, column: ListColumn, addressBeside: boolean, around: Around): TemplateResult {
  switch (column) {
    case "name":
      return name(row, addressBeside, around);
    case "email":
      return html`<span class="clip">${marks(marked(row.email, around.search))}</span>`;
    case "role":
      return role(row);
    case "workspaces":
      return html`<span class="clip">${workspaces(row)}</span>`;
    case "last_active": {
      const last = activity(row, around.now);
      return typeof last === "string" ? html`<span class=${row.lastActive === null ? "faint" : ""}>${last}</span>` : badge(last);
    }
    case "state":
      return worded(state(row));
    case "added":
      return worded(added(row));
  }
}

const worded = (told: Mark | string): TemplateResult => (typeof told === "string" ? html`<span class="clip">${told}</span>` : badge(told));

function name(row: UserRow, addressBeside: boolean, { search, pictures }: Around): TemplateResult {
  const open = intent(row);
  return html`${avatar(row.initials, row.colour, row.hasPicture ? pictures.url(row.id) : null)}
    <span class="who">
      <span class="who-name"><span class="clip" dir="auto">${marks(marked(row.name, search))}</span>${open ? badge(open) : nothing}</span>
      ${addressBeside ? nothing : html`<span class="who-mail clip" dir="auto">${marks(marked(row.email, search))}</span>`}
    </span>`;
}

/** The role shown; with the one on the server struck out before it while a change waits. */
export const role = (row: UserRow): TemplateResult => {
  const shown = row.roleTitle === "" ? say("role-none") : row.roleTitle;
  return row.roleWas === null
    ? html`<span class="clip">${shown}</span>`
    : html`<span class="wrap"><del><span class="unseen">${say("word-was")} </span>${row.roleWas}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${shown}</ins></span>`;
};
