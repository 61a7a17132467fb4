/** For a role that may open none of this: what is so, why, and who could help. Rust decides; the answer to the list says so. */
import { html, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import type { OpenOrganization } from "../state/organization";

/** The list was refused by the policy, not by a fault. */
export const closedToUs = (open: OpenOrganization): boolean => open.people.failure?.code === "denied";

export const closed = (open: OpenOrganization): TemplateResult => html`<section class="page" data-pane tabindex="-1" aria-labelledby="closed-title">
  <div class="empty">
    ${icon("lock")}
    <h1 id="closed-title">No access to organization settings</h1>
    <p>${open.people.failure?.message}</p>
    <p class="faint">Nothing of ${open.card.name} is kept or shown here. If this should be otherwise, an Admin can change your role.</p>
  </div>
</section>`;
