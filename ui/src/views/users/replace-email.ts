/** Replace a user's e-mail, guided: the new address, what moves and what doesn't, and when the old user goes. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { DeleteOld, ReplaceView } from "../../host/types";
import { Address } from "../../state/address";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { counted } from "../../text/format";
import { spoken } from "../../text/names";
import { announce } from "./announce";
import { reason } from "./details";

export class ReplaceEmail extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    user: { attribute: false },
    view: { state: true },
    chosen: { state: true },
    failure: { state: true },
    busy: { state: true },
    pressed: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare user: string;
  declare view: ReplaceView | null;
  /** When the old user goes; `null` before somebody has chosen. */
  declare chosen: DeleteOld | null;
  declare failure: Failure | null;
  declare busy: boolean;
  /** *Replace* was pressed, or the field left: from now on a form that isn't right yet is an error. */
  declare pressed: boolean;
  #address!: Address;
  /** Of this draft: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.chosen = null;
    this.failure = null;
    this.busy = false;
    this.pressed = false;
  }

  protected override willUpdate(): void {
    if (this.#address !== undefined) return;
    this.#address = new Address((text) => this.organization.checkAddress(text));
    this.#address.subscribe(() => this.requestUpdate());
  }

  protected override firstUpdated(): void {
    this.organization.replaceView(this.user).then(
      (view) => {
        this.view = view;
        void this.updateComplete.then(() => this.querySelector<HTMLElement>("#new-address")?.focus());
      },
      (cause: unknown) => (this.failure = Failure.from(cause)),
    );
  }

  #close = (): void => this.desk.show(null);

  #changed(): void {
    this.#operation = crypto.randomUUID();
    this.failure = null;
  }

  /** What stands in the way of the address, if anything is known to. */
  #wrong(): string | undefined {
    const { view, failure, text } = this.#address;
    if (this.failure?.field === "address") return explain(this.failure).text;
    if (view?.taken) return view.taken;
    if (!this.pressed) return undefined;
    return text.trim() === "" ? "Type the new e-mail address." : failure === null ? undefined : explain(failure).text;
  }

  /** To begin with, the one after which nobody is left without access. */
  #delete(view: ReplaceView): DeleteOld {
    return this.chosen ?? (view.whenAccepted.kind === "denied" ? "at_once" : "when_accepted");
  }

  #replace = async (): Promise<void> => {
    const { view } = this;
    if (view === null || this.busy || view.verdict.kind === "denied") return;
    this.pressed = true;
    if (this.#wrong() !== undefined) return this.querySelector<HTMLElement>("#new-address")?.focus();
    this.busy = true;
    try {
      const receipt = await this.organization.replaceEmail({
        operation: this.#operation, user: this.user, address: this.#address.text, delete: this.#delete(view),
      });
      this.desk.show(null);
      await announce(this.desk, this.organization, view.row.name, receipt);
    } catch (cause) {
      this.failure = Failure.from(cause);
      if (this.failure.field === "address") this.querySelector<HTMLElement>("#new-address")?.focus();
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { view } = this;
    const failure = this.failure?.field === "address" ? null : this.failure;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${view === null ? "Replace e-mail" : `Replace e-mail of ${spoken(view.row.name)}`}
      .intro=${view === null ? null : `${view.row.email} is replaced by a new user with the same access. An address itself never changes.`}
      .content=${html`${view === null ? html`<p class="faint">${failure === null ? "Loading…" : nothing}</p>` : this.#content(view)}
        ${failure === null ? nothing : html`<p class="error" role="alert">${explain(failure).text}</p>`}`}
      .footer=${this.#footer(view)}
      @leave=${this.#close}
      @confirm=${() => void this.#replace()}
    ></ui-dialog>`;
  }

  #content(view: ReplaceView): TemplateResult {
    const { verdict } = view;
    const why = verdict.kind === "allowed"
      ? nothing
      : html`<p class="why" id="replace-reason">${icon(verdict.kind === "denied" ? "lock" : "alert")}<span>${reason(verdict)}</span></p>`;
    if (verdict.kind === "denied") return html`${why}`;
    const free = this.#address.view?.taken === null;
    return html`${why}
      ${field({
        id: "new-address", label: "New e-mail address", value: this.#address.text, placeholder: "name@example.com",
        help: free ? "Nobody in this list has this address." : "The invitation goes there.", error: this.#wrong(),
        onInput: (text) => {
          this.#changed();
          this.#address.type(text);
        },
        onLeave: () => (this.pressed ||= this.#address.text !== ""),
      })}
      ${moves(view)}${this.#when(view)}
      <p class="summary" aria-live="polite">${this.#steps(view)}</p>`;
  }

  #when(view: ReplaceView): TemplateResult {
    const chosen = this.#delete(view);
    const later = view.whenAccepted;
    const refused = later.kind === "denied";
    const choose = (event: Event, when: DeleteOld): void => {
      if (when === "when_accepted" && refused) return event.preventDefault();
      this.#changed();
      this.chosen = when;
    };
    const choice = (when: DeleteOld, title: string, worth: string | TemplateResult): TemplateResult => html`<label class="keep">
      <input
        type="radio"
        name="delete"
        value=${when}
        .checked=${chosen === when}
        aria-disabled=${String(when === "when_accepted" && refused)}
        @click=${(event: Event) => choose(event, when)}
      />
      <span><strong>${title}</strong><span class="help">${worth}</span></span>
    </label>`;
    return html`<fieldset class="group">
      <legend>Delete ${view.row.email}</legend>
      ${choice("when_accepted", "When the new user has accepted the invitation", refused
        ? html`<span class="reason">${icon("lock")}${reason(later)}</span>`
        : "Until then both users have the access. It can be taken back.")}
      ${choice("at_once", "At once", "As soon as the new user is added. Nobody has the access until the invitation is accepted.")}
    </fieldset>`;
  }

  #steps(view: ReplaceView): string {
    const address = this.#address.text.trim() || "the new address";
    const second = this.#delete(view) === "when_accepted" ? "Step 2, once it is accepted," : "Step 2, as soon as that is done,";
    return `Step 1 invites ${address} with the same access. ${second} deletes ${view.row.email}. Contacts do not move.`;
  }

  #footer(view: ReplaceView | null): TemplateResult {
    if (view === null || view.verdict.kind === "denied") {
      return html`<button type="button" class="button" @click=${this.#close}>Close</button>`;
    }
    const wrong = this.#wrong();
    return html`<button type="button" class="button" @click=${this.#close}>Cancel</button>
      <button
        type="submit"
        id="replace-email"
        class="button button-primary"
        aria-disabled=${String(this.busy || wrong !== undefined)}
        aria-describedby=${wrong === undefined ? nothing : "new-address-error"}
      >Replace e-mail of ${spoken(view.row.name)}</button>`;
  }
}
customElements.define("replace-email", ReplaceEmail);

/** What the new user gets, and what stays behind. */
function moves(view: ReplaceView): TemplateResult {
  const { row, workspaces, contacts } = view;
  const assigned = workspaces.filter((each) => (each.contacts ?? 0) > 0);
  const left = contacts === null
    ? "This server doesn't tell how many contacts are assigned."
    : contacts === 0
      ? "No contact is assigned."
      : `${counted(contacts, "contact")}: ${assigned.map((each) => `${each.contacts} in ${each.name}`).join(", ")}. They become unassigned.`;
  return html`<dl class="facts">
    <dt>Role</dt><dd>${row.roleTitle}</dd>
    <dt>Workspaces</dt><dd>${workspaces.length === 0 ? "None" : workspaces.map((each) => each.name).join(", ")}</dd>
    <dt>Does not move</dt><dd>${left}${row.hasPicture ? " The picture is not taken along either." : ""}</dd>
  </dl>`;
}
