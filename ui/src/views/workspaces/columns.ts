/** The columns of the list of workspaces, and the cells of a row. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import type { Column } from "../../components/grid";
import { marks } from "../../components/marked";
import type { WorkspaceQuery, WorkspaceRow, WorkspaceSort } from "../../host/types";
import { marked } from "../../text/fold";
import { count, date, instant } from "../../text/format";
import { intent } from "../../text/rows";
import { say } from "../../text/say";

const COLUMNS: readonly { id: WorkspaceSort; label: string; least: number; share: number }[] = [
  { id: "name", label: say("property-name"), least: 15, share: 2 },
  { id: "users", label: say("workspaces-column-users"), least: 5.5, share: 0 },
  { id: "contacts", label: say("property-contacts"), least: 6.5, share: 0 },
  { id: "added", label: say("property-added"), least: 7.5, share: 0 },
];

/** The columns as the grid draws them. */
export const columns = (query: WorkspaceQuery): Column[] =>
  COLUMNS.map(({ id, label, least, share }) => ({
    id, label, least, share, width: null, sorts: [{ id, label }],
    sorted: query.sort === id ? { id, direction: query.descending ? "descending" : "ascending" } : null,
  }));

/** The cells in these columns, in their order. */
export const cells = (row: WorkspaceRow, shown: readonly Column[], search: string): TemplateResult =>
  html`${shown.map(({ id }) => html`<div role="gridcell" class="grid-cell cell-${id}">${cell(row, id as WorkspaceSort, search)}</div>`)}`;

function cell(row: WorkspaceRow, column: WorkspaceSort, search: string): TemplateResult | string {
  switch (column) {
    case "name":
      return name(row, search);
    case "users":
      return count(row.users);
    case "contacts":
      return row.contacts === null ? html`<span class="faint">${row.presence === "adding" ? "" : say("row-not-reported")}</span>` : count(row.contacts);
    case "added": {
      const at = instant(row.created);
      return at === null ? html`<span class="faint">${row.presence === "adding" ? "" : say("row-not-reported")}</span>` : date(at);
    }
  }
}

/** The name shown; below it what waits, and the one on the server struck out: in a narrow list, too, both are read. */
function name(row: WorkspaceRow, search: string): TemplateResult {
  const open = intent(row, say("workspaces-to-be-created"));
  return html`<span class="who">
    <span class="who-name"><span class="clip" dir="auto">${marks(marked(row.name, search))}</span></span>
    ${open ? html`<span class="who-waits">${badge(open)}${row.nameWas === null
      ? nothing
      : html`<del class="clip" dir="auto"><span class="unseen">${say("word-was")} </span>${row.nameWas}</del>`}</span>` : nothing}
  </span>`;
}
