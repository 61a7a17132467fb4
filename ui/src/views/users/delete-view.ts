/** Asks before a saved view is deleted: the users that it shows stay as they are. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { problem } from "../../components/problem";
import type { SavedView } from "../../host/types";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";

export class DeleteView extends AskingDialog {
  static override properties = { ...AskingDialog.properties, view: { attribute: false } };
  declare view: SavedView;

  #confirm = (): Promise<void> => this.press(async () => {
    const { name } = this.view;
    await this.organization.views.delete(this.view);
    this.close();
    this.desk.toasts.say(say("views-deleted", { name }));
  });

  protected override render(): TemplateResult {
    const { name } = this.view;
    return html`<ui-dialog
      .heading=${say("views-delete-title", { name })}
      .intro=${say("views-delete-intro")}
      .content=${html`${problem(this.failure)}`}
      .footer=${{
        leave: html`<button type="button" class="button" data-first @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button" aria-disabled=${String(this.busy)}>${say("views-delete", { name })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("delete-view", DeleteView);
