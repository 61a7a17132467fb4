/** Asks before a saved view is deleted: the users that it shows stay as they are. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import type { Desk } from "../../desk";
import type { SavedView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";

export function deleteView(desk: Desk, organization: OpenOrganization, view: SavedView): TemplateResult {
  const close = (): void => desk.show(null);
  const confirm = async (): Promise<void> => {
    const deleted = await desk.attempt(organization.views.delete(view));
    close();
    if (deleted) desk.toasts.say(`Deleted: ${view.name}.`);
  };
  return html`<ui-dialog
    .heading=${`Delete the view ${view.name}?`}
    .intro=${"Only the view goes. The users that it shows are not touched."}
    .footer=${html`<button type="button" class="button" data-first @click=${close}>Cancel</button>
      <button type="submit" class="button">Delete ${view.name}</button>`}
    @leave=${close}
    @confirm=${() => void confirm()}
  ></ui-dialog>`;
}
