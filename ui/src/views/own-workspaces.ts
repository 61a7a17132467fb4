/** The workspaces granted to the signed-in user: all that an organization shows to whom its settings are closed. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { icon } from "../components/icon";
import { LightElement } from "../components/light";
import { problem } from "../components/problem";
import type { Failure } from "../host/failure";
import type { WorkspaceChoice } from "../host/types";
import { Latest } from "../state/latest";
import type { OpenOrganization } from "../state/organization";
import { say } from "../text/say";

export class OwnWorkspaces extends LightElement {
  static override properties = {
    organization: { attribute: false },
    since: { attribute: false },
    granted: { state: true },
    failure: { state: true },
  };
  declare organization: OpenOrganization;
  /** Another one whenever the users were asked for again: then these may be others too. */
  declare since: unknown;
  declare granted: readonly WorkspaceChoice[] | null;
  declare failure: Failure | null;
  readonly #latest = new Latest();

  constructor() {
    super();
    this.granted = null;
    this.failure = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("organization") && !changed.has("since")) return;
    void this.#latest.ask(
      this.organization.workspaces(),
      (granted) => Object.assign(this, { granted, failure: null }),
      (failure) => (this.failure = failure),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.failure !== null) return problem(this.failure);
    if (this.granted === null) return nothing;
    return html`<h2 id="own-workspaces">${say("closed-own-workspaces")}</h2>
      ${this.granted.length === 0
        ? html`<p class="faint">${say("closed-no-workspace")}</p>`
        : html`<ul class="own-workspaces" aria-labelledby="own-workspaces">
            ${this.granted.map((each) => html`<li>${icon("check")}<span dir="auto">${each.name}</span></li>`)}
          </ul>`}`;
  }
}
customElements.define("own-workspaces", OwnWorkspaces);
