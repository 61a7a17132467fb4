/** What is said after a save: what waits, and how to have it back while it does. */
import type { Desk } from "../../desk";
import type { Receipt } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";

/** A message with an undo outlives the undo window by so much, in milliseconds. */
const AFTER = 3_000;

export async function announce(desk: Desk, organization: OpenOrganization, name: string, receipt: Receipt): Promise<void> {
  if (receipt.queued === 0) {
    desk.toasts.say(receipt.message);
    return;
  }
  await organization.outbox.stale();
  const mine = organization.outbox.entries.filter((entry) => entry.operation === receipt.operation);
  const undo = Math.max(0, ...mine.map((entry) => entry.undoMs ?? 0));
  desk.toasts.say(receipt.message, [
    { label: "Take back", run: () => void desk.takeBack(organization, name, mine) },
    { label: "Send now", run: () => void desk.attempt(organization.outbox.send(mine.map((entry) => entry.id))) },
  ], undo + AFTER);
}
