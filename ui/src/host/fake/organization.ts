/** The fake's organization itself: its settings, what waits laid over them, and what each role may see. */
import { Failure } from "../failure";
import type { AreaAccess, AreaView, GeneralView, SaveSettings, SettingView, Verdict } from "../types";
import { denied, ALLOWED } from "./rights";
import { ROLE_TITLES } from "./people";
import type { Change } from "./kept";

/** The place of the organization among the users whom a fake change is about. */
export const ORGANIZATION = "";

const TITLES: Readonly<Record<string, string>> = {
  display_name: "Name", website: "Website", time_zone: "Time zone", locale: "Locale",
  company: "Company", address: "Address", tax_id: "Tax id", billing_contact: "Billing contact", plan: "Plan", seats: "Seats",
};
const GENERAL = ["display_name", "website", "time_zone", "locale"];
export const BILLING = ["company", "address", "tax_id", "billing_contact"];

/** General, Users, Workspaces, Billing. */
const ACCESS: Readonly<Record<string, readonly AreaAccess[]>> = {
  admin: ["full", "full", "full", "full"], billing_admin: ["limited", "limited", "limited", "full"],
  user_admin: ["limited", "limited", "full", "none"], member: ["none", "none", "none", "none"],
};

/** How far each area is open. */
export function areas(role: string, described: boolean): AreaView[] {
  const access = ACCESS[role] ?? [];
  return (["general", "users", "workspaces", "billing"] as const).map((area, at): AreaView => {
    const ofItself = area === "general" || area === "billing";
    if (!described && ofItself) return { area, access: "none", viewOnly: false, notOffered: true, why: "This server doesn't describe the organization itself." };
    const open = access[at] ?? "none";
    const viewOnly = open === "limited" && (role === "billing_admin" || area === "general");
    const why = open === "full" ? null : viewOnly ? `${ROLE_TITLES[role]}s can look at this, and change nothing here.` : `${ROLE_TITLES[role]}s can't edit this.`;
    return { area, access: open, viewOnly, notOffered: false, why };
  });
}

export class FakeOrganization {
  readonly values = new Map<string, string>([
    ["display_name", "Northwind Trading"], ["website", "https://www.northwind.example"], ["time_zone", "Europe/Zurich"], ["locale", "en-CH"],
    ["company", "Northwind Trading AG"], ["address", "Accounts Payable\nSpeicherstrasse 12\n8005 Zürich"], ["tax_id", "CHE-123.456.789"],
    ["billing_contact", "billing@northwind.example"],
  ]);

  #setting(field: string, changes: readonly Change[]): SettingView {
    const waiting = changes.findLast((change) => change.kind === "organization" && change.state !== "done" && fieldOf(change)[0] === field);
    const was = this.values.get(field) ?? "";
    const value = waiting?.state === "waiting" ? fieldOf(waiting)[1] : was;
    return { field, title: TITLES[field] ?? field, value, was: value === was ? null : was, intent: waiting === undefined ? null : intent(waiting) };
  }

  settings(fields: readonly string[], changes: readonly Change[]): SettingView[] {
    return fields.map((field) => this.#setting(field, changes));
  }

  general(role: string, changes: readonly Change[]): GeneralView {
    if (role === "member") throw new Failure("denied", "Members can't see the organization's information.");
    return {
      settings: this.settings(GENERAL, changes), created: "2021-05-04T08:00:00Z",
      edit: only(role, ["admin"], "edit the organization's information"), delete: only(role, ["admin"], "delete the organization"),
      billing: role === "user_admin"
        ? { settings: this.settings(BILLING, changes), freeSeats: 12, edit: only(role, [], "edit billing and payment details") }
        : null,
    };
  }

  /** What a save asks for: of each changed setting its name, its title, what was and what is to be. */
  asked(save: SaveSettings, changes: readonly Change[]): { field: string; title: string; was: string; to: string }[] {
    return Object.entries(save.values).map(([field, wish]) => {
      const { title, value } = this.#setting(field, changes);
      const to = wish?.to.trim() ?? "";
      if (field === "display_name" && to === "") throw new Failure("setting_invalid", "The organization needs a name.", field);
      return { field, title, was: wish?.was ?? value, to };
    });
  }

  apply(change: Change): void {
    const [field, to] = fieldOf(change);
    this.values.set(field, to);
  }
}

export const only = (role: string, who: readonly string[], what: string): Verdict =>
  who.includes(role) ? ALLOWED : denied(`${ROLE_TITLES[role]}s can't ${what}.`);

/** What a fake change carries of a setting: its name, and the value asked for. */
export const fieldOf = (change: Change): [string, string] => {
  const at = change.value.indexOf("=");
  return [change.value.slice(0, at), change.value.slice(at + 1)];
};

const intent = ({ state }: Change): string => (state === "conflict" ? "needs_you" : state === "rejected" ? "rejected" : "waiting");
