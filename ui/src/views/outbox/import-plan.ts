/** Imports a plan: a file is chosen, what it holds is shown change by change, and then all of it is queued, or nothing. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { ImportView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { instant, moment } from "../../text/format";
import { say } from "../../text/say";
import { planned, SOME, withTrouble } from "./planned";

/** Rust reads no larger plan, in bytes: of a larger file as much is handed over as it takes to see that. */
const LARGEST = 16 * 1024 * 1024;

export class ImportPlan extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    file: { state: true },
    view: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** What was chosen, with what was read of it: what is shown is what is imported. */
  declare file: { name: string; bytes: Uint8Array } | null;
  /** `null` until it was looked at, or where it is none. */
  declare view: ImportView | null;
  declare failure: Failure | null;
  declare busy: boolean;
  #limit = SOME;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    this.file = null;
    this.view = null;
    this.failure = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What waits here decides with what the policy says of a plan.
    this.#unfollow = this.organization.outbox.subscribe(() => !this.busy && void this.#look());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    this.#limit = SOME;
    this.file = this.view = this.failure = null;
    try {
      this.file = { name: chosen.name, bytes: new Uint8Array(await chosen.slice(0, LARGEST + 1).arrayBuffer()) };
      await this.#look();
    } catch (cause) {
      this.failure = new Failure("file_unreadable", say("many-file-unreadable", { cause: cause instanceof Error ? cause.message : String(cause) }));
    } finally {
      // The same file may be chosen again, once it was put right.
      input.value = "";
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>(this.#closed === null ? "#import-all" : "#choose-plan")?.focus();
  };

  async #look(): Promise<void> {
    const { file } = this;
    if (file === null) return;
    const limit = this.#limit;
    const asked = (): boolean => this.file === file && this.#limit === limit;
    try {
      const view = await this.organization.outbox.importView(file.bytes, { offset: 0, limit });
      if (!asked()) return;
      // Why it could not be looked at before; why it could not be imported stays.
      if (this.view === null) this.failure = null;
      this.view = view;
    } catch (cause) {
      if (!asked()) return;
      this.view = null;
      this.failure = Failure.from(cause);
    }
  }

  #more = (): void => {
    this.#limit += SOME;
    void this.#look();
  };

  /** Why nothing can be imported now; `null` when it can. */
  get #closed(): string | null {
    return this.view === null ? (this.failure ? explain(this.failure).text : say("import-no-file")) : this.view.refused;
  }

  #confirm = async (): Promise<void> => {
    const { file } = this;
    if (file === null || this.busy || this.#closed !== null) return;
    this.busy = true;
    this.failure = null;
    try {
      const { operation, message } = await this.organization.outbox.importPlan(file.bytes);
      const review = (): void => this.desk.show({ kind: "send", changes: { kind: "operation", operation } });
      this.desk.show(null);
      this.desk.toasts.say(message, [{ label: say("send-review"), run: review }]);
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { view, file, failure } = this;
    const close = (): void => this.desk.show(null);
    const closed = this.#closed;
    return html`<ui-dialog
      .size=${"large"}
      .heading=${say("import-title")}
      .intro=${say("import-intro")}
      .content=${html`<div class="import-file">
          <button type="button" id="choose-plan" class="button" data-first @click=${() => this.querySelector<HTMLInputElement>("#plan-file")?.click()}>
            ${file === null ? say("many-choose-file") : say("import-choose-other")}
          </button>
          <input type="file" id="plan-file" hidden accept=".json,application/json" @change=${this.#choose} />
          <span class="faint wrap">${file === null ? say("import-choose-help") : file.name}</span>
        </div>
        <div role="status" class="import-head">${view === null ? nothing : this.#head(view)}</div>
        ${view === null ? nothing : planned(view.plan, this.#more)}
        ${failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}
        <p class="unseen" id="import-closed">${closed ?? ""}</p>`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" id="import-all" class="button button-primary" aria-disabled=${String(closed !== null || this.busy)}
          aria-describedby=${closed === null ? nothing : "import-closed"}>${view === null ? say("import-none") : say("import-count", { count: view.plan.changes })}</button>`,
      }}
      @leave=${close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }

  /** Whose it is, how much it holds, and why it can't be imported. */
  #head({ organization, exportedBy, exportedAt, refused, plan }: ImportView): TemplateResult {
    const at = instant(exportedAt);
    const fact = (name: string, value: string): TemplateResult | typeof nothing =>
      value === "" ? nothing : html`<dt>${name}</dt><dd class="wrap" dir="auto">${value}</dd>`;
    return html`<dl class="facts">
        ${fact(say("import-of"), organization)}
        ${fact(say("import-by"), exportedBy)}
        ${fact(say("import-at"), at ? moment(at, this.desk.now) : "")}
      </dl>
      <p>${withTrouble(say("import-holds", { count: plan.changes }), plan)}</p>
      ${refused === null ? nothing : html`<p class="note note-danger"><span>${say("import-refused", { reason: refused })}</span></p>`}`;
  }
}
customElements.define("import-plan", ImportPlan);
