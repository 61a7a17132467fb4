/** How many are selected, and what can be done with all of them at once. */
import { html, nothing, type TemplateResult } from "lit";
import type { Selectable } from "../../components/grid-boxes";
import type { Desk } from "../../desk";
import type { UserRow } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { count, counted } from "../../text/format";
import { bulkActions } from "./bulk";
import { narrowed } from "./filters";

/** "3 selected", "All 1,377 matches selected". */
export function selected(organization: OpenOrganization): string {
  const { people, selection } = organization;
  const many = selection.count(people.total);
  if (many === 0) return "";
  return selection.all && many === people.total ? `All ${everyone(organization)} selected` : `${count(many)} selected`;
}

const everyone = ({ people }: OpenOrganization): string =>
  narrowed(people.query) ? counted(people.total, "match", "matches") : counted(people.total, "user");

/** What the grid is told of it. */
export function selectable(organization: OpenOrganization): Selectable {
  const { people, selection } = organization;
  const many = selection.count(people.total);
  const all = selection.all && many === people.total;
  return {
    has: (row) => selection.has((row as UserRow).id),
    many: all ? "all" : many === 0 ? "none" : "some",
    label: all ? "Clear the selection" : `Select all ${everyone(organization)}`,
  };
}

export function selectionBar(desk: Desk, organization: OpenOrganization): TemplateResult | typeof nothing {
  const { people, selection } = organization;
  const said = selected(organization);
  if (said === "") return nothing;
  return html`<div class="selection" role="group" aria-label="Selection">
    <strong>${said}</strong>
    ${selection.count(people.total) >= people.total
      ? nothing
      : html`<button type="button" class="button-link" @click=${() => selection.everyone(people.query)}>Select all ${everyone(organization)}</button>`}
    <span class="spring"></span>
    ${bulkActions(desk, organization).map((action) => html`<button
        type="button"
        class="button button-small"
        aria-disabled=${String(action.unavailable !== null)}
        aria-describedby=${action.unavailable === null ? nothing : `bulk-${action.id}-why`}
        @click=${() => (action.unavailable === null ? action.run() : desk.toasts.say(action.unavailable))}
      >${action.title}</button>
      ${action.unavailable === null ? nothing : html`<span class="unseen" id="bulk-${action.id}-why">${action.unavailable}</span>`}`)}
    <button type="button" class="button button-small" @click=${() => selection.clear()}>Clear</button>
  </div>`;
}
