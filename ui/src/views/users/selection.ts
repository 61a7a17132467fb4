/** How many are selected, and what can be done with all of them at once. */
import { html, nothing, type TemplateResult } from "lit";
import type { Selectable } from "../../components/grid-boxes";
import type { Desk } from "../../desk";
import type { UserRow } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";
import { offered } from "../offered";
import { bulkActions } from "./bulk";
import { narrowed } from "./filters";

/** "3 selected", "All 1,377 matches selected". */
export function selected(organization: OpenOrganization): string {
  const { people, selection } = organization;
  const many = selection.count(people.total);
  if (many === 0) return "";
  if (!selection.all || many !== people.total) return say("selection-some", { count: many });
  return narrowed(people.query) ? say("selection-all-matches", { count: many }) : say("selection-all-users", { count: many });
}

/** What selects everyone in the list. */
const everyone = ({ people: { query, total } }: OpenOrganization): string =>
  narrowed(query) ? say("selection-select-matches", { count: total }) : say("selection-select-users", { count: total });

/** What the grid is told of it. */
export function selectable(organization: OpenOrganization): Selectable {
  const { people, selection } = organization;
  const many = selection.count(people.total);
  const all = selection.all && many === people.total;
  return {
    has: (row) => selection.has((row as UserRow).id),
    many: all ? "all" : many === 0 ? "none" : "some",
    label: all ? say("selection-deselect") : everyone(organization),
  };
}

export function selectionBar(desk: Desk, organization: OpenOrganization): TemplateResult | typeof nothing {
  const { people, selection } = organization;
  const said = selected(organization);
  if (said === "") return nothing;
  return html`<div class="selection" role="group" aria-label=${say("selection-label")}>
    <strong>${said}</strong>
    ${selection.count(people.total) >= people.total
      ? nothing
      : html`<button type="button" class="button-link" @click=${() => selection.everyone(people.query)}>${everyone(organization)}</button>`}
    <span class="spring"></span>
    ${bulkActions(desk, organization).map(({ id, title, unavailable, run }) => offered(desk, { id: `bulk-${id}`, label: title, kind: "button-small", refused: unavailable, run }))}
    <button type="button" class="button button-small" @click=${() => selection.clear()}>${say("selection-clear")}</button>
  </div>`;
}
