/** What is risky is typed before it is done: the field, and whether that was typed which is asked for. */
import type { TemplateResult } from "lit";
import { field, type Field } from "../components/field";
import type { Confirm } from "../host/types";
import { spoken } from "../text/names";
import { say } from "../text/say";

/** Upper and lower case are the same; `null` asks for nothing. */
export const isTyped = (confirm: Confirm | null, typed: string): boolean =>
  confirm === null || typed.trim().toLowerCase() === confirm.text.trim().toLowerCase();

export const typing = ({ text, reason }: Confirm, value: string, onInput: (typed: string) => void, more: Partial<Field> = {}): TemplateResult =>
  field({ id: "typed", label: say("word-type-to-confirm", { text }), help: spoken(reason), value, onInput, ...more });
