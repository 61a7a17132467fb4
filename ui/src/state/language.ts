/** The language that somebody chose: a choice of this computer, remembered in the page's own storage. */
import { LANGUAGES, type Language } from "../text/say";

const KEY = "rollcall.language";

const isLanguage = (tag: string | null): tag is Language => tag !== null && tag in LANGUAGES;

/** The language that was chosen; `null` for the system's. */
export function languageChosen(): Language | null {
  const chosen = localStorage.getItem(KEY);
  return isLanguage(chosen) ? chosen : null;
}

/** Remembers the choice, and draws the window anew, every sentence of it. */
export function chooseLanguage(chosen: Language | null): void {
  if (chosen === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, chosen);
  location.reload();
}
