/** Asks before a saved view is deleted: the users that it shows stay as they are. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Desk } from "../../desk";
import type { SavedView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";

export function deleteView(desk: Desk, organization: OpenOrganization, view: SavedView): TemplateResult {
  const close = (): void => desk.show(null);
  const confirm = async (): Promise<void> => {
    const deleted = await desk.attempt(organization.views.delete(view));
    close();
    if (deleted) desk.toasts.say(say("views-deleted", { name: view.name }));
  };
  return html`<ui-dialog
    .heading=${say("views-delete-title", { name: view.name })}
    .intro=${say("views-delete-intro")}
    .footer=${{
      leave: html`<button type="button" class="button" data-first @click=${close}>${say("word-cancel")}</button>`,
      confirm: html`<button type="submit" class="button">${say("views-delete", { name: view.name })}</button>`,
    }}
    @leave=${close}
    @confirm=${() => void confirm()}
  ></ui-dialog>`;
}
