/** The first screen of a new profile, and the dialog that adds one more organization: the same form. */
import { html, type TemplateResult } from "lit";
import { mark } from "./mark";
import "../../components/dialog";
import type { Desk } from "../../desk";
import { say } from "../../text/say";
import "./connect";

export const firstRun = (desk: Desk): TemplateResult => html`<main class="first-run" data-pane>
  <header>
    ${mark}
    <h1>Rollcall</h1>
    <p>${say("connect-lead")}</p>
  </header>
  <div class="first-run-card"><connect-form .desk=${desk}></connect-form></div>
</main>`;

export const connectDialog = (desk: Desk): TemplateResult => {
  const close = (): void => desk.show(null);
  const confirm = (event: Event): void => (event.currentTarget as HTMLElement).querySelector<HTMLFormElement>(".connect-form")?.requestSubmit();
  return html`<ui-dialog
    .size=${"wide"}
    .heading=${say("connect-add-heading")}
    .content=${html`<div class="connect-in-dialog"><connect-form .desk=${desk} @opened=${close}></connect-form></div>`}
    .footer=${{ leave: html`<button type="button" class="button" @click=${close}>${say("word-cancel")}</button>` }}
    @leave=${close}
    @confirm=${confirm}
  ></ui-dialog>`;
};
