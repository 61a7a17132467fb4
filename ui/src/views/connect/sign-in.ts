/** Sign in again with a fresh token, where the old one ended. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { say } from "../../text/say";

export class SignIn extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    token: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  declare token: string;
  declare failure: Failure | null;
  declare busy: boolean;

  constructor() {
    super();
    this.token = "";
    this.failure = null;
    this.busy = false;
  }

  #confirm = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await this.organization.signIn(this.token);
      this.token = "";
      this.desk.show(null);
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const close = (): void => this.desk.show(null);
    const { failure } = this;
    return html`<ui-dialog
      .heading=${say("sign-in-heading", { name: this.organization.card.name })}
      .intro=${this.organization.card.url}
      .content=${html`${field({
        id: "sign-in-token", label: say("connect-token"), type: "password", value: this.token, first: true,
        error: failure === null ? undefined : explain(failure).text,
        help: say("sign-in-help"),
        onInput: (token) => (this.token = token),
      })}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(this.busy)}>${this.busy ? say("sign-in-busy") : say("word-sign-in")}</button>`,
      }}
      @leave=${close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("sign-in", SignIn);
