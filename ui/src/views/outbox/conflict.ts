/** A conflict in three columns: was, now on the server, yours. A person presses the answer. */
import { html, nothing, type TemplateResult } from "lit";
import type { OutboxEntry } from "../../host/types";
import { conflict as sentence } from "../../text/changes";

export interface Conflict {
  name: string;
  entry: OutboxEntry;
  /** Leaves what the server has. */
  keep: () => void;
  /** Asks for the same again, on top of what the server has now. */
  again: () => void;
}

export function conflict(of: Conflict): TemplateResult {
  const { entry } = of;
  const text = `conflict-${entry.id}`;
  return html`<div class="conflict" role="group" aria-labelledby=${text}>
    <p id=${text}>${sentence(of.name, entry)}</p>
    ${entry.theirs === null
      ? nothing
      : html`<table class="three">
          <thead><tr><td></td><th scope="col">Was</th><th scope="col">Now on the server</th><th scope="col">Yours</th></tr></thead>
          <tbody><tr>
            <th scope="row">${entry.subject}</th>
            <td>${entry.before}</td>
            <td><strong>${entry.theirs}</strong></td>
            <td><ins>${entry.after}</ins></td>
          </tr></tbody>
        </table>`}
    <div class="conflict-actions">
      ${entry.theirs === null
        ? html`<button type="button" class="button" @click=${of.keep}>Discard this change</button>`
        : html`<button type="button" class="button" @click=${of.keep}>Keep ${entry.theirs}</button>
            <button type="button" class="button" @click=${of.again}>Ask for ${entry.after} again</button>`}
    </div>
  </div>`;
}
