/** Sends what was asked for; shows it first where more goes with it, something can't be done, or asks once more. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { Changes } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { these } from "../../state/outbox";
import { say } from "../../text/say";

export async function send(desk: Desk, { outbox }: OpenOrganization, changes: Changes): Promise<void> {
  const plan = await outbox.plan(changes, { offset: 0, limit: 0 });
  if (plan.first + plan.denied + plan.conflicts > 0 || plan.confirm !== null) desk.show({ kind: "send", changes });
  else await outbox.send(changes);
}

/** The buttons over the list; `held` says why nothing can be sent now. */
export function sendButtons(desk: Desk, organization: OpenOrganization, held: string | null): TemplateResult {
  const { outbox, session } = organization;
  const waiting = session.view?.waiting ?? 0;
  const chosen = outbox.chosen;
  const closed = waiting === 0 || held !== null;
  const press = (changes: Changes): void => {
    if (!closed) void desk.attempt(send(desk, organization, changes));
  };
  const why = closed ? "send-reason" : nothing;
  return html`${waiting === 0
      ? nothing
      : html`<button type="button" class="button" id="review" @click=${() => desk.show({ kind: "send", changes: { kind: "all" } })}>${say("send-review")}</button>`}
    ${chosen.length === 0
      ? nothing
      : html`<button type="button" class="button" id="send-selected" aria-disabled=${String(closed)} aria-describedby=${why}
          @click=${() => press(these(chosen))}>${say("send-selected", { count: chosen.length })}</button>`}
    <button type="button" class="button button-primary" id="send-all" aria-disabled=${String(closed)} aria-describedby=${why}
      @click=${() => press({ kind: "all" })}>${say("send-all")}</button>`;
}
