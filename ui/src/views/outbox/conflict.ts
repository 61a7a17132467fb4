/** The conflicts of one resource in three columns: was, now on the server, yours. A person presses the answer, field by field. */
import { html, nothing, type TemplateResult } from "lit";
import type { OutboxEntry } from "../../host/types";
import { conflict as sentence } from "../../text/changes";
import { spoken } from "../../text/names";
import { say } from "../../text/say";

export interface Conflicts {
  name: string;
  entries: readonly OutboxEntry[];
  /** Leaves what the server has. */
  keep: (entries: readonly OutboxEntry[]) => void;
  /** Asks for the same again, on top of what the server has now. */
  again: (entries: readonly OutboxEntry[]) => void;
  /** Asks for both edits in one. */
  combine: (entries: readonly OutboxEntry[]) => void;
  /** Asks for another name, where it is about one. */
  rename: (() => void) | null;
}

/** Changes that can fail because somebody else has the name. */
const NAMING: ReadonlySet<string> = new Set(["create_workspace", "rename_workspace"]);

export function conflicts(of: Conflicts): TemplateResult | typeof nothing {
  const [first] = of.entries;
  if (first === undefined) return nothing;
  const text = `conflict-${first.id}`;
  // What is gone, or somebody else's, has no value that could be kept: there is nothing to choose between.
  const gone = of.entries.filter((entry) => entry.theirs === null);
  const fields = of.entries.filter((entry) => entry.theirs !== null);
  const said = fields.length > 1 ? say("conflict-several", { name: spoken(of.name) }) : null;
  return html`<div class="conflict" role="group" aria-labelledby=${text}>
    <div id=${text}>
      ${gone.map((entry) => html`<p>${sentence(of.name, entry)}</p>`)}
      ${said !== null ? html`<p>${said}</p>` : fields.map((entry) => html`<p>${sentence(of.name, entry)}</p>`)}
    </div>
    ${fields.length === 0
      ? nothing
      : html`<table class="three">
          <thead><tr><td></td><th scope="col">${say("conflict-was")}</th><th scope="col">${say("conflict-now")}</th><th scope="col">${say("conflict-yours")}</th></tr></thead>
          <tbody>${fields.map((entry) => html`<tr>
            <th scope="row">${entry.subject}</th>
            <td>${entry.before}</td>
            <td><strong>${entry.theirs}</strong></td>
            <td><ins>${entry.after}</ins></td>
          </tr>`)}</tbody>
        </table>`}
    ${gone.length === 0
      ? nothing
      : html`<div class="conflict-actions"><button type="button" class="button" @click=${() => of.keep(gone)}>
          ${gone.length === 1 ? say("conflict-discard") : say("conflict-discard-several", { count: gone.length })}
        </button>
        ${of.rename !== null && gone.some((entry) => entry.taken && NAMING.has(entry.verb))
          ? html`<button type="button" class="button" @click=${of.rename}>${say("conflict-rename")}</button>`
          : nothing}</div>`}
    ${gone.map((entry) => combined(entry, gone.length > 1 ? `${entry.subject}: ` : "", of))}
    ${fields.map((entry) => {
      const about = fields.length > 1 ? `${entry.subject}: ` : "";
      return html`<div class="conflict-actions">
        <button type="button" class="button" @click=${() => of.keep([entry])}>${about}${say("conflict-keep", { value: entry.theirs ?? "" })}</button>
        <button type="button" class="button" @click=${() => of.again([entry])}>${about}${say("conflict-again", { value: entry.after })}</button>
      </div>
      ${combined(entry, about, of)}`;
    })}
    ${fields.length < 2
      ? nothing
      : html`<div class="conflict-actions">
          <button type="button" class="button" @click=${() => of.keep(fields)}>${say("conflict-keep-all")}</button>
          <button type="button" class="button" @click=${() => of.again(fields)}>${say("conflict-again-all")}</button>
        </div>`}
  </div>`;
}

/** What both edits come to where they don't overlap: a person presses it, or it isn't done. */
function combined(entry: OutboxEntry, about: string, of: Conflicts): TemplateResult | typeof nothing {
  if (entry.combined === null) return nothing;
  const id = `combined-${entry.id}`;
  const [said, label] = entry.theirs === null
    ? [say("conflict-kept-with-more"), say("conflict-keep-and-combine")]
    : [say("conflict-no-overlap"), say("conflict-combine")];
  return html`<p id=${id}>${said} <ins class="lines">${entry.combined}</ins></p>
    <div class="conflict-actions">
      <button type="button" class="button" aria-describedby=${id} @click=${() => of.combine([entry])}>${about}${label}</button>
    </div>`;
}
