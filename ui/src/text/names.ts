/** Names inside sentences: a direction override in a name must not turn the words after it around. */

const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name as a sentence can hold it; everything else in it stays as the server has it. */
export const spoken = (name: string): string => name.replace(OVERRIDES, "");

/** The first name, for a sentence about a person. */
export const firstName = (name: string): string => spoken(name).trim().split(/\s+/)[0] ?? "";
