/** Replace a user's e-mail, guided: the new address, what moves and what doesn't, and when the old user goes. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Footer } from "../../components/dialog";
import { field } from "../../components/field";
import { icon } from "../../components/icon";
import { problem } from "../../components/problem";
import type { Failure } from "../../host/failure";
import type { DeleteOld, ReplaceView } from "../../host/types";
import { Address } from "../../state/address";
import { explain } from "../../text/errors";
import { listed } from "../../text/format";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { reason } from "../../text/verdicts";
import { AskingDialog } from "../asking";
import { announce } from "./announce";

export class ReplaceEmail extends AskingDialog {
  static override properties = {
    ...AskingDialog.properties, user: { attribute: false }, view: { state: true }, chosen: { state: true }, pressed: { state: true },
  };
  declare user: string;
  declare view: ReplaceView | null;
  /** When the old user goes; `null` before somebody has chosen. */
  declare chosen: DeleteOld | null;
  /** *Replace* was pressed, or the field left: from now on a form that isn't right yet is an error. */
  declare pressed: boolean;
  #address!: Address;
  /** Of this draft: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.chosen = null;
    this.pressed = false;
  }

  protected override willUpdate(): void {
    if (this.#address !== undefined) return;
    this.#address = new Address((text) => this.organization.checkAddress(text));
    this.#address.subscribe(() => this.requestUpdate());
  }

  protected override firstUpdated(): void {
    void this.read(this.organization.replaceView(this.user), (view) => {
      this.view = view;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>("#new-address")?.focus());
    });
  }

  #changed(): void {
    this.#operation = crypto.randomUUID();
    this.failure = null;
  }

  /** What stands in the way of the address, if anything is known to. */
  #wrong(): string | undefined {
    return this.failure?.field === "address" ? explain(this.failure).text : this.#address.wrong(this.pressed, say("replace-address-missing"));
  }

  /** To begin with, the one after which nobody is left without access. */
  #delete(view: ReplaceView): DeleteOld {
    return this.chosen ?? (view.whenAccepted.kind === "denied" ? "at_once" : "when_accepted");
  }

  #replace = async (): Promise<void> => {
    const { view } = this;
    if (view === null || view.verdict.kind === "denied") return;
    this.pressed = true;
    if (this.#wrong() !== undefined) return this.querySelector<HTMLElement>("#new-address")?.focus();
    await this.press(async () => {
      const receipt = await this.organization.replaceEmail({
        operation: this.#operation, user: this.user, address: this.#address.text, delete: this.#delete(view),
      });
      this.close();
      void announce(this.desk, this.organization, view.row.name, receipt);
    });
  };

  protected override inputOf({ field }: Failure): string | null {
    return field === "address" ? "new-address" : null;
  }

  protected override render(): TemplateResult {
    const { view, wrong } = this;
    const elsewhere = wrong !== null && this.inputOf(wrong) === null ? wrong : null;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${view === null ? say("replace-title") : say("replace-title-of", { name: spoken(view.row.name) })}
      .intro=${view === null ? null : say("replace-intro", { email: view.row.email })}
      .content=${html`${view === null ? html`<p class="faint">${elsewhere === null ? say("word-loading") : nothing}</p>` : this.#content(view)}
        ${problem(elsewhere)}`}
      .footer=${this.#footer(view)}
      @leave=${this.close}
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
        id: "new-address", label: say("replace-address"), value: this.#address.text, placeholder: "name@example.com",
        help: free ? say("add-address-free") : say("replace-address-help"), error: this.#wrong(),
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
      <legend>${say("replace-delete", { email: view.row.email })}</legend>
      ${choice("when_accepted", say("replace-when-accepted"), refused
        ? html`<span class="reason">${icon("lock")}${reason(later)}</span>`
        : say("replace-when-accepted-worth"))}
      ${choice("at_once", say("replace-at-once"), say("replace-at-once-worth"))}
    </fieldset>`;
  }

  #steps(view: ReplaceView): string {
    const told = { address: this.#address.text.trim() || say("replace-new-address"), email: view.row.email };
    return this.#delete(view) === "when_accepted" ? say("replace-steps-accepted", told) : say("replace-steps-at-once", told);
  }

  #footer(view: ReplaceView | null): Footer {
    if (view === null || view.verdict.kind === "denied") {
      return { leave: html`<button type="button" class="button" @click=${this.close}>${say("word-close")}</button>` };
    }
    const wrong = this.#wrong();
    return {
      leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
      confirm: html`<button
        type="submit"
        id="replace-email"
        class="button button-primary"
        aria-disabled=${String(this.busy || wrong !== undefined)}
        aria-describedby=${wrong === undefined ? nothing : "new-address-error"}
      >${say("replace-title-of", { name: spoken(view.row.name) })}</button>`,
    };
  }
}
customElements.define("replace-email", ReplaceEmail);

/** What the new user gets, and what stays behind. */
function moves(view: ReplaceView): TemplateResult {
  const { row, workspaces, contacts } = view;
  const assigned = workspaces.filter((each) => (each.contacts ?? 0) > 0);
  const where = listed(assigned.map((each) => say("replace-contacts-in", { contacts: each.contacts ?? 0, workspace: each.name })));
  const left = contacts === null
    ? say("replace-contacts-unknown")
    : contacts === 0 ? say("comes-no-contact") : say("replace-contacts-left", { count: contacts, where });
  return html`<dl class="facts">
    <dt>${say("property-role")}</dt><dd>${row.roleTitle}</dd>
    <dt>${say("property-workspaces")}</dt><dd>${workspaces.length === 0 ? say("row-no-workspaces") : listed(workspaces.map((each) => each.name))}</dd>
    <dt>${say("replace-not-moved")}</dt><dd>${left}${row.hasPicture ? ` ${say("replace-picture-left")}` : ""}</dd>
  </dl>`;
}
