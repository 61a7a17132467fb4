/** What is said after a save: what waits, and how to have it back while it does; then that it is done. */
import type { Desk } from "../../desk";
import type { Changes, OutboxView, Receipt } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { asked } from "../../text/changes";
import { listed } from "../../text/format";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { heldBack } from "../../text/status";
import { send } from "../outbox/send";

/** A message with an undo outlives the undo window by so much, in milliseconds. */
const AFTER = 3_000;

export async function announce(desk: Desk, organization: OpenOrganization, name: string, receipt: Receipt): Promise<void> {
  if (receipt.queued === 0) {
    desk.toasts.say(receipt.message);
    return;
  }
  const { outbox, session } = organization;
  const whole: Changes = { kind: "operation", operation: receipt.operation };
  // It waits whether or not that can be told in more words.
  const mine = await outbox.of(receipt.operation).catch(() => null);
  const held = session.view !== null && heldBack(session.view) !== null;
  const toast = desk.toasts.say(receipt.message, [
    { label: say("entry-take-back"), run: () => void desk.takeBack(organization, whole, mine && what(name, mine)) },
    ...(held ? [] : [{ label: say("entry-send-now"), run: () => void desk.attempt(send(desk, organization, whole)) }]),
  ], (mine?.undoMs ?? 0) + AFTER);
  let told = false;
  const unfollow = outbox.subscribe(() => void outbox.of(receipt.operation).then(follow, () => undefined));
  const follow = (now: OutboxView): void => {
    // "Nothing has changed on the server" is true no longer than something waits.
    if (now.waiting === 0) desk.toasts.close(toast);
    if (told || now.waiting > 0 || now.awaiting > 0) return;
    told = true;
    unfollow();
    if (now.done > 0 && now.needsYou === 0) desk.toasts.say(say("announce-done", { what: what(name, now) }));
  };
}

/** "Ana Ruiz, Member → Admin" of one user; of several "214 changes". */
function what(name: string, { total, groups, waiting, awaiting, needsYou, done }: OutboxView): string {
  const entries = groups[0]?.entries ?? [];
  return total > 1
    ? say("counted-changes", { count: waiting + awaiting + needsYou + done })
    : say("announce-change", { name: spoken(name), changes: listed(entries.map(asked)) });
}
