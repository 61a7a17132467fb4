/** What goes when something ends, a sentence each. */
import type { DeletionView, SubscriptionView } from "../host/types";
import { date, instant } from "./format";
import { inSentence, say } from "./say";

/** What goes with the organization. */
export function goesWith(view: DeletionView): string[] {
  const { subscription, waiting } = view;
  const ends = subscription === null ? [] : [say("ending-goes-subscription", { status: inSentence(subscription) })];
  return [
    [deleted(view), ...ends].join(" "),
    say("ending-signed-out"),
    ...(waiting === 0 ? [] : [say("ending-never-sent", { changes: waiting })]),
    say("ending-no-undo"),
  ];
}

function deleted({ users, workspaces, contacts, contactsUnknown }: DeletionView): string {
  if (contactsUnknown === 0) return say("ending-goes", { users, workspaces, contacts });
  if (contacts === 0) return say("ending-goes-uncounted", { users, workspaces });
  return say("ending-goes-at-least", { users, workspaces, contacts });
}

/** What ends with the subscription, and when. */
export function subscriptionEnds(now: SubscriptionView | null): string[] {
  const at = now === null ? null : instant(now.status === "trial" ? now.trialEndsAt : now.renewsAt);
  const paid = now !== null && ["active", "downgrading", "trial"].includes(now.status);
  return [
    !paid ? say("ending-at-once") : at === null ? say("ending-with-period") : say("ending-on", { date: date(at) }),
    say("ending-afterwards"),
    ...(paid ? [say("ending-until-then")] : []),
  ];
}
