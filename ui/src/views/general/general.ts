/** General: what the organization is called and where it is, as the role may see and change it. */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../components/icon";
import type { BillingInformation, GeneralView, Verdict } from "../../host/types";
import { count, date, instant } from "../../text/format";
import { say } from "../../text/say";
import { reason, refusal } from "../../text/verdicts";
import { needsServer } from "../../text/status";
import { Part } from "../part";
import { untold } from "../unread";
import { facts } from "./facts";

export class GeneralScreen extends Part {
  protected override render(): TemplateResult {
    const { general } = this.organization;
    const { view } = general;
    const viewOnly = view !== null && view.edit.kind === "denied";
    return html`<section class="page" data-pane tabindex="-1" aria-labelledby="general-title">
      <header class="head">
        <h1 id="general-title">${say("general-title")}</h1>
        ${viewOnly ? html`<span class="head-note">${say("word-view-only")}</span>` : nothing}
      </header>
      ${untold(general)}
      ${view === null
        ? nothing
        : html`${this.#information(view)}${view.billing === null ? nothing : billing(view.billing)}${this.#deletion(view.delete)}`}
    </section>`;
  }

  #information(view: GeneralView): TemplateResult {
    const created = instant(view.created);
    return html`<article class="card" aria-labelledby="general-information">
      <header class="card-head">
        <h2 id="general-information">${say("general-information")}</h2>
        <span class="spring"></span>
        <button type="button" class="button" id="edit-general" aria-disabled=${String(view.edit.kind === "denied")}
          aria-describedby=${view.edit.reason === null ? nothing : "general-why"}
          @click=${() => view.edit.kind !== "denied" && this.desk.show({ kind: "edit_settings", group: "general" })}>${say("word-edit")}</button>
      </header>
      ${facts(view.settings, created === null ? nothing : html`<dt>${say("property-added")}</dt><dd>${date(created)}</dd>`)}
      ${why("general-why", view.edit)}
    </article>`;
  }

  #deletion(verdict: Verdict): TemplateResult {
    const { session } = this.organization;
    const cant = refusal(verdict) ?? (session.view === null ? null : needsServer(session.view));
    return html`<article class="card" aria-labelledby="general-deletion">
      <header class="card-head">
        <h2 id="general-deletion">${say("general-delete-heading")}</h2>
        <span class="spring"></span>
        <button type="button" class="button button-danger-quiet" id="delete-organization" aria-disabled=${String(cant !== null)}
          aria-describedby=${cant === null ? nothing : "deletion-why"}
          @click=${() => cant === null && this.desk.show({ kind: "end", what: "organization" })}>${say("general-delete")}</button>
      </header>
      <p>${say("general-delete-what")}</p>
      ${cant === null ? nothing : html`<p class="why" id="deletion-why">${icon("lock")}<span>${cant}</span></p>`}
    </article>`;
  }
}
customElements.define("general-screen", GeneralScreen);

/** What stands under Billing for other roles, to read. */
const billing = (view: BillingInformation): TemplateResult => html`<article class="card" aria-labelledby="general-billing">
  <header class="card-head"><h2 id="general-billing">${say("general-billing")}</h2></header>
  ${facts(view.settings, view.freeSeats === null ? nothing : html`<dt>${say("billing-free-seats")}</dt><dd>${count(view.freeSeats)}</dd>`)}
  ${why("general-billing-why", view.edit)}
</article>`;

/** Why it can't be changed, or that the server decides; who could help. */
export function why(id: string, verdict: Verdict): TemplateResult | typeof nothing {
  if (verdict.reason === null) return nothing;
  const denied = verdict.kind === "denied";
  return html`<p class="why" id=${id}>${icon(denied ? "eye" : "alert")}<span>${denied ? html`<strong>${say("word-view-only-because")}</strong> ` : nothing}${reason(verdict)}</span></p>`;
}
