/** The demo's e-mails: what people would find in their mailbox, to follow an invitation the whole way. */
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import type { DemoMessage } from "../../host/types";
import type { Mailbox } from "../../state/mailbox";
import { instant, moment } from "../../text/format";
import { say } from "../../text/say";
import { untold } from "../unread";

export class DemoMailbox extends LightElement {
  static override properties = {
    desk: { attribute: false },
    mailbox: { attribute: false },
    version: { attribute: false },
  };
  declare desk: Desk;
  declare mailbox: Mailbox;
  declare version: number;

  protected override firstUpdated(): void {
    void this.mailbox.stale();
  }

  protected override render(): TemplateResult {
    const { view } = this.mailbox;
    return html`<section class="page" data-pane tabindex="-1" aria-labelledby="mailbox-title">
      <header class="head">
        <h1 id="mailbox-title">${say("mailbox-title")}</h1>
        <span class="spring"></span>
        <button type="button" class="button" @click=${() => void this.mailbox.stale()}>${say("mailbox-look-again")}</button>
      </header>
      <p class="faint">${say("mailbox-what")}</p>
      ${untold(this.mailbox)}
      ${view?.length === 0
        ? html`<div class="empty">${icon("mail")}<h2>${say("mailbox-none")}</h2>
            <p>${say("mailbox-none-what")}</p></div>`
        : repeat(view ?? [], (message) => message.link, (message) => this.#message(message))}
    </section>`;
  }

  #message(message: DemoMessage): TemplateResult {
    const { to: address } = message;
    const sent = instant(message.sentAt);
    return html`<article class="card message">
      <header class="card-head">
        <h2 dir="auto">${message.subject}</h2>
        <span class="faint wrap">${sent ? say("mailbox-to-at", { address, moment: moment(sent, this.desk.now) }) : say("mailbox-to", { address })}</span>
      </header>
      <p class="message-text" dir="auto">${message.text.trim()}</p>
      <button type="button" class="button" aria-label=${say("mailbox-open-whose", { address })}
        @click=${() => void this.desk.attempt(this.mailbox.open(message))}>${say("mailbox-open")}</button>
    </article>`;
  }
}
customElements.define("demo-mailbox", DemoMailbox);
