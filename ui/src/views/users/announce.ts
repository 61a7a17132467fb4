/** What is said after a save: what waits, and how to have it back while it does; then that it is done. */
import type { Desk } from "../../desk";
import type { OutboxEntry, Receipt } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { asked } from "../../text/changes";
import { spoken } from "../../text/names";
import { heldBack } from "../../text/status";

/** A message with an undo outlives the undo window by so much, in milliseconds. */
const AFTER = 3_000;

export async function announce(desk: Desk, organization: OpenOrganization, name: string, receipt: Receipt): Promise<void> {
  if (receipt.queued === 0) {
    desk.toasts.say(receipt.message);
    return;
  }
  const { outbox, session } = organization;
  await outbox.stale();
  const ours = (): OutboxEntry[] => outbox.entries.filter((entry) => entry.operation === receipt.operation);
  const mine = ours();
  const undo = Math.max(0, ...mine.map((entry) => entry.undoMs ?? 0));
  const held = session.view !== null && heldBack(session.view) !== null;
  const toast = desk.toasts.say(receipt.message, [
    { label: "Take back", run: () => void desk.takeBack(organization, name, mine) },
    ...(held ? [] : [{ label: "Send now", run: () => void desk.attempt(outbox.send(mine.map((entry) => entry.id))) }]),
  ], undo + AFTER);
  const unfollow = outbox.subscribe(() => {
    const now = ours();
    // "Nothing has changed on the server" is true no longer than something waits.
    if (!now.some((entry) => entry.state === "waiting")) desk.toasts.close(toast);
    if (now.some((entry) => !RESTING.includes(entry.state))) return;
    unfollow();
    if (now.length > 0 && now.every((entry) => entry.state === "done")) {
      desk.toasts.say(`Done: ${spoken(name)}, ${now.map(asked).join(", ")}.`);
    }
  });
}

/** States from which a change moves only when a person says so. */
const RESTING: readonly OutboxEntry["state"][] = ["done", "rejected", "conflict"];
