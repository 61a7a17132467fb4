/** Sign in again with a fresh token, where the old one ended. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";

export class SignIn extends AskingDialog {
  static override properties = { ...AskingDialog.properties, token: { state: true } };
  declare token: string;

  constructor() {
    super();
    this.token = "";
  }

  #confirm = (): Promise<void> => this.press(async () => {
    await this.organization.signIn(this.token);
    this.token = "";
    this.close();
  });

  protected override inputOf(): string {
    return "sign-in-token";
  }

  protected override render(): TemplateResult {
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
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(this.busy)}>${this.busy ? say("sign-in-busy") : say("word-sign-in")}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("sign-in", SignIn);
