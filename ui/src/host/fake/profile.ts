/** The fake host's profile: which organizations are connected, how each stands, and the demo's mailbox. */
import type { Language } from "../../text/say";
import { Failure } from "../failure";
import type { Host } from "../host";
import type { Connect, DemoMessage, OrganizationCard, OutboxState, RemovalView, Removed, RemoveOrganization, SessionView, Stale } from "../types";
import type { FakeKept } from "./kept";
import { areas } from "./organization";
import { ROLE_TITLES } from "./people";
import { offered } from "./rights";

export function profileOf(kept: FakeKept) {
  const commands = {
    async speak(chosen: Language | null): Promise<Language> {
      return chosen ?? "en";
    },

    async organizations(): Promise<OrganizationCard[]> {
      return [...kept.cards];
    },

    async connect(request: Connect): Promise<OrganizationCard> {
      kept.calls.push({ command: "connect", args: [request] });
      if (kept.scenario.connectFails && request.keep === "keychain") throw kept.scenario.connectFails;
      if (!request.url.startsWith("https://")) throw new Failure("url_invalid", "The address must begin with https://.", "url");
      const card = kept.card(request.name || "id.northwind.example", kept.cards.length);
      kept.cards = [...kept.cards, card];
      return card;
    },

    async demoMailbox(): Promise<DemoMessage[]> {
      return kept.scenario.messages;
    },

    async openInvitation(organization: string, link: string): Promise<void> {
      kept.calls.push({ command: "open_invitation", args: [organization, link] });
    },

    async openDemo(role: string): Promise<OrganizationCard> {
      kept.scenario.role = role;
      const card = kept.card("Northwind Trading (demo)", 2, true);
      kept.cards = [...kept.cards, card];
      return card;
    },

    async signIn(organization: string, token: string): Promise<SessionView> {
      if (token === "") throw new Failure("token_invalid", "A token is needed.", "token");
      kept.set({ link: { kind: "online" } }, "session");
      return commands.session(organization);
    },

    async removal(organization: string): Promise<RemovalView> {
      const card = kept.cards.find((each) => each.id === organization);
      const changes = kept.changes.filter((change) => change.state !== "done").length;
      return {
        name: card?.name ?? "", keep: "keychain", changes, journalLines: kept.journalKept.lines.length, unread: null,
        confirm: changes === 0 ? null : { text: String(changes), reason: `${changes} changes wait in it that the server doesn't have.` },
      };
    },

    async removeOrganization(organization: string, remove: RemoveOrganization): Promise<Removed> {
      kept.calls.push({ command: "remove_organization", args: [organization, remove] });
      if (kept.removalFails && remove.secrets === "erase") throw kept.removalFails;
      const { confirm } = await commands.removal(organization);
      if (confirm && confirm.text !== remove.typed) throw new Failure("not_confirmed", confirm.reason, "typed");
      kept.cards = kept.cards.filter((card) => card.id !== organization);
      kept.changes = [];
      return { left: [] };
    },

    async session(organization: string): Promise<SessionView> {
      const { role, link, age, complete, notices } = kept.scenario;
      const open = (states: OutboxState[]): number => kept.changes.filter((change) => states.includes(change.state)).length;
      return {
        organization, me: kept.me, name: kept.people[0]?.name ?? null, role, roleTitle: ROLE_TITLES[role] ?? null, link,
        snapshot: {
          asOf: age === null ? null : new Date(Date.now() - age * 60_000).toISOString(),
          complete, users: kept.people.length,
          pending: kept.people.filter((person) => person.state === "pending").length,
          unreadable: [], expected: complete ? kept.people.length : Math.ceil(kept.people.length * 1.55),
        },
        waiting: open(["waiting", "held", "unconfirmed", "sending", "unknown", "blocked"]), hold: kept.hold, needsYou: open(["conflict", "rejected"]), lost: kept.scenario.lost, keep: "keychain", notices, actions: offered(role), areas: areas(role, kept.scenario.described),
      };
    },

    async refresh(): Promise<void> {
      kept.calls.push({ command: "refresh", args: [] });
      if (kept.scenario.link.kind === "online") kept.set({ age: 0 }, "session", "users");
    },

    async watch(onStale: (stale: Stale) => void): Promise<void> {
      kept.onStale = onStale;
    },
  } satisfies Partial<Host>;
  return commands;
}
