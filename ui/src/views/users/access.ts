/** What a user may do and why: by area, then permission by permission. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import { problem } from "../../components/problem";
import type { Failure } from "../../host/failure";
import type { AccessExplained, AreaExplained, UserDetails } from "../../host/types";
import { Latest } from "../../state/latest";
import type { OpenOrganization } from "../../state/organization";
import { AREAS, GRANTS } from "../../text/access";
import { say } from "../../text/say";
import "../roles/compare";

export class AccessOfUser extends LightElement {
  static override properties = {
    organization: { attribute: false },
    of: { attribute: false },
    access: { state: true },
    failure: { state: true },
  };
  declare organization: OpenOrganization;
  /** Whose access; told anew, it is explained anew. */
  declare of: UserDetails;
  declare access: AccessExplained | null;
  declare failure: Failure | null;
  readonly #latest = new Latest();

  constructor() {
    super();
    this.access = null;
    this.failure = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("of")) return;
    void this.#latest.ask(
      this.organization.accessExplained(this.of.row.id),
      (access) => Object.assign(this, { access, failure: null }),
      (failure) => Object.assign(this, { access: null, failure }),
    );
  }

  protected override render(): TemplateResult {
    const { access, failure } = this;
    if (failure !== null) return html`${problem(failure)}`;
    if (access === null) return html`<p class="faint">${say("word-loading")}</p>`;
    return html`${access.first === null ? nothing : html`<p class="why">${icon("alert")}<span>${access.first}</span></p>`}
      <p>${access.areas.length === 0 ? nothing : html`<strong>${access.roleTitle}.</strong> `}${access.summary}</p>
      ${access.areas.map(area)}
      <role-comparison .organization=${this.organization}></role-comparison>`;
  }
}
customElements.define("access-of-user", AccessOfUser);

const area = (of: AreaExplained): TemplateResult => html`<section class="access-area">
  <h3>${of.title} ${badge(AREAS[of.access])}</h3>
  <p class="help">${of.summary}</p>
  <ul class="permissions">
    ${of.permissions.map((permission) => html`<li class="grant-${permission.grant}">
      ${icon(GRANTS[permission.grant].icon)}
      <span>${permission.title}<span class="unseen">: ${GRANTS[permission.grant].text}</span>
        ${permission.reason === null ? nothing : html`<span class="help">${permission.reason}</span>`}</span>
    </li>`)}
  </ul>
</section>`;
