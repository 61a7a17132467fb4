/** The demo's e-mails: what people would find in their mailbox, to follow an invitation the whole way. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../components/icon";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import type { DemoMessage } from "../../host/types";
import type { Mailbox } from "../../state/mailbox";
import { explain } from "../../text/errors";
import { instant, moment } from "../../text/format";

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
    const { view, failure } = this.mailbox;
    return html`<section class="page" data-pane tabindex="-1" aria-labelledby="mailbox-title">
      <header class="head">
        <h1 id="mailbox-title">Demo mailbox</h1>
        <span class="spring"></span>
        <button type="button" class="button" @click=${() => void this.mailbox.stale()}>Look again</button>
      </header>
      <p class="faint">What the demo organization sends by e-mail goes nowhere: it is kept here until Rollcall closes.</p>
      ${failure === null ? nothing : html`<div class="banner tone-danger">${icon("alert")}<p>${explain(failure).text}</p></div>`}
      ${view?.length === 0
        ? html`<div class="empty">${icon("mail")}<h2>No message yet</h2>
            <p>Whoever is added to the organization gets an invitation, and it arrives here.</p></div>`
        : repeat(view ?? [], (message) => message.link, (message) => this.#message(message))}
    </section>`;
  }

  #message(message: DemoMessage): TemplateResult {
    const sent = instant(message.sentAt);
    return html`<article class="card message">
      <header class="card-head">
        <h2 dir="auto">${message.subject}</h2>
        <span class="faint wrap">To ${message.to}${sent ? `, ${moment(sent, this.desk.now)}` : nothing}</span>
      </header>
      <p class="message-text" dir="auto">${message.text.trim()}</p>
      <button type="button" class="button" aria-label="Open in the browser: the invitation of ${message.to}"
        @click=${() => void this.desk.attempt(this.mailbox.open(message))}>Open in the browser</button>
    </article>`;
  }
}
customElements.define("demo-mailbox", DemoMailbox);
