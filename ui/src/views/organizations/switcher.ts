/** Which organization is open, as which role, and the way to another. */
import { html, type TemplateResult } from "lit";
import "../../components/menu";
import type { MenuItem } from "../../components/menu";
import { icon } from "../../components/icon";
import type { Desk } from "../../desk";
import { say } from "../../text/say";

const ADD = "add";
const REMOVE = "remove";

/** Up to two letters for the mark of an organization. */
export const letters = (name: string): string =>
  name.trim().split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();

export function switcher(desk: Desk): TemplateResult {
  const { cards, current } = desk.profile;
  const card = current?.card;
  const role = current?.session.view?.roleTitle ?? card?.role ?? null;
  const items: MenuItem[] = (cards ?? []).map((each) => ({
    id: each.id, label: each.name, kind: "one", checked: each.id === card?.id, ...(each.role === null ? {} : { hint: each.role }),
  }));
  items.push({ id: ADD, label: say("switcher-add"), kind: "action", icon: "plus", apart: true });
  if (card) items.push({ id: REMOVE, label: say("switcher-remove", { name: card.name }), kind: "action", icon: "cross" });
  const choose = (event: CustomEvent<string>): void => {
    if (event.detail === ADD) desk.show({ kind: "connect" });
    else if (event.detail === REMOVE) desk.show({ kind: "remove" });
    else desk.profile.open(event.detail);
  };
  return html`<ui-menu
    class="switcher"
    .label=${say("switcher-organizations")}
    .buttonClass=${"switcher-button"}
    .button=${html`<span class="mark colour-${(card?.colour ?? 0) % 8}" aria-hidden="true">${letters(card?.name ?? "")}</span>
      <span class="switcher-text"><span class="switcher-name clip">${card?.name ?? say("switcher-organization")}</span>
      <span class="help clip">${role === null ? (card?.demo === true ? say("switcher-demo") : say("switcher-role-unknown")) : say("switcher-you-are", { role })}</span></span>${icon("down")}`}
    .items=${items}
    @choose=${choose}
  ></ui-menu>`;
}
