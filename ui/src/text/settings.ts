/** The organization's settings in words: values as people read them beside the value itself. */
import type { SettingView } from "../host/types";
import { localeUsed, say } from "./say";

/** What is shown where nothing is set. */
const NONE = say("setting-none");

/** The value as it is read: a language tag with the language's name, lines as lines. */
export function shown(field: string, value: string): string {
  if (value === "") return NONE;
  if (field !== "locale") return value;
  const name = languageName(value);
  return name === null || name === value ? value : `${value}, ${name}`;
}

function languageName(tag: string): string | null {
  try {
    return new Intl.DisplayNames(localeUsed(), { type: "language" }).of(tag) ?? null;
  } catch {
    // A server may keep what is no tag.
    return null;
  }
}

/** Every time zone that this system knows by name, to choose from. */
export const timeZones = (): readonly string[] => Intl.supportedValuesOf("timeZone");

/** What an input says beside its label. */
export const HELP: Readonly<Record<string, string>> = {
  website: say("setting-website-help"),
  time_zone: say("setting-time-zone-help"),
  locale: say("setting-locale-help"),
  billing_contact: say("setting-billing-contact-help"),
};

/** The change of one setting, old and new both readable. */
export interface Line {
  what: string;
  before: string;
  after: string;
}

/** What a draft changes, in the order of the settings. */
export const lines = (settings: readonly SettingView[], draft: ReadonlyMap<string, string>): Line[] =>
  settings.flatMap(({ field, title, value }) => {
    const after = draft.get(field)?.trim();
    return after === undefined || after === value ? [] : [{ what: title, before: shown(field, value), after: shown(field, after) }];
  });
