/** What goes when something ends, a sentence each. */
import type { DeletionView, SubscriptionView } from "../host/types";
import { counted, date, instant } from "./format";

/** What goes with the organization. */
export function goesWith(view: DeletionView): string[] {
  const contacts = view.contactsUnknown === 0
    ? counted(view.contacts, "contact")
    : view.contacts === 0 ? "contacts that this server doesn't count" : `at least ${counted(view.contacts, "contact")}`;
  const subscription = view.subscription === null ? "" : ` The subscription (${view.subscription.toLowerCase()}) ends at once.`;
  return [
    `${counted(view.users, "user")}, ${counted(view.workspaces, "workspace")} and ${contacts} are deleted on the server.${subscription}`,
    "Everybody is signed out at once, you too.",
    ...(view.waiting === 0 ? [] : [`${counted(view.waiting, "change")} in the Outbox ${view.waiting === 1 ? "is" : "are"} never sent.`]),
    "This can't be undone. What was last read stays on this computer to be looked at, until you remove it.",
  ];
}

/** What ends with the subscription, and when. */
export function subscriptionEnds(now: SubscriptionView | null): string[] {
  const at = now === null ? null : instant(now.status === "trial" ? now.trialEndsAt : now.renewsAt);
  const paid = now !== null && ["active", "downgrading", "trial"].includes(now.status);
  return [
    paid ? `It ends ${at === null ? "when the period ends" : `on ${date(at)}`}, and until then everything works.` : "It ends at once.",
    "After that nobody can be added, reactivated or invited. Users, workspaces and contacts stay.",
    ...(paid ? ["Until it ends you can change your mind: keep the subscription."] : []),
  ];
}
