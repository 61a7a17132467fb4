/** Asks before a workspace is deleted: who loses access, what it holds, what is dropped with it. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { problem } from "../../components/problem";
import type { Named } from "../../desk";
import type { Failure } from "../../host/failure";
import type { WorkspaceDeletion } from "../../host/types";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";
import { isTyped, typing } from "../typed";
import { announce } from "../users/announce";

export class DeleteWorkspaceDialog extends AskingDialog {
  static override properties = { ...AskingDialog.properties, workspace: { attribute: false }, deletion: { state: true }, typed: { state: true } };
  declare workspace: Named;
  declare deletion: WorkspaceDeletion | null;
  declare typed: string;
  readonly #operation = crypto.randomUUID();

  constructor() {
    super();
    this.deletion = null;
    this.typed = "";
  }

  protected override firstUpdated(): void {
    this.#look();
  }

  #look(): void {
    void this.read(this.organization.workspaceDeletion(this.workspace.id), (deletion) => (this.deletion = deletion));
  }

  /** What is risky is typed. */
  get #ready(): boolean {
    return this.deletion !== null && isTyped(this.deletion.confirm, this.typed);
  }

  #confirm = async (): Promise<void> => {
    if (!this.#ready) return;
    const { deletion, workspace } = this;
    await this.press(async () => {
      const receipt = await this.organization.deleteWorkspace({
        operation: this.#operation, workspace: workspace.id, ...(deletion?.confirm ? { typed: this.typed } : {}),
      });
      this.close();
      // Its details are of what is no more; those of another one stay.
      if (deletion?.notCreated && this.organization.workspace.id === workspace.id) this.organization.workspace.close();
      void announce(this.desk, this.organization, workspace.name, receipt);
    });
  };

  protected override failed(failure: Failure): void {
    super.failed(failure);
    // Others may be concerned by now: what is typed must fit what is seen.
    this.#look();
  }

  protected override render(): TemplateResult {
    const { deletion, wrong } = this;
    const name = spoken(this.workspace.name);
    const confirm = deletion?.confirm ?? null;
    return html`<ui-dialog
      .heading=${say("workspace-delete-heading", { name })}
      .content=${html`${deletion === null
          ? html`<p class="faint">${wrong === null ? say("word-loading") : nothing}</p>`
          : html`<section class="summary" aria-live="polite" aria-label=${say("word-what-will-happen")}>
              <div class="sentences">${consequences(deletion).map((sentence) => html`<p>${sentence}</p>`)}</div>
            </section>`}
        ${confirm === null ? nothing : typing(confirm, this.typed, (typed) => (this.typed = typed))}
        ${problem(wrong)}`}
      .footer=${{
        leave: html`<button type="button" class="button" data-first @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: deletion === null
          ? nothing
          : html`<button
              type="submit"
              id="delete-workspace"
              class="button button-danger"
              aria-disabled=${String(!this.#ready || this.busy)}
              aria-describedby=${this.#ready ? nothing : "typed-help"}
            >${say("workspace-delete-confirm", { name })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("delete-workspace", DeleteWorkspaceDialog);

/** What goes with it, a sentence each. */
function consequences({ users, contacts, notCreated, dropped, onTheirWay }: WorkspaceDeletion): string[] {
  const sentences: string[] = [];
  if (notCreated) {
    sentences.push(say("workspace-delete-not-created"));
  } else {
    sentences.push(users === 0 ? say("workspace-delete-nobody") : say("workspace-delete-users", { count: users }));
    if (contacts === null) sentences.push(say("workspace-delete-contacts-unknown"));
    else sentences.push(contacts === 0 ? say("workspace-delete-no-contacts") : say("workspace-delete-contacts", { count: contacts }));
    sentences.push(say("workspace-delete-no-undo"));
  }
  if (dropped > 0) sentences.push(say("workspace-delete-dropped", { count: dropped }));
  if (onTheirWay > 0) sentences.push(say("comes-on-its-way", { count: onTheirWay }));
  return sentences;
}
