/** What can be done in General and Billing, for the palette: absent where the area is. */
import type { Action } from "../../actions";
import type { Desk } from "../../desk";
import type { OpenOrganization } from "../../state/organization";
import { resumeTitle } from "../../text/billing";
import { say } from "../../text/say";
import { needsServer } from "../../text/status";
import { refusal } from "../../text/verdicts";
import { isOpen } from "../areas";
import { resumeSubscription } from "../billing/subscription";

export function settingsActions(desk: Desk, open: OpenOrganization): Action[] {
  const session = open.session.view;
  const offline = session === null ? null : needsServer(session);
  return [...ofGeneral(desk, open, offline), ...ofBilling(desk, open, offline)];
}

function ofGeneral(desk: Desk, open: OpenOrganization, offline: string | null): Action[] {
  const { view } = open.general;
  if (!isOpen(open, "general") || view === null) return [];
  return [
    {
      id: "edit_general", title: say("general-edit-information"), keys: [], unavailable: refusal(view.edit),
      run: () => desk.show({ kind: "edit_settings", group: "general" }),
    },
    {
      id: "delete_organization", title: say("general-delete-action"), keys: [], unavailable: refusal(view.delete) ?? offline,
      run: () => desk.show({ kind: "end", what: "organization" }),
    },
  ];
}

function ofBilling(desk: Desk, open: OpenOrganization, offline: string | null): Action[] {
  const { view } = open.billing;
  if (!isOpen(open, "billing") || view === null) return [];
  const { subscription, payment } = view;
  const { cancel = null, resume = null } = subscription ?? {};
  return [
    {
      id: "edit_billing", title: say("billing-edit-details"), keys: [], unavailable: refusal(view.edit),
      run: () => desk.show({ kind: "edit_settings", group: "billing" }),
    },
    ...(subscription === null
      ? []
      : [{
          id: "change_subscription", title: say("billing-change"), keys: [], unavailable: refusal(subscription.change),
          run: () => desk.show({ kind: "change_subscription" }),
        }]),
    ...(subscription === null || resume === null
      ? []
      : [{
          id: "resume_subscription", title: resumeTitle(subscription), keys: [], unavailable: refusal(resume) ?? offline,
          run: () => void resumeSubscription(desk, open),
        }]),
    ...(cancel === null
      ? []
      : [{
          id: "cancel_subscription", title: say("billing-cancel-action"), keys: [], unavailable: refusal(cancel) ?? offline,
          run: () => desk.show({ kind: "end", what: "subscription" }),
        }]),
    ...(payment?.managedAt == null
      ? []
      : [{
          id: "payment_page", title: say("billing-manage-action"), keys: [], unavailable: null,
          run: () => void desk.attempt(open.billing.openPaymentPage()),
        }]),
  ];
}
