/** What can be done with everyone selected at once: the bar over the list's end shows these in their order. */
import { toClipboard } from "../../components/clipboard";
import type { Desk, Whom } from "../../desk";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";
import { TITLES, type Kind } from "../../text/user-actions";
import { refusal } from "../../text/verdicts";
import { copy } from "./export";

export interface BulkAction {
  /** Stable, unique in the list. */
  id: string;
  title: string;
  /** Why it can't be done now: then it is shown, and does nothing but say so. */
  unavailable: string | null;
  run: () => void;
}

/** In the order of the bar: what is done often first, what takes away last. */
const KINDS: readonly Kind[] = [
  "set_role", "add_to_workspaces", "remove_from_workspaces", "resend_invitation", "revoke_invitation", "suspend", "reactivate", "delete",
];

export const bulkActions = (desk: Desk, organization: OpenOrganization): BulkAction[] => [
  ...KINDS.map((kind) => ({
    id: kind,
    title: TITLES[kind],
    unavailable: cant(organization, kind),
    run: () => desk.show({ kind: "change_users", whom: allSelected(organization), action: kind }),
  })),
  { id: "copy_addresses", title: say("copy-addresses"), unavailable: null, run: () => void copyAddresses(desk, organization) },
  { id: "copy", title: say("copy-csv"), unavailable: null, run: () => void copy(desk, organization, true) },
  { id: "export", title: say("export-asking"), unavailable: null, run: () => desk.show({ kind: "export", selected: true }) },
];

/** Everyone selected. */
export const allSelected = ({ people, selection }: OpenOrganization): Whom => ({
  selection: selection.selected, name: null, many: selection.count(people.total), from: selection,
});

/** Why an action can't be done to anybody, and who could help; `null` when it can be to some. */
export const cant = ({ session }: OpenOrganization, kind: string): string | null =>
  refusal(session.view?.actions.find((each) => each.action === kind)?.verdict);

/** As a message's recipients are written: one after the other, with commas. */
async function copyAddresses(desk: Desk, { people, selection }: OpenOrganization): Promise<void> {
  let copied = 0;
  const text = people.chosen(selection).then((rows) => {
    copied = rows.length;
    return rows.map((row) => row.email).join(", ");
  });
  const done = await desk.attempt(toClipboard(text));
  if (done) desk.toasts.say(say("copied-addresses", { count: copied }));
}
