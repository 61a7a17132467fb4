/** Removes an organization from this computer: what goes, what would be lost, and what to do with it before. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Failure } from "../../host/failure";
import type { Keep, RemovalView } from "../../host/types";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { heldBack } from "../../text/status";
import { AskingDialog } from "../asking";
import { exportPlan } from "../outbox/hand-over";
import { send } from "../outbox/send";
import { isTyped, typing } from "../typed";

const SECRETS: Readonly<Record<Keep, string>> = {
  keychain: say("remove-keychain"),
  key_file: say("remove-key-file"),
  session: say("remove-session"),
};

export class RemoveOrganization extends AskingDialog {
  static override properties = {
    ...AskingDialog.properties, view: { state: true }, typed: { state: true }, leave: { state: true }, exported: { state: true },
  };
  /** `null` until it is known what would go. */
  declare view: RemovalView | null;
  declare typed: string;
  /** The keychain is out of reach, and the files go all the same. */
  declare leave: boolean;
  /** What was exported, as a sentence; empty before. */
  declare exported: string;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    this.view = null;
    this.typed = "";
    this.leave = false;
    this.exported = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What waits may be sent while a person reads.
    this.#unfollow = this.organization.outbox.subscribe(() => this.busy || this.#look());
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  #look(): void {
    void this.read(this.desk.profile.removal(this.organization.card.id), (view) => (this.view = view));
  }

  get #ready(): boolean {
    const { view } = this;
    return view !== null && !this.busy && isTyped(view.confirm, this.typed);
  }

  #confirm = async (): Promise<void> => {
    const { view } = this;
    if (!this.#ready || view === null) return;
    await this.press(async () => {
      const { left } = await this.desk.profile.remove(this.organization.card.id, {
        secrets: this.leave ? "leave" : "erase", ...(view.confirm === null ? {} : { typed: this.typed }),
      });
      this.close();
      this.desk.toasts.say([say("remove-done", { name: view.name }), ...left].join(" "));
    });
  };

  protected override failed(failure: Failure): void {
    super.failed(failure);
    this.#look();
  }

  #export = (): Promise<void> => this.attempt(async () => {
    this.exported = (await exportPlan(this.organization, { kind: "all" })) ?? this.exported;
  });

  /** What a person may do with what waits, other than giving it up. */
  #waiting(changes: number): TemplateResult {
    const { session } = this.organization;
    const held = session.view === null ? null : heldBack(session.view);
    const why = held ?? (session.view?.waiting === 0 ? say("remove-none-sendable", { changes }) : null);
    const press = (): void => {
      if (why === null) void this.desk.attempt(send(this.desk, this.organization, { kind: "all" }));
    };
    const look = (): void => {
      this.desk.show(null);
      this.desk.go("outbox");
    };
    return html`<div class="note note-danger">
      <p><strong>${say("remove-waiting", { changes })}</strong> ${say("remove-waiting-lost", { changes })}</p>
      <div class="entry-actions">
        <button type="button" class="button button-small" aria-disabled=${String(why !== null)} aria-describedby=${why === null ? nothing : "remove-unsent"} @click=${press}>${say("remove-send", { changes })}</button>
        <button type="button" class="button button-small" @click=${look}>${say("remove-look", { changes })}</button>
        ${session.view?.waiting === 0
          ? nothing
          : html`<button type="button" class="button button-small" @click=${this.#export}>${say("plan-export")}</button>`}
        <span role="status">${this.exported}</span>
      </div>
      ${why === null ? nothing : html`<p id="remove-unsent">${why}</p>`}
    </div>`;
  }

  #content(view: RemovalView): TemplateResult {
    const { confirm, changes, journalLines, unread } = view;
    return html`
      <ul class="plain-list">
        <li>${SECRETS[view.keep]}</li>
        <li>${say("remove-list")}</li>
        <li>${journalLines === null ? say("remove-outbox-and-journal") : say("remove-outbox-and-lines", { lines: journalLines })}</li>
      </ul>
      ${(journalLines ?? 0) > 0
        ? html`<p><button type="button" class="button button-small" @click=${() => this.desk.show({ kind: "journal_export" })}>${say("remove-export-first")}</button></p>`
        : nothing}
      ${unread === null ? nothing : html`<p class="note note-danger"><span>${say("remove-unread", { why: unread })}</span></p>`}
      ${changes !== null && changes > 0 ? this.#waiting(changes) : nothing}
      ${confirm === null ? nothing : typing(confirm, this.typed, (typed) => (this.typed = typed), {
        id: "remove-typed", label: say(changes === null ? "remove-type-all-the-same" : "remove-type-to-discard", { text: confirm.text }),
      })}`;
  }

  protected override render(): TemplateResult {
    const { view, wrong, busy } = this;
    const name = this.organization.card.name;
    const changes = view?.changes ?? 0;
    const outOfReach = wrong !== null && /^(no_keychain|keychain_)/.test(wrong.code) && view !== null;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("remove-heading", { name })}
      .intro=${say("remove-intro")}
      .content=${html`
        ${view === null ? (wrong === null ? html`<p>${say("remove-looking")}</p>` : nothing) : this.#content(view)}
        ${wrong === null ? nothing : html`<p class="error" role="alert">${whyNot(wrong)}</p>`}
        ${outOfReach || this.leave
          ? html`<label class="check"><input type="checkbox" .checked=${this.leave} @change=${(event: Event) => (this.leave = (event.target as HTMLInputElement).checked)} />
              <span>${say("remove-leave-secrets")}</span></label>`
          : nothing}`}
      .footer=${{
        leave: html`<button type="button" class="button" data-first @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: view === null ? nothing : html`<button type="submit" class="button button-danger" aria-disabled=${String(!this.#ready)}
          aria-describedby=${!this.#ready && view.confirm !== null ? "remove-typed-help" : nothing}>${busy ? say("remove-busy") : changes > 0 ? say("remove-confirm-discard", { changes, name }) : say("remove-confirm", { name })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("remove-organization", RemoveOrganization);

/** Where to keep a sign-in is no question here: its key is to go. */
function whyNot(failure: Failure): string {
  if (failure.code !== "no_keychain") return explain(failure).text;
  return [say("remove-no-keychain"), failure.help].filter(Boolean).join(" ");
}
