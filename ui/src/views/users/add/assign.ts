/** The second half of adding a user: the workspaces, which wait for the user and take the real id from them. */
import { html, nothing, type TemplateResult } from "lit";
import "../../../components/dialog";
import { problem } from "../../../components/problem";
import type { EditView, Receipt } from "../../../host/types";
import { say } from "../../../text/say";
import { AskingDialog } from "../../asking";
import "../../workspaces/checks";

export class AssignWorkspaces extends AskingDialog {
  static override properties = {
    ...AskingDialog.properties,
    user: { attribute: false },
    address: { attribute: false },
    receipt: { attribute: false },
    view: { state: true },
    wanted: { state: true },
  };
  declare user: string;
  declare address: string;
  /** What became of the addition. */
  declare receipt: Receipt;
  declare view: EditView | null;
  declare wanted: ReadonlyMap<string, boolean>;
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.wanted = new Map();
  }

  protected override firstUpdated(): void {
    void this.read(this.organization.editView(this.user), (view) => (this.view = view));
  }

  /** Ends the flow; `null` when no workspace was assigned. */
  #end(receipt: Receipt | null): void {
    this.dispatchEvent(new CustomEvent<Receipt | null>("done", { detail: receipt }));
  }

  #assign = async (): Promise<void> => {
    if (this.wanted.size === 0) return;
    await this.press(async () => {
      const grant = [...this.wanted.keys()];
      this.#end(await this.organization.save({ operation: this.#operation, user: this.user, grant, revoke: [] }));
    });
  };

  protected override render(): TemplateResult {
    const { view, wanted, wrong } = this;
    const none = wanted.size === 0;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("assign-title")}
      .intro=${say("assign-intro", { address: this.address })}
      .content=${html`<p class="note" role="status">${this.receipt.message}</p>
        ${view === null
          ? html`<p class="faint">${wrong === null ? say("word-loading") : nothing}</p>`
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
        ${problem(wrong)}`}
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
