/** What waits, handed over to another administrator as a plan, and a plan taken from one. */
import { html, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import "../../components/menu";
import type { MenuItem } from "../../components/menu";
import type { Desk } from "../../desk";
import type { Changes } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { these } from "../../state/outbox";
import { say } from "../../text/say";

/** Writes them into a file that the person names; what was written, as a sentence, or `null` when none was named. */
export async function exportPlan({ outbox }: OpenOrganization, changes: Changes): Promise<string | null> {
  const done = await outbox.exportPlan(changes);
  return done && say("plan-exported", { count: done.changes, file: done.file });
}

/** Exports those that are selected, else everything that waits, and says so. */
export function exportSelected(desk: Desk, organization: OpenOrganization): void {
  const { chosen } = organization.outbox;
  const exported = exportPlan(organization, chosen.length === 0 ? { kind: "all" } : these(chosen));
  void desk.attempt(exported.then((said) => said !== null && desk.toasts.say(said)));
}

/** What that is called now. */
export function exportLabel({ outbox }: OpenOrganization): string {
  const count = outbox.chosen.length;
  return count === 0 ? say("plan-export") : say("plan-export-selected", { count });
}

/** What is offered where changes wait; without any there is only something to take. */
export function handOver(desk: Desk, organization: OpenOrganization): TemplateResult {
  const take = (): void => desk.show({ kind: "import_plan" });
  if ((organization.session.view?.waiting ?? 0) === 0) {
    return html`<button type="button" class="button" id="import-plan" @click=${take}>${say("plan-import")}</button>`;
  }
  const items: MenuItem[] = [
    { id: "export", label: exportLabel(organization), kind: "action" },
    { id: "import", label: say("plan-import"), kind: "action" },
  ];
  return html`<ui-menu
    id="plan"
    .label=${say("plan-menu")}
    .button=${html`${say("plan-menu")}${icon("down")}`}
    .buttonClass=${"button"}
    .items=${items}
    @choose=${(event: CustomEvent<string>) => (event.detail === "export" ? exportSelected(desk, organization) : take())}
  ></ui-menu>`;
}
