/** Add one user: the address and the role, and then, already invited, the workspaces. */
import { html, nothing, type TemplateResult } from "lit";
import "../../../components/dialog";
import { field } from "../../../components/field";
import { problem } from "../../../components/problem";
import type { Failure } from "../../../host/failure";
import type { AddView, Receipt, RoleChoice } from "../../../host/types";
import { Address } from "../../../state/address";
import { explain } from "../../../text/errors";
import { say } from "../../../text/say";
import { reason } from "../../../text/verdicts";
import { AskingDialog } from "../../asking";
import { whyNone } from "../../roles/choices";
import { announce } from "../announce";
import "./assign";

export class AddUser extends AskingDialog {
  static override properties = { ...AskingDialog.properties, chosen: { state: true }, pressed: { state: true }, added: { state: true } };
  declare chosen: string | null;
  /** *Next* was pressed, or the field left: from now on a form that isn't right yet is an error. */
  declare pressed: boolean;
  /** The user, once they are added. */
  declare added: { id: string; address: string; receipt: Receipt } | null;
  #address!: Address;
  #unfollow: (() => void) | null = null;
  /** Of this draft: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.chosen = null;
    this.pressed = false;
    this.added = null;
  }

  protected override willUpdate(): void {
    if (this.#address !== undefined) return;
    const { adding } = this.organization;
    this.#address = new Address((text) => this.organization.checkAddress(text));
    this.#address.subscribe(() => this.requestUpdate());
    this.#unfollow = adding.subscribe(() => this.requestUpdate());
    // What is known is shown at once, and asked again: another role may be held by now.
    void adding.stale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
  }

  /** The role chosen; to begin with, the least that may be given. */
  get #role(): string | null {
    return this.chosen ?? this.organization.adding.least;
  }

  #type = (text: string): void => {
    this.#operation = crypto.randomUUID();
    this.failure = null;
    this.#address.type(text);
  };

  /** What stands in the way of the address, if anything is known to. */
  #wrong(): string | undefined {
    return this.failure?.field === "address" ? explain(this.failure).text : this.#address.wrong(this.pressed, say("add-address-missing"));
  }

  #next = async (): Promise<void> => {
    const [role, { text }] = [this.#role, this.#address];
    if (role === null) return;
    this.pressed = true;
    if (this.#wrong() !== undefined) return this.querySelector<HTMLElement>("#address")?.focus();
    await this.press(async () => {
      const { user, receipt } = await this.organization.addUser({
        operation: this.#operation, address: text, name: "", role, workspaces: [],
      });
      this.added = { id: user, address: text.trim(), receipt };
      // Whoever has left chooses no workspaces.
      if (!this.isConnected) this.#done(null);
    });
  };

  protected override inputOf({ field }: Failure): string | null {
    return field === "address" ? "address" : null;
  }

  /** The workspaces were assigned or left out: what was done is said once. */
  #done = (assigned: Receipt | null): void => {
    const { added } = this;
    this.close();
    if (added) void announce(this.desk, this.organization, added.address, assigned ?? added.receipt);
  };

  protected override render(): TemplateResult {
    if (this.added !== null) {
      return html`<assign-workspaces
        .desk=${this.desk}
        .organization=${this.organization}
        .user=${this.added.id}
        .address=${this.added.address}
        .receipt=${this.added.receipt}
        @done=${(event: CustomEvent<Receipt | null>) => this.#done(event.detail)}
      ></assign-workspaces>`;
    }
    const { view } = this.organization.adding;
    const failure = this.failure?.field === "address" ? null : (this.failure ?? this.organization.adding.failure);
    const wrong = this.#wrong();
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${say("add-user")}
      .intro=${say("add-intro")}
      .content=${html`${field({
          id: "address", label: say("property-address"), value: this.#address.text, first: true, placeholder: "name@example.com",
          help: this.#address.view?.taken === null ? say("add-address-free") : say("add-one-address"),
          error: wrong, onInput: this.#type, onLeave: () => (this.pressed ||= this.#address.text !== ""),
        })}
        ${view === null ? html`<p class="faint">${failure === null ? say("word-loading") : nothing}</p>` : this.#roles(view)}
        ${problem(failure)}`}
      .footer=${{
        aside: html`<button type="button" class="button button-aside" @click=${() => this.desk.show({ kind: "add_many" })}>${say("add-many-asking")}</button>`,
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button
          type="submit"
          id="add-next"
          class="button button-primary"
          aria-disabled=${String(this.busy || wrong !== undefined || this.#role === null)}
          aria-describedby=${wrong !== undefined ? "address-error" : view !== null && this.#role === null ? whyNone(view.roles) : nothing}
        >${say("word-next")}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#next()}
    ></ui-dialog>`;
  }

  #roles(view: AddView): TemplateResult {
    return html`${view.verdict.kind === "left_to_server" ? html`<p class="why">${reason(view.verdict)}</p>` : nothing}
      <role-choices
        .organization=${this.organization}
        .roles=${view.roles}
        .chosen=${this.#role}
        @pick=${(event: CustomEvent<RoleChoice>) => {
          this.chosen = event.detail.role;
          this.#operation = crypto.randomUUID();
        }}
      ></role-choices>`;
  }
}
customElements.define("add-user", AddUser);
