/** What can be done about a replaced e-mail that is under way; the Outbox and the details of both users offer it. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { ReplacementView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";

/** Taking back the addition cancels all of it; once that is done, taking back the deletion keeps both users. */
export function cancelReplacement(desk: Desk, organization: OpenOrganization, of: ReplacementView): TemplateResult | typeof nothing {
  const takeBack = async (id: string, said: string): Promise<void> => {
    if (await desk.attempt(organization.outbox.takeBack({ kind: "ids", ids: [id] }))) desk.toasts.say(said);
  };
  const { addition, deletion } = of;
  if (addition !== null) {
    return html`<button
      type="button"
      class="button button-small"
      @click=${() => void takeBack(addition, say("replace-cancelled", { address: of.newEmail, email: of.oldEmail }))}
    >${say("replace-cancel")}</button>`;
  }
  if (deletion === null) return nothing;
  return html`<button
    type="button"
    class="button button-small"
    @click=${() => void takeBack(deletion, say("replace-kept-both", { email: of.oldEmail }))}
  >${say("replace-keep-both")}</button>`;
}
