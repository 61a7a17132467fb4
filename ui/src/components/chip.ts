/** A chip that opens a list of choices, of which several may hold at once. */
import { html, nothing, type TemplateResult } from "lit";
import { listed } from "../text/format";
import { inSentence, say } from "../text/say";
import { icon } from "./icon";
import "./menu";
import type { MenuItem } from "./menu";

const CLEAR = "clear";

export interface Chip<T extends string> {
  name: string;
  choices: readonly { id: T; label: string; hint?: string }[];
  chosen: readonly T[];
  set: (chosen: T[]) => void;
  show?: () => void;
}

export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value];

export function chip<T extends string>(of: Chip<T>): TemplateResult {
  const items: MenuItem[] = of.choices.map((choice, at) => ({
    id: String(at), label: choice.label, kind: "many", checked: of.chosen.includes(choice.id),
    ...(choice.hint === undefined ? {} : { hint: choice.hint }),
  }));
  if (of.chosen.length > 0) items.push({ id: CLEAR, label: say("filter-any", { name: inSentence(of.name) }), kind: "action", icon: "cross", apart: true });
  const labels = of.choices.filter((choice) => of.chosen.includes(choice.id)).map((choice) => choice.label);
  const shown = labels.length > 2 ? `${listed(labels.slice(0, 2))} +${labels.length - 2}` : listed(labels);
  const button = of.chosen.length === 0
    ? html`${of.name}${icon("down")}`
    : html`<span class="clip">${of.name}: ${shown || say("filter-chosen", { count: of.chosen.length })}</span>${icon("down")}`;
  const onChoose = (event: CustomEvent<string>): void => {
    const choice = of.choices[Number(event.detail)];
    if (event.detail === CLEAR) of.set([]);
    else if (choice) of.set(toggled(of.chosen, choice.id));
  };
  return html`<ui-menu
    .label=${say("filter-by", { name: inSentence(of.name) })}
    .button=${button}
    .buttonClass=${of.chosen.length > 0 ? "chip chip-on" : "chip"}
    .items=${items}
    @choose=${onChoose}
    @show=${of.show ?? nothing}
  ></ui-menu>`;
}
