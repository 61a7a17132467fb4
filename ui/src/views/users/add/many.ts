/** Add many users at once: a list or a file, a preview of what becomes of each line, and then as far as it goes. */
import { html, nothing, type TemplateResult } from "lit";
import "../../../components/dialog";
import type { Footer } from "../../../components/dialog";
import { problem } from "../../../components/problem";
import { Failure } from "../../../host/failure";
import type { Adding, InviteesAdded, RoleChoice } from "../../../host/types";
import { Invitees } from "../../../state/invitees";
import { say } from "../../../text/say";
import { AskingDialog } from "../../asking";
import { whyNone } from "../../roles/choices";
import "./preview";

/** Rust reads no larger list, in bytes: there is no use in handing one over. */
const LARGEST = 10 * 1024 * 1024;

type Step =
  | { at: "list" | "reading" }
  | { at: "preview"; invitees: Invitees }
  | { at: "adding"; invitees: Invitees; adding: Adding; stopping: boolean }
  | { at: "done"; invitees: Invitees; outcome: InviteesAdded };

export class AddMany extends AskingDialog {
  static override properties = {
    ...AskingDialog.properties,
    step: { state: true },
    text: { state: true },
    file: { state: true },
    chosen: { state: true },
    saved: { state: true },
  };
  declare step: Step;
  declare text: string;
  /** In place of what was pasted. */
  declare file: File | null;
  declare chosen: string | null;
  /** That the refused lines were saved, and where. */
  declare saved: string;
  #unfollow: (() => void)[] = [];

  constructor() {
    super();
    this.step = { at: "list" };
    this.text = "";
    this.file = null;
    this.chosen = null;
    this.saved = "";
  }

  protected override firstUpdated(): void {
    const { adding } = this.organization;
    this.#unfollow.push(adding.subscribe(() => this.requestUpdate()));
    void adding.stale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow.forEach((end) => end());
    this.#forget();
  }

  #forget(): void {
    if ("invitees" in this.step) void this.organization.forgetInvitees(this.step.invitees.list.id).catch(() => undefined);
  }

  get #role(): string | null {
    return this.chosen ?? this.organization.adding.least;
  }

  /** Esc and Cancel: what is being added is stopped first, and said. */
  #leave = (): void => {
    if (this.step.at === "adding") void this.#stop();
    else this.close();
  };

  #read = async (): Promise<void> => {
    const role = this.#role;
    if (this.step.at === "reading" || role === null || !this.#has()) return;
    this.#forget();
    this.failure = null;
    this.step = { at: "reading" };
    try {
      const bytes = this.file === null ? new TextEncoder().encode(this.text) : new Uint8Array(await this.file.arrayBuffer());
      const invitees = await this.organization.readInvitees(bytes, role);
      this.#unfollow.push(invitees.subscribe(() => this.requestUpdate()));
      this.step = { at: "preview", invitees };
      // Nobody looks at it any more.
      if (!this.isConnected) this.#forget();
    } catch (cause) {
      this.step = { at: "list" };
      this.failure = cause instanceof DOMException ? new Failure("file_unreadable", say("many-file-unreadable", { cause: cause.message })) : Failure.from(cause);
    }
  };

  #has = (): boolean => this.file !== null || this.text.trim() !== "";

  #choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    this.failure = file.size > LARGEST ? new Failure("file_too_large", say("many-file-too-large")) : null;
    if (this.failure === null) this.file = file;
  };

  #add = async (): Promise<void> => {
    if (this.step.at !== "preview" || this.step.invitees.counts.added === 0) return;
    const { invitees } = this.step;
    this.failure = null;
    this.step = { at: "adding", invitees, adding: { done: 0, total: invitees.counts.added }, stopping: false };
    try {
      const outcome = await this.organization.addInvitees(invitees, (adding) => {
        if (this.step.at === "adding") this.step = { ...this.step, adding };
      });
      const { there, denied, unreadable } = invitees.counts;
      if (outcome.left + there + denied + unreadable > 0) {
        this.step = { at: "done", invitees, outcome };
      } else {
        this.close();
        this.desk.toasts.say(outcome.message, [{ label: say("many-show-outbox"), run: () => this.desk.go("outbox") }]);
      }
    } catch (cause) {
      this.failure = Failure.from(cause);
      this.step = { at: "preview", invitees };
    }
  };

  async #stop(): Promise<void> {
    if (this.step.at !== "adding") return;
    this.step = { ...this.step, stopping: true };
    await this.desk.attempt(this.organization.stopAdding(this.step.invitees.list.id));
  }

  #save = (invitees: Invitees): Promise<void> => this.attempt(async () => {
    const file = await this.organization.saveRefused(invitees);
    if (file !== null) this.saved = say("many-saved", { file });
  });

  protected override render(): TemplateResult {
    return html`<ui-dialog
      .size=${"large"}
      .heading=${say("many-title")}
      .intro=${this.step.at === "list" || this.step.at === "reading" ? say("many-intro") : null}
      .content=${html`${this.#content()}
        <p class="faint" role="status">${this.saved}</p>
        ${problem(this.failure)}`}
      .footer=${this.#footer()}
      @leave=${this.#leave}
      @confirm=${() => void (this.step.at === "preview" ? this.#add() : this.step.at === "done" ? this.close() : this.#read())}
    ></ui-dialog>`;
  }

  #content(): TemplateResult {
    const { step } = this;
    switch (step.at) {
      case "list":
      case "reading":
        return this.#list(step.at === "reading");
      case "preview":
        return html`<invitees-preview .invitees=${step.invitees}></invitees-preview>`;
      case "adding":
        return html`<div class="adding">
          <progress max=${step.adding.total} .value=${step.adding.done} aria-label=${say("many-progress-label")}></progress>
          <p role="status">${step.stopping ? say("many-stopping", step.adding) : say("many-progress", step.adding)}</p>
        </div>`;
      case "done":
        return html`<p class="note" role="status">${step.outcome.message}</p>
          <invitees-preview .invitees=${step.invitees} .done=${true}></invitees-preview>`;
    }
  }

  #list(reading: boolean): TemplateResult {
    const { view } = this.organization.adding;
    return html`${this.file === null
        ? html`<div class="field">
            <label for="addresses">${say("many-addresses")}</label>
            <textarea
              id="addresses"
              class="input"
              rows="6"
              data-first
              spellcheck="false"
              autocapitalize="off"
              placeholder=${say("many-addresses-example")}
              aria-describedby="addresses-help"
              .value=${this.text}
              @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
            ></textarea>
            <p class="help" id="addresses-help">${say("many-addresses-help")}</p>
          </div>`
        : html`<p class="note"><span class="wrap">${this.file.name}</span>
            <button type="button" class="button button-small" @click=${() => (this.file = null)}>${say("many-take-file-away")}</button></p>`}
      <div>
        <button type="button" id="choose-file" class="button" @click=${() => this.querySelector<HTMLInputElement>("#list-file")?.click()}>${say("many-choose-file")}</button>
        <input type="file" id="list-file" hidden accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.#choose} />
        <span class="faint">${say("many-file-help")}</span>
      </div>
      ${view === null
        ? html`<p class="faint">${say("word-loading")}</p>`
        : html`<role-choices
            .label=${say("many-role")}
            .organization=${this.organization}
            .roles=${view.roles}
            .chosen=${this.#role}
            @pick=${(event: CustomEvent<RoleChoice>) => (this.chosen = event.detail.role)}
          ></role-choices>`}
      ${reading ? html`<p role="status">${say("many-reading")}</p>` : nothing}`;
  }

  #footer(): Footer {
    const { step } = this;
    const leave = html`<button type="button" class="button" @click=${this.#leave}>${say("word-cancel")}</button>`;
    switch (step.at) {
      case "list":
      case "reading":
        return {
          aside: html`<button type="button" class="button button-aside" @click=${() => this.desk.show({ kind: "add" })}>${say("many-one-user")}</button>`,
          leave,
          confirm: html`${this.#preview(step.at === "reading")}${this.#has() ? nothing : html`<span class="unseen" id="no-list">${say("many-nothing-yet")}</span>`}`,
        };
      case "preview": {
        const { added } = step.invitees.counts;
        return {
          aside: html`<button type="button" class="button button-aside" @click=${this.#back}>${say("many-back")}</button>`,
          more: this.#saving(step.invitees),
          leave,
          confirm: html`<button type="submit" id="add-all" class="button button-primary" aria-disabled=${String(added === 0)} aria-describedby=${added === 0 ? "nobody-to-add" : nothing}>
              ${say("many-add", { count: added })}
            </button>
            ${added === 0 ? html`<span class="unseen" id="nobody-to-add">${say("many-nobody")}</span>` : nothing}`,
        };
      }
      case "adding":
        return { leave: html`<button type="button" id="stop-adding" class="button" aria-disabled=${String(step.stopping)} @click=${this.#leave}>${say("many-stop")}</button>` };
      case "done":
        return {
          aside: step.outcome.left > 0 ? html`<button type="button" class="button button-aside" @click=${this.#read}>${say("many-preview-rest")}</button>` : nothing,
          more: this.#saving(step.invitees),
          leave: html`<button type="submit" class="button button-primary">${say("word-close")}</button>`,
        };
    }
  }

  #preview(reading: boolean): TemplateResult {
    const roles = this.organization.adding.view?.roles ?? null;
    const noRole = this.#role === null;
    const why = !this.#has() ? "no-list" : noRole && roles !== null ? whyNone(roles) : nothing;
    return html`<button type="submit" id="preview-list" class="button button-primary"
      aria-disabled=${String(!this.#has() || noRole || reading)} aria-describedby=${why}>${say("many-preview")}</button>`;
  }

  #saving(invitees: Invitees): TemplateResult | typeof nothing {
    const { counts } = invitees;
    const refused = counts.there + counts.denied + counts.unreadable;
    return refused === 0 ? nothing : html`<button type="button" id="save-refused" class="button" @click=${() => void this.#save(invitees)}>${say("many-save-refused", { count: refused })}</button>`;
  }

  #back = (): void => {
    this.#forget();
    this.step = { at: "list" };
    this.failure = null;
  };
}
customElements.define("add-many", AddMany);
