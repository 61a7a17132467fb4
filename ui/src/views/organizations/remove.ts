/** Removes an organization from this computer: what goes, what would be lost, and what to do with it before. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { Keep, RemovalView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { count, counted } from "../../text/format";
import { spoken } from "../../text/names";
import { heldBack } from "../../text/status";
import { send } from "../outbox/send";

const SECRETS: Readonly<Record<Keep, string>> = {
  keychain: "The key and the token in the system keychain, before anything else",
  key_file: "The token, and the key file if no other organization needs it",
  session: "The token, which was kept for this session only",
};

export class RemoveOrganization extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    view: { state: true },
    typed: { state: true },
    leave: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** `null` until it is known what would go. */
  declare view: RemovalView | null;
  declare typed: string;
  /** The keychain is out of reach, and the files go all the same. */
  declare leave: boolean;
  declare failure: Failure | null;
  declare busy: boolean;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    this.view = null;
    this.typed = "";
    this.leave = false;
    this.failure = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What waits may be sent while a person reads.
    this.#unfollow = this.organization.outbox.subscribe(() => !this.busy && void this.#look());
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  async #look(): Promise<void> {
    try {
      this.view = await this.desk.profile.removal(this.organization.card.id);
    } catch (cause) {
      this.failure = Failure.from(cause);
    }
  }

  get #ready(): boolean {
    const { view } = this;
    return view !== null && !this.busy && (view.confirm === null || this.typed.trim().toLowerCase() === view.confirm.text.toLowerCase());
  }

  #confirm = async (): Promise<void> => {
    if (!this.#ready || this.view === null) return;
    this.busy = true;
    this.failure = null;
    try {
      const { left } = await this.desk.profile.remove(this.organization.card.id, {
        secrets: this.leave ? "leave" : "erase", ...(this.view.confirm === null ? {} : { typed: this.typed }),
      });
      this.desk.show(null);
      this.desk.toasts.say([`${this.view.name} was removed from this computer.`, ...left].join(" "));
    } catch (cause) {
      this.failure = Failure.from(cause);
      this.busy = false;
      void this.#look();
    }
  };

  /** What a person may do with what waits, other than giving it up. */
  #waiting(changes: number): TemplateResult {
    const { session } = this.organization;
    const held = session.view === null ? null : heldBack(session.view);
    const why = held ?? (session.view?.waiting === 0 ? "None of them can be sent as it is: look at them in the Outbox." : null);
    const press = (): void => {
      if (why === null) void this.desk.attempt(send(this.desk, this.organization, { kind: "all" }));
    };
    const look = (): void => {
      this.desk.show(null);
      this.desk.go("outbox");
    };
    return html`<div class="note note-danger">
      <p><strong>${counted(changes, "change")} ${changes === 1 ? "waits" : "wait"} here that the server doesn't have.</strong>
        Send ${changes === 1 ? "it" : "them"} first, or ${changes === 1 ? "it is" : "they are"} lost.</p>
      <div class="entry-actions">
        <button type="button" class="button button-small" aria-disabled=${String(why !== null)} aria-describedby=${why === null ? nothing : "remove-unsent"} @click=${press}>Send ${counted(changes, "change")}</button>
        <button type="button" class="button button-small" @click=${look}>Look at ${changes === 1 ? "it" : "them"} in the Outbox</button>
      </div>
      ${why === null ? nothing : html`<p id="remove-unsent">${why}</p>`}
    </div>`;
  }

  #content(view: RemovalView): TemplateResult {
    const { confirm, changes, journalLines, unread } = view;
    return html`
      <ul class="plain-list">
        <li>${SECRETS[view.keep]}</li>
        <li>The list of users, their pictures, and the saved views</li>
        <li>The Outbox${journalLines === null ? " and the journal" : html` and the journal of ${counted(journalLines, "line")}`}</li>
      </ul>
      ${(journalLines ?? 0) > 0
        ? html`<p><button type="button" class="button button-small" @click=${() => this.desk.show({ kind: "journal_export" })}>Export the journal first…</button></p>`
        : nothing}
      ${unread === null ? nothing : html`<p class="note note-danger"><span>It can't be opened now: ${unread}</span></p>`}
      ${changes !== null && changes > 0 ? this.#waiting(changes) : nothing}
      ${confirm === null ? nothing : field({
        id: "remove-typed", label: `Type ${confirm.text} to ${changes === null ? "remove it all the same" : "discard what waits"}`, help: spoken(confirm.reason),
        value: this.typed, onInput: (typed) => (this.typed = typed),
      })}`;
  }

  protected override render(): TemplateResult {
    const { view, failure, busy } = this;
    const leave = (): void => this.desk.show(null);
    const name = this.organization.card.name;
    const changes = view?.changes ?? 0;
    const outOfReach = failure !== null && /^(no_keychain|keychain_)/.test(failure.code) && view !== null;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${`Remove ${name} from this computer?`}
      .intro=${"Nothing changes on the server. From this computer goes:"}
      .content=${html`
        ${view === null ? (failure === null ? html`<p>Looking at what waits…</p>` : nothing) : this.#content(view)}
        ${failure === null ? nothing : html`<p class="error" role="alert">${whyNot(failure)}</p>`}
        ${outOfReach || this.leave
          ? html`<label class="check"><input type="checkbox" .checked=${this.leave} @change=${(event: Event) => (this.leave = (event.target as HTMLInputElement).checked)} />
              <span>Remove the files all the same. The key and the token stay in the keychain.</span></label>`
          : nothing}`}
      .footer=${html`<button type="button" class="button" data-first @click=${leave}>Cancel</button>
        ${view === null ? nothing : html`<button type="submit" class="button button-danger" aria-disabled=${String(!this.#ready)}
          aria-describedby=${!this.#ready && view.confirm !== null ? "remove-typed-help" : nothing}>${busy ? "Removing…" : changes > 0 ? `Discard ${count(changes)} and remove ${name}` : `Remove ${name}`}</button>`}`}
      @leave=${leave}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("remove-organization", RemoveOrganization);

/** Where to keep a sign-in is no question here: its key is to go. */
function whyNot(failure: Failure): string {
  if (failure.code !== "no_keychain") return explain(failure).text;
  return ["No system keychain is available, and the key of this organization is in it. Nothing was removed.", failure.help].filter(Boolean).join(" ");
}
