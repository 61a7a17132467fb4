/** What can be done to users, in words: titles, questions, buttons, consequences; of one by name, of several by number. */
import type { ChangePreview, PreviewVerdict, UserAction } from "../host/types";
import { firstName, spoken } from "./names";
import { say, type IdTold } from "./say";

export type Kind = UserAction["kind"];

/** As a button or a menu names it; the dialog asks the rest. */
export const TITLES: Readonly<Record<Kind, string>> = {
  set_role: say("act-set-role"),
  add_to_workspaces: say("act-add-to-workspaces"),
  remove_from_workspaces: say("act-remove-from-workspaces"),
  resend_invitation: say("act-resend-invitation"),
  revoke_invitation: say("act-revoke-invitation"),
  suspend: say("act-suspend"),
  reactivate: say("act-reactivate"),
  delete: say("act-delete"),
};

/** Those that take something away: never the default. */
export const DANGEROUS: ReadonlySet<Kind> = new Set<Kind>(["delete", "revoke_invitation", "suspend", "remove_from_workspaces"]);

/** Those whose difference a person must know before pressing. */
export const ENDING: ReadonlySet<Kind> = new Set<Kind>(["delete", "revoke_invitation", "suspend"]);

/** The dialog's title; `workspace` is the one that it is about, where that is no choice. */
export function question(kind: Kind, name: string | null, users: number, organization: string, workspace?: string): string {
  switch (kind) {
    case "delete": {
      const from = { organization: spoken(organization) };
      return name === null ? say("ask-delete-many", { count: users, ...from }) : say("ask-delete", { name: spoken(name), ...from });
    }
    case "suspend":
      return about(name, users, "ask-suspend", "ask-suspend-many");
    case "reactivate":
      return about(name, users, "ask-reactivate", "ask-reactivate-many");
    case "resend_invitation":
      return about(name, users, "ask-resend", "ask-resend-many");
    case "revoke_invitation":
      return about(name, users, "ask-revoke", "ask-revoke-many");
    case "set_role":
      return about(name, users, "ask-set-role", "ask-set-role-many");
    case "add_to_workspaces": {
      if (workspace === undefined) return about(name, users, "ask-add", "ask-add-many");
      const to = { workspace: spoken(workspace) };
      return name === null ? say("ask-add-to-many", { count: users, ...to }) : say("ask-add-to", { name: spoken(name), ...to });
    }
    case "remove_from_workspaces": {
      if (workspace === undefined) return about(name, users, "ask-remove", "ask-remove-many");
      const from = { workspace: spoken(workspace) };
      return name === null ? say("ask-remove-from-many", { count: users, ...from }) : say("ask-remove-from", { name: spoken(name), ...from });
    }
  }
}

const about = (name: string | null, users: number, one: IdTold<"name">, many: IdTold<"count">): string =>
  name === null ? say(many, { count: users }) : say(one, { name: spoken(name) });

const PRESSED: Readonly<Record<Kind, readonly [IdTold<"name">, IdTold<"count">]>> = {
  set_role: ["do-set-role", "do-set-role-many"],
  add_to_workspaces: ["do-add", "do-add-many"],
  remove_from_workspaces: ["do-remove", "do-remove-many"],
  resend_invitation: ["do-resend", "do-resend-many"],
  revoke_invitation: ["do-revoke", "do-revoke-many"],
  suspend: ["do-suspend", "do-suspend-many"],
  reactivate: ["do-reactivate", "do-reactivate-many"],
  delete: ["do-delete", "do-delete-many"],
};

/** The button that does it says the verb, and to whom; `users` is `null` while nobody knows of how many it will be true. */
export function press(kind: Kind, name: string | null, users: number | null): string {
  if (name === null && users === null) return TITLES[kind];
  return about(name, users ?? 1, ...PRESSED[kind]);
}

/** What comes with it, a sentence each; counted from the list. */
export function consequences(kind: Kind, name: string | null, preview: ChangePreview): string[] {
  const { consequences: told, willChange } = preview;
  const one = willChange === 1;
  const sentences: string[] = [];
  if (told.notAdded > 0) sentences.push(about(name, told.notAdded, "comes-not-added", "comes-not-added-many"));
  if (told.removed > 0 || (kind === "remove_from_workspaces" && willChange > 0)) {
    const lost = { workspaces: told.workspaces.filter(({ users }) => users > 0).length };
    if (lost.workspaces > 0) {
      sentences.push(name === null ? say(one ? "comes-access-one" : "comes-access-many", lost) : say("comes-access", { name: firstName(name), ...lost }));
    }
    const { contacts } = told;
    if (contacts > 0) {
      sentences.push(name === null ? say(one ? "comes-contacts-one" : "comes-contacts-many", { contacts }) : say("comes-contacts", { name: firstName(name), contacts }));
    } else if (told.contactsUnknown === 0) sentences.push(lost.workspaces > 0 ? say("comes-no-contact") : say("comes-nothing-lost"));
    if (told.contactsUnknown > 0) sentences.push(name === null ? say("comes-contacts-unknown-many", { users: told.contactsUnknown }) : say("comes-contacts-unknown"));
    if (told.removed > 0) sentences.push(say("comes-no-way-back"));
  }
  if (willChange > 0) sentences.push(...afterwards(kind, name, one));
  if (told.dropped > 0) sentences.push(say("comes-dropped", { count: told.dropped }));
  if (told.onTheirWay > 0) sentences.push(say("comes-on-its-way", { count: told.onTheirWay }));
  return sentences;
}

/** What is so once it is done. */
function afterwards(kind: Kind, name: string | null, one: boolean): string[] {
  switch (kind) {
    case "suspend":
      return [name === null ? say(one ? "comes-suspended-one" : "comes-suspended-many") : say("comes-suspended", { name: firstName(name) })];
    case "reactivate":
      return [name === null ? say(one ? "comes-reactivated-one" : "comes-reactivated-many") : say("comes-reactivated", { name: firstName(name) })];
    case "resend_invitation":
      return [say(one ? "comes-resent" : "comes-resent-many")];
    default:
      return [];
  }
}

/** "214 will change", "3 have it so already", "2 not allowed": the three counts of a preview. */
export const VERDICTS: Readonly<Record<PreviewVerdict, string>> = {
  will_change: say("verdict-will-change"),
  already_so: say("verdict-already-so"),
  not_allowed: say("verdict-not-allowed"),
};

/** What *suspend*, *delete* and *revoke* do, beside each other. */
export const COMPARED = {
  columns: [TITLES.suspend, TITLES.delete, TITLES.revoke_invitation],
  rows: [
    [say("compared-for"), say("compared-for-anybody"), say("compared-for-anybody"), say("compared-for-invited")],
    [say("compared-signing-in"), say("compared-signing-in-suspended"), say("compared-signing-in-deleted"), say("compared-signing-in-revoked")],
    [say("property-workspaces"), say("compared-workspaces-kept"), say("compared-workspaces-lost"), say("compared-workspaces-lost")],
    [say("property-contacts"), say("compared-contacts-kept"), say("compared-contacts-lost"), say("compared-contacts-lost")],
    [say("property-address"), say("compared-address-taken"), say("compared-address-free"), say("compared-address-free")],
    [say("compared-undone"), say("compared-undone-reactivate"), say("compared-undone-invite"), say("compared-undone-invite")],
  ],
} as const;
