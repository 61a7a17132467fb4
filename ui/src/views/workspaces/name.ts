/** Names a workspace: a new one, and then who is in it; or another name for one that is there. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { problem } from "../../components/problem";
import type { Named } from "../../desk";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { announce } from "../users/announce";

export class NameWorkspace extends AskingDialog {
  static override properties = { ...AskingDialog.properties, workspace: { attribute: false }, name: { state: true } };
  /** The one to rename; `null` creates one. */
  declare workspace: Named | null;
  declare name: string | null;
  /** Of this name: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.workspace = null;
    this.name = null;
  }

  get #name(): string {
    return this.name ?? this.workspace?.name ?? "";
  }

  #type = (text: string): void => {
    this.name = text;
    this.failure = null;
    this.#operation = crypto.randomUUID();
  };

  #confirm = (): Promise<void> =>
    this.press(() => (this.workspace === null ? this.#create(this.#name) : this.#rename(this.workspace, this.#name)));

  protected override inputOf(): string {
    return "workspace-name";
  }

  /** A new workspace is empty: who is in it comes next. */
  async #create(name: string): Promise<void> {
    const { workspace, receipt } = await this.organization.createWorkspace({ operation: this.#operation, name });
    // Whoever has left is somewhere else by now, and hears that it waits.
    if (!this.isConnected) return void announce(this.desk, this.organization, name.trim(), receipt);
    void this.organization.workspace.open(workspace);
    this.desk.go("workspaces");
    this.desk.show({ kind: "pick_people", workspace: { id: workspace, name: name.trim() }, created: receipt });
  }

  async #rename(workspace: Named, name: string): Promise<void> {
    const receipt = await this.organization.renameWorkspace({ operation: this.#operation, workspace: workspace.id, name });
    this.close();
    void announce(this.desk, this.organization, name.trim(), receipt);
  }

  protected override render(): TemplateResult {
    const { workspace, failure } = this;
    const ofName = failure?.field === "name";
    return html`<ui-dialog
      .heading=${workspace === null ? say("workspaces-new") : say("workspace-rename-heading", { name: spoken(workspace.name) })}
      .intro=${workspace === null ? say("workspace-create-intro") : say("workspace-rename-intro")}
      .content=${html`${field({
          id: "workspace-name", label: say("workspace-name"), value: this.#name, first: true,
          error: ofName ? explain(failure).text : undefined, onInput: this.#type,
        })}
        ${problem(ofName ? null : failure)}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="name-workspace" class="button button-primary" aria-disabled=${String(this.busy)}>
          ${workspace === null ? say("workspace-create") : say("workspace-rename-confirm")}
        </button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("name-workspace", NameWorkspace);
