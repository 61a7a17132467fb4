/** Names a workspace: a new one, and then who is in it; or another name for one that is there. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk, Named } from "../../desk";
import { Failure } from "../../host/failure";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { announce } from "../users/announce";

export class NameWorkspace extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    workspace: { attribute: false },
    name: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** The one to rename; `null` creates one. */
  declare workspace: Named | null;
  declare name: string | null;
  declare failure: Failure | null;
  declare busy: boolean;
  /** Of this name: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.workspace = null;
    this.name = null;
    this.failure = null;
    this.busy = false;
  }

  get #name(): string {
    return this.name ?? this.workspace?.name ?? "";
  }

  #type = (text: string): void => {
    this.name = text;
    this.failure = null;
    this.#operation = crypto.randomUUID();
  };

  #confirm = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const name = this.#name;
    try {
      if (this.workspace === null) await this.#create(name);
      else await this.#rename(this.workspace, name);
    } catch (cause) {
      this.failure = Failure.from(cause);
      this.querySelector<HTMLElement>("#workspace-name")?.focus();
    } finally {
      this.busy = false;
    }
  };

  /** A new workspace is empty: who is in it comes next. */
  async #create(name: string): Promise<void> {
    const { workspace, receipt } = await this.organization.createWorkspace({ operation: this.#operation, name });
    void this.organization.workspace.open(workspace);
    this.desk.go("workspaces");
    this.desk.show({ kind: "pick_people", workspace: { id: workspace, name: name.trim() }, created: receipt });
  }

  async #rename(workspace: Named, name: string): Promise<void> {
    const receipt = await this.organization.renameWorkspace({ operation: this.#operation, workspace: workspace.id, name });
    this.desk.show(null);
    await announce(this.desk, this.organization, name.trim(), receipt);
  }

  protected override render(): TemplateResult {
    const close = (): void => this.desk.show(null);
    const { workspace, failure } = this;
    const ofName = failure?.field === "name";
    return html`<ui-dialog
      .heading=${workspace === null ? say("workspaces-new") : say("workspace-rename-heading", { name: spoken(workspace.name) })}
      .intro=${workspace === null ? say("workspace-create-intro") : say("workspace-rename-intro")}
      .content=${html`${field({
          id: "workspace-name", label: say("workspace-name"), value: this.#name, first: true,
          error: ofName ? explain(failure).text : undefined, onInput: this.#type,
        })}
        ${failure === null || ofName ? "" : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="name-workspace" class="button button-primary" aria-disabled=${String(this.busy)}>
          ${workspace === null ? say("workspace-create") : say("workspace-rename-confirm")}
        </button>`,
      }}
      @leave=${close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("name-workspace", NameWorkspace);
