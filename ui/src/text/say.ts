/** The catalogue: every sentence of the window, in the language that its reader chose. */
import type { TemplateResult } from "lit";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Sentences } from "./sentences";

/** The id of a sentence. */
export type SentenceId = keyof Sentences;
/** A sentence that needs to be told nothing. */
export type PlainId = { [Id in SentenceId]: Sentences[Id] extends null ? Id : never }[SentenceId];
/** A sentence that is told what has these names, and nothing else. */
export type IdTold<Name extends string> = { [Id in SentenceId]: [keyof Sentences[Id], Name] extends [Name, keyof Sentences[Id]] ? Id : never }[SentenceId];

/** The languages that have a catalogue, each by its tag (BCP 47) and the name that it has for itself. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;
export type Language = keyof typeof LANGUAGES;

const FILES = import.meta.glob<string>("../../../locales/*/window-*.ftl", { query: "?raw", import: "default", eager: true });

/** The system's locale; a Linux without a language calls itself POSIX, which groups no digits. */
const system = new Intl.NumberFormat().resolvedOptions().locale;

let language: Language = "en";
const bundles = new Map<Language, FluentBundle>();

/** Says everything in this language from now on: before anything was drawn. */
export function speak(tag: Language): void {
  language = tag;
  document.documentElement.lang = tag;
  // A language writes its own name as it writes everything.
  document.documentElement.dir = RIGHT_TO_LEFT.test(LANGUAGES[tag]) ? "rtl" : "ltr";
}

/** How numbers and dates are written: as the system does, where that is a kind of the language in use. */
export function localeUsed(): string {
  if (system.split("-")[0] === language && !/posix/i.test(system)) return system;
  return language === "en" ? "en-GB" : language;
}

/** A sentence of the catalogue, with what it is told. */
export function say<Id extends SentenceId>(id: Id, ...told: Sentences[Id] extends null ? [] : [Sentences[Id]]): string {
  const values: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries((told[0] as Record<string, string | number> | undefined) ?? {})) {
    values[name] = typeof value === "string" ? isolated(value) : value;
  }
  return sentence(language, id, values) ?? sentence("en", id, values) ?? id;
}

/** A title as it stands inside a sentence: English writes it small, other languages keep their nouns. */
export const inSentence = (title: string): string => (language === "en" ? title.toLowerCase() : title);

/** Parts the places of what is drawn from the words around them: characters of nobody's language. */
const PLACE = /\ue000(\w+)\ue001/u;

/** A sentence with something drawn in it, such as a name in bold type: its parts in their order. */
export function compose<Id extends Exclude<SentenceId, PlainId>>(
  id: Id, told: { [Name in keyof Sentences[Id]]: Sentences[Id][Name] | TemplateResult },
): (string | TemplateResult)[] {
  const drawn = new Map<string, TemplateResult>();
  const words: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(told as Record<string, string | number | TemplateResult>)) {
    if (typeof value === "object") drawn.set(name, value);
    words[name] = typeof value === "object" ? `\ue000${name}\ue001` : typeof value === "string" ? isolated(value) : value;
  }
  const whole = sentence(language, id, words) ?? sentence("en", id, words) ?? id;
  return whole.split(PLACE).map((part, at) => (at % 2 === 1 ? (drawn.get(part) ?? part) : part));
}

function sentence(tag: Language, id: string, values: Record<string, FluentVariable>): string | null {
  const bundle = of(tag);
  const pattern = bundle.getMessage(id)?.value;
  // Trouble with an argument leaves its name in the sentence, where it is read, and nothing is thrown.
  return pattern ? bundle.formatPattern(pattern, values, []) : null;
}

function of(tag: Language): FluentBundle {
  const known = bundles.get(tag);
  if (known) return known;
  // Arguments isolate themselves, where they need it.
  const bundle = new FluentBundle(tag === language ? localeUsed() : tag, { useIsolating: false });
  for (const [path, text] of Object.entries(FILES)) {
    if (path.includes(`/locales/${tag}/`)) bundle.addResource(new FluentResource(text));
  }
  bundles.set(tag, bundle);
  return bundle;
}

/** Hebrew to Arabic Extended-A, their presentation forms, and the blocks set aside for such scripts. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A text that is read from right to left, kept from turning the sentence around it; others as they are. */
export const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);
