/** The four roles beside each other, permission by permission: behind a line that opens, wherever a role is chosen. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import { problem } from "../../components/problem";
import type { Failure } from "../../host/failure";
import type { AreaExplained, RoleExplained } from "../../host/types";
import { Latest } from "../../state/latest";
import type { OpenOrganization } from "../../state/organization";
import { AREAS, GRANTS } from "../../text/access";
import { say } from "../../text/say";

export class RoleComparison extends LightElement {
  static override properties = {
    organization: { attribute: false },
    roles: { state: true },
    failure: { state: true },
  };
  declare organization: OpenOrganization;
  declare roles: readonly RoleExplained[];
  declare failure: Failure | null;
  readonly #latest = new Latest();

  constructor() {
    super();
    this.roles = [];
    this.failure = null;
  }

  /** The table is fetched when somebody wants to see it. */
  #onToggle = (event: Event): void => {
    if (!(event.currentTarget as HTMLDetailsElement).open || this.roles.length > 0) return;
    void this.#latest.ask(
      this.organization.roleComparison(),
      (roles) => Object.assign(this, { roles, failure: null }),
      (failure) => (this.failure = failure),
    );
  };

  protected override render(): TemplateResult {
    return html`<details class="compare" @toggle=${this.#onToggle}>
      <summary>${say("roles-compare")}</summary>
      ${problem(this.failure)}
      ${this.roles.length === 0 ? nothing : this.#table(this.roles)}
    </details>`;
  }

  #table(roles: readonly RoleExplained[]): TemplateResult {
    return html`<table class="compare-table">
      <caption class="unseen">${say("roles-compared")}</caption>
      <thead>
        <tr><td></td>${roles.map((role) => html`<th scope="col"><span>${role.title}</span></th>`)}</tr>
      </thead>
      ${(roles[0]?.areas ?? []).map((_, at) => this.#area(roles.map((role) => role.areas[at]!)))}
    </table>`;
  }

  /** The same area of every role: how far it is open, then its permissions. */
  #area(areas: readonly AreaExplained[]): TemplateResult {
    const [first] = areas;
    return html`<tbody>
      <tr class="compare-area">
        <th scope="rowgroup">${first?.title}</th>
        ${areas.map((area) => html`<td>${icon(AREAS[area.access].icon)}<span>${AREAS[area.access].text}</span></td>`)}
      </tr>
      ${(first?.permissions ?? []).map((permission, at) => {
        const all = areas.map((area) => area.permissions[at]!);
        const limits = all.filter((each) => each.grant === "limited").map((each) => each.reason);
        return html`<tr>
          <th scope="row">${permission.title}${limits.length === 0 ? nothing : html`<span class="help">${limits.join(" ")}</span>`}</th>
          ${all.map(({ grant }) => html`<td class="grant-${grant}">${icon(GRANTS[grant].icon)}<span class="unseen">${GRANTS[grant].text}</span></td>`)}
        </tr>`;
      })}
    </tbody>`;
  }
}
customElements.define("role-comparison", RoleComparison);
