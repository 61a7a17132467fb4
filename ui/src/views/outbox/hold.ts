/** The switch by which nothing leaves before *Send*; kept with the organization. */
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../../desk";
import type { OpenOrganization } from "../../state/organization";
import { say } from "../../text/say";

export function holdSwitch(desk: Desk, { outbox, session }: OpenOrganization): TemplateResult | typeof nothing {
  const hold = session.view?.hold;
  if (hold === undefined) return nothing;
  const { on, held, refused } = hold;
  const said = refused ?? say(on ? "hold-on" : "hold-off");
  const still = held === 0 || on ? "" : ` ${say("hold-still-held", { count: held })}`;
  return html`<div class="hold">
    <label class="check">
      <input
        type="checkbox"
        role="switch"
        id="hold"
        aria-disabled=${String(refused !== null)}
        aria-describedby="hold-help"
        .checked=${on}
        @click=${(event: Event) => {
          // It shows what holds, not what was pressed: until Rust has kept it, nothing has changed.
          event.preventDefault();
          if (refused === null) void desk.attempt(outbox.hold(on ? "off" : "on"));
        }}
      />
      <span>${say("hold-switch")}</span>
    </label>
    <p class="faint" id="hold-help">${said}${still}</p>
  </div>`;
}
