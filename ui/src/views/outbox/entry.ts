/** One change in the Outbox: what was, what is asked for, where it stands, and what can be done about it. */
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../../components/badge";
import { toClipboard } from "../../components/clipboard";
import type { Desk } from "../../desk";
import type { OutboxEntry, OutboxGroup } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { maySend, these } from "../../state/outbox";
import { asked, OF_SETTINGS, OUTBOX_STATES, verb } from "../../text/changes";
import { instant, moment } from "../../text/format";
import { spoken } from "../../text/names";
import { say } from "../../text/say";
import { send } from "./send";

/** Changes of a value, whose old and new one are both shown. */
const CHANGED: ReadonlySet<string> = new Set(["set_role", "set_display_name", "set_picture", "suspend", "reactivate", "rename_workspace", ...OF_SETTINGS]);

/** Changes that add what they are about: there is no old value. */
const ADDING: ReadonlySet<string> = new Set(["add_user", "create_workspace"]);

/** Changes that are about a workspace besides. */
const OF_ACCESS: ReadonlySet<string> = new Set(["grant_workspace", "revoke_workspace"]);

const NEEDS_YOU: readonly OutboxEntry["state"][] = ["conflict", "rejected"];

/** `held` says why nothing can be sent now. */
export function entry(desk: Desk, organization: OpenOrganization, group: OutboxGroup, of: OutboxEntry, held: string | null): TemplateResult {
  const { outbox } = organization;
  const made = instant(of.madeAt);
  const seen = instant(of.seenAt);
  const about = `${verb(of)}, ${spoken(group.name)}`;
  return html`<li class="entry ${NEEDS_YOU.includes(of.state) ? "entry-needs-you" : ""}" id="entry-${of.id}">
    ${maySend(of)
      ? html`<input type="checkbox" class="entry-choose" aria-label=${say("entry-select", { change: about })} .checked=${outbox.chosen.includes(of)}
          @change=${(event: Event) => outbox.choose(of.id, (event.target as HTMLInputElement).checked)} />`
      : nothing}
    <div class="entry-main">
      <div class="entry-what">
        <span class="entry-verb">${verb(of)}</span>
        ${value(of)}
        ${badge(OUTBOX_STATES[of.state])}
      </div>
      <div class="entry-when faint">${made && asOf(made, seen, desk.now)}</div>
      ${of.reason === null || of.state === "conflict" ? nothing : html`<p class="entry-reason">${of.state === "rejected" ? say("entry-refused", { reason: of.reason }) : of.reason}</p>`}
    </div>
    <div class="entry-actions">${actions(desk, organization, group, of, held, about)}</div>
  </li>`;
}

/** What the verb leaves open; nothing where it says it all. */
function value(of: OutboxEntry): TemplateResult | typeof nothing {
  if (CHANGED.has(of.verb)) return html`<span class="wrap"><del>${of.before}</del> <span class="arrow" aria-hidden="true">→</span> <ins>${of.after}</ins></span>`;
  if (ADDING.has(of.verb)) return html`<span class="wrap"><ins>${of.after}</ins></span>`;
  return OF_ACCESS.has(of.verb) ? html`<span class="wrap"><ins>${of.subject}</ins></span>` : nothing;
}

/** When it was made, and what was known then. */
const asOf = (made: Date, seen: Date | null, now: Date): string =>
  seen ? say("entry-made-seen", { made: moment(made, now), seen: moment(seen, now) }) : say("entry-made", { made: moment(made, now) });

function actions(
  desk: Desk, organization: OpenOrganization, group: OutboxGroup, of: OutboxEntry, held: string | null, about: string,
): TemplateResult | typeof nothing {
  const { outbox } = organization;
  const only = these([of]);
  const button = (label: string, run: () => void): TemplateResult =>
    html`<button type="button" class="button button-small" aria-label="${label}: ${about}" @click=${run}>${label}</button>`;
  const takeBack = (): TemplateResult =>
    button(say("entry-take-back"), () => void desk.takeBack(organization, only, say("announce-change", { name: spoken(group.name), changes: asked(of) })));
  const edit = (): TemplateResult | typeof nothing => {
    if (of.edit === null) return nothing;
    const why = of.edit.kind === "denied" ? of.edit.reason : null;
    return html`<button type="button" class="button button-small" aria-label=${say("entry-edit-of", { change: about })} aria-disabled=${String(why !== null)}
        aria-describedby=${why === null ? nothing : `no-edit-${of.id}`} @click=${() => why === null && desk.show({ kind: "edit_change", change: of.id })}>${say("word-edit")}</button>
      ${why === null ? nothing : html`<span class="unseen" id="no-edit-${of.id}">${why}</span>`}`;
  };
  switch (of.state) {
    case "waiting":
    case "held":
    case "unconfirmed": {
      const label = say(of.state === "waiting" ? "entry-send-now" : of.state === "held" ? "entry-send" : "entry-review-and-send");
      return html`${takeBack()}${edit()}
        <button type="button" class="button button-small" aria-label="${label}: ${about}"
          aria-disabled=${String(held !== null)} aria-describedby=${held === null ? nothing : "send-reason"}
          @click=${() => held === null && void desk.attempt(send(desk, organization, only))}>${label}</button>`;
    }
    case "blocked":
    case "waits_for_acceptance":
      return html`${takeBack()}${edit()}`;
    case "rejected":
      return html`${button(say("entry-drop"), () => void desk.attempt(outbox.takeBack(only)))}
        ${button(say("entry-ask-again"), () => void desk.attempt(outbox.askAgain(only)))}
        ${button(say("entry-copy"), () => void copy(desk, group, of))}`;
    case "sending":
    case "unknown":
    case "conflict":
    case "done":
      return nothing;
  }
}

async function copy(desk: Desk, group: OutboxGroup, of: OutboxEntry): Promise<void> {
  const lines = [`${verb(of)}: ${group.name}${group.email === "" ? "" : ` <${group.email}>`}`, asked(of), say("entry-made", { made: of.madeAt }), of.reason ?? ""];
  if (await desk.attempt(toClipboard(lines.filter(Boolean).join("\n")))) desk.toasts.say(say("entry-copied"));
}
