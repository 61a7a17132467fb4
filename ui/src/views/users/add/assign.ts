/** The second half of adding a user: the workspaces, which wait for the user and take the real id from them. */
import { html, nothing, type TemplateResult } from "lit";
import "../../../components/dialog";
import { LightElement } from "../../../components/light";
import { Failure } from "../../../host/failure";
import type { EditView, Receipt } from "../../../host/types";
import type { OpenOrganization } from "../../../state/organization";
import { explain } from "../../../text/errors";
import { say } from "../../../text/say";
import "../../workspaces/checks";

export class AssignWorkspaces extends LightElement {
  static override properties = {
    organization: { attribute: false },
    user: { attribute: false },
    address: { attribute: false },
    receipt: { attribute: false },
    view: { state: true },
    wanted: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare organization: OpenOrganization;
  declare user: string;
  declare address: string;
  /** What became of the addition. */
  declare receipt: Receipt;
  declare view: EditView | null;
  declare wanted: ReadonlyMap<string, boolean>;
  declare failure: Failure | null;
  declare busy: boolean;
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.wanted = new Map();
    this.failure = null;
    this.busy = false;
  }

  protected override firstUpdated(): void {
    this.organization.editView(this.user).then(
      (view) => (this.view = view),
      (cause: unknown) => (this.failure = Failure.from(cause)),
    );
  }

  /** Ends the flow; `null` when no workspace was assigned. */
  #end(receipt: Receipt | null): void {
    this.dispatchEvent(new CustomEvent<Receipt | null>("done", { detail: receipt }));
  }

  #assign = async (): Promise<void> => {
    if (this.busy || this.wanted.size === 0) return;
    this.busy = true;
    try {
      const grant = [...this.wanted.keys()];
      this.#end(await this.organization.save({ operation: this.#operation, user: this.user, grant, revoke: [] }));
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { view, wanted } = this;
    const none = wanted.size === 0;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("assign-title")}
      .intro=${say("assign-intro", { address: this.address })}
      .content=${html`<p class="note" role="status">${this.receipt.message}</p>
        ${view === null
          ? html`<p class="faint">${this.failure === null ? say("word-loading") : nothing}</p>`
          : html`<workspace-checks
              .first=${true}
              .anyway=${view.roles.find((each) => each.current)?.everyWorkspace ?? null}
              .workspaces=${view.workspaces}
              .wanted=${wanted}
              .verdict=${view.workspacesVerdict}
              @want=${(event: CustomEvent<ReadonlyMap<string, boolean>>) => {
                this.wanted = event.detail;
                this.#operation = crypto.randomUUID();
                this.failure = null;
              }}
            ></workspace-checks>`}
        ${this.failure === null ? nothing : html`<p class="error" role="alert">${explain(this.failure).text}</p>`}`}
      .footer=${{
        leave: html`<button type="button" id="skip" class="button" @click=${() => this.#end(null)}>${say("word-skip")}</button>`,
        confirm: html`<button type="submit" id="assign" class="button button-primary" aria-disabled=${String(none || this.busy)} aria-describedby=${none ? "none-chosen" : nothing}>
            ${none ? say("assign-title") : say("assign-some", { count: wanted.size })}
          </button>
          <span class="unseen" id="none-chosen">${say("assign-none")}</span>`,
      }}
      @leave=${() => this.#end(null)}
      @confirm=${() => void this.#assign()}
    ></ui-dialog>`;
  }
}
customElements.define("assign-workspaces", AssignWorkspaces);
