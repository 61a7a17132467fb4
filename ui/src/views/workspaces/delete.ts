/** Asks before a workspace is deleted: who loses access, what it holds, what is dropped with it. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk, Named } from "../../desk";
import { Failure } from "../../host/failure";
import type { WorkspaceDeletion } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { announce } from "../users/announce";

export class DeleteWorkspaceDialog extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    workspace: { attribute: false },
    deletion: { state: true },
    typed: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare workspace: Named;
  declare deletion: WorkspaceDeletion | null;
  declare typed: string;
  declare failure: Failure | null;
  declare busy: boolean;
  readonly #operation = crypto.randomUUID();

  constructor() {
    super();
    this.deletion = null;
    this.typed = "";
    this.failure = null;
    this.busy = false;
  }

  protected override firstUpdated(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    try {
      this.deletion = await this.organization.workspaceDeletion(this.workspace.id);
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
  }

  /** What is risky is typed. */
  get #ready(): boolean {
    const confirm = this.deletion?.confirm;
    if (this.deletion === null || confirm === undefined) return false;
    return confirm === null || this.typed.trim().toLowerCase() === confirm.text.trim().toLowerCase();
  }

  #confirm = async (): Promise<void> => {
    if (this.busy || !this.#ready) return;
    this.busy = true;
    const { deletion, workspace } = this;
    try {
      const receipt = await this.organization.deleteWorkspace({
        operation: this.#operation, workspace: workspace.id, ...(deletion?.confirm ? { typed: this.typed } : {}),
      });
      this.desk.show(null);
      if (deletion?.notCreated) this.organization.workspace.close();
      await announce(this.desk, this.organization, workspace.name, receipt);
    } catch (cause) {
      const failure = Failure.from(cause);
      // Others may be concerned by now: what is typed must fit what is seen.
      await this.#look();
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const close = (): void => this.desk.show(null);
    const { deletion, failure } = this;
    const name = spoken(this.workspace.name);
    const confirm = deletion?.confirm ?? null;
    return html`<ui-dialog
      .heading=${say("workspace-delete-heading", { name })}
      .content=${html`${deletion === null
          ? html`<p class="faint">${failure === null ? say("word-loading") : nothing}</p>`
          : html`<section class="summary" aria-live="polite" aria-label=${say("word-what-will-happen")}>
              <div class="sentences">${consequences(deletion).map((sentence) => html`<p>${sentence}</p>`)}</div>
            </section>`}
        ${confirm === null
          ? nothing
          : field({ id: "typed", label: say("word-type-to-confirm", { text: confirm.text }), help: confirm.reason, value: this.typed, onInput: (typed) => (this.typed = typed) })}
        ${failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${{
        leave: html`<button type="button" class="button" data-first @click=${close}>${say("word-cancel")}</button>`,
        confirm: deletion === null
          ? nothing
          : html`<button
              type="submit"
              id="delete-workspace"
              class="button button-danger"
              aria-disabled=${String(!this.#ready)}
              aria-describedby=${this.#ready ? nothing : "typed-help"}
            >${say("workspace-delete-confirm", { name })}</button>`,
      }}
      @leave=${close}
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
