/** Every dialog by its kind: at most one of them is open. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk, Dialog } from "./desk";
import type { OpenOrganization } from "./state/organization";
import "./views/billing/change-subscription";
import "./views/billing/invoice";
import "./views/commands";
import { connectDialog } from "./views/connect/first-run";
import "./views/connect/sign-in";
import "./views/general/edit-settings";
import "./views/general/end";
import "./views/journal/days";
import "./views/journal/export";
import { journalLine } from "./views/journal/line";
import "./views/journal/verify";
import "./views/organizations/remove";
import "./views/outbox/edit";
import "./views/outbox/import-plan";
import "./views/outbox/review";
import { shortcuts } from "./views/settings/shortcuts";
import "./views/users/add/add";
import "./views/users/add/many";
import "./views/users/change-users";
import "./views/users/choose-columns";
import "./views/users/delete-view";
import "./views/users/edit";
import "./views/users/export";
import "./views/users/name-view";
import "./views/users/replace-email";
import "./views/workspaces/delete";
import "./views/workspaces/name";
import "./views/workspaces/pick-people";

/** What is drawn for it; `version` grows with every change outside. Most are about the organization that is open. */
export function dialogOf(desk: Desk, open: OpenOrganization | null, dialog: Dialog | null, version: number): TemplateResult | typeof nothing {
  if (dialog === null) return nothing;
  if (dialog.kind === "shortcuts") return shortcuts(desk);
  if (dialog.kind === "commands") return html`<command-palette .desk=${desk} .version=${version}></command-palette>`;
  if (dialog.kind === "connect") return connectDialog(desk);
  if (!open) return nothing;
  switch (dialog.kind) {
    case "sign_in":
      return html`<sign-in .desk=${desk} .organization=${open}></sign-in>`;
    case "remove":
      return html`<remove-organization .desk=${desk} .organization=${open}></remove-organization>`;
    case "add":
      return html`<add-user .desk=${desk} .organization=${open}></add-user>`;
    case "add_many":
      return html`<add-many .desk=${desk} .organization=${open}></add-many>`;
    case "edit":
      return html`<edit-user .desk=${desk} .organization=${open} .user=${dialog.user}></edit-user>`;
    case "change_users":
      return html`<change-users .desk=${desk} .organization=${open} .whom=${dialog.whom} .kind=${dialog.action}
        .workspace=${dialog.workspace ?? null}></change-users>`;
    case "pick_people":
      return html`<pick-people .desk=${desk} .organization=${open} .workspace=${dialog.workspace} .created=${dialog.created}></pick-people>`;
    case "name_workspace":
      return html`<name-workspace .desk=${desk} .organization=${open} .workspace=${dialog.workspace}></name-workspace>`;
    case "delete_workspace":
      return html`<delete-workspace .desk=${desk} .organization=${open} .workspace=${dialog.workspace}></delete-workspace>`;
    case "replace_email":
      return html`<replace-email .desk=${desk} .organization=${open} .user=${dialog.user}></replace-email>`;
    case "send":
      return html`<send-review .desk=${desk} .organization=${open} .changes=${dialog.changes}></send-review>`;
    case "edit_change":
      return html`<edit-change .desk=${desk} .organization=${open} .change=${dialog.change}></edit-change>`;
    case "import_plan":
      return html`<import-plan .desk=${desk} .organization=${open}></import-plan>`;
    case "edit_settings":
      return html`<edit-settings .desk=${desk} .organization=${open} .group=${dialog.group}></edit-settings>`;
    case "change_subscription":
      return html`<change-subscription .desk=${desk} .organization=${open}></change-subscription>`;
    case "invoice":
      return html`<invoice-dialog .desk=${desk} .organization=${open} .invoice=${dialog.invoice}></invoice-dialog>`;
    case "end":
      return html`<end-dialog .desk=${desk} .organization=${open} .what=${dialog.what}></end-dialog>`;
    case "columns":
      return html`<choose-columns .desk=${desk} .organization=${open}></choose-columns>`;
    case "export":
      return html`<export-dialog .desk=${desk} .organization=${open} .selected=${dialog.selected}></export-dialog>`;
    case "save_view":
      return html`<name-view .desk=${desk} .organization=${open}></name-view>`;
    case "rename_view":
      return html`<name-view .desk=${desk} .organization=${open} .view=${dialog.view}></name-view>`;
    case "delete_view":
      return html`<delete-view .desk=${desk} .organization=${open} .view=${dialog.view}></delete-view>`;
    case "journal_line":
      return journalLine(desk, dialog.line);
    case "journal_days":
      return html`<journal-days .desk=${desk} .organization=${open}></journal-days>`;
    case "journal_verify":
      return html`<verify-journal .desk=${desk} .organization=${open}></verify-journal>`;
    case "journal_export":
      return html`<export-journal .desk=${desk} .organization=${open}></export-journal>`;
  }
}
