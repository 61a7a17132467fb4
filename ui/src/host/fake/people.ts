/** Made-up people for tests and for looking at the window in a plain browser: believable, varied, from a seed. */
import type { RowState, UserRow } from "../types";

export interface Person {
  id: string;
  name: string;
  email: string;
  /** Wire value. */
  role: string;
  workspaces: string[];
  state: RowState;
  /** Milliseconds since 1970; `null` never, `undefined` not reported. */
  lastActive: number | null | undefined;
  expiresAt: number | null;
  created: number;
  contacts: number;
}

export interface Space {
  id: string;
  name: string;
}

export const SPACES: readonly Space[] = [
  "All hands", "Customer success", "Field service", "Legal", "Onboarding", "Partners", "People", "Product",
  "Sales APAC", "Sales EMEA", "Support", "Treasury",
].map((name, at) => ({ id: `w${at}`, name }));

export const ROLE_TITLES: Readonly<Record<string, string>> = {
  admin: "Admin", billing_admin: "Billing Admin", user_admin: "User Admin", member: "Member",
};

const FIRST = [
  "Adriana", "Amanda", "Ana", "Andrej", "Bianca", "Chandra", "Diana", "Émile", "Fernanda", "Gökçe", "Hannah", "Ivana",
  "Joanna", "Kwame", "Łukasz", "Maëlle", "Nguyễn", "Oluwaseun", "Paweł", "Quentin", "Rania", "Søren", "Tomás", "Ulla",
  "Vanya", "Wei", "Ximena", "Yusuf", "Zoë", "İpek", "안나", "美咲", "Ольга", "Δήμητρα", "ليلى", "דנה", "अनन्या",
];
const LAST = [
  "Lindqvist", "Osei", "Ruiz", "Novák", "Fontana", "Mehta", "Petrova", "Araújo", "Köhler", "Marić", "Whitfield",
  "O'Brien", "van der Berg", "Żółć", "Ødegård", "Müller", "Straße", "Tanaka", "Kowalczyk", "Fernández", "Okafor",
  "Chen", "Nakamura", "Haddad", "Þórsdóttir", "Șerban", "Nguyen", "Yılmaz", "Иванова", "Παπαδόπουλος", "김", "田中",
];

/** Numbers from a seed, in [0, 1): the same people every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const DAY = 86_400_000;
const plain = (text: string): string => text.normalize("NFKD").replace(/[^a-zA-Z]/g, "").toLowerCase();

export function people(many: number, seed: number, now: number): Person[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return Array.from({ length: many }, (_, at): Person => {
    const first = pick(FIRST);
    const last = pick(LAST);
    const dice = next();
    const role = at < 4 || dice > 0.9992 ? "admin" : dice > 0.9985 ? "billing_admin" : dice > 0.995 ? "user_admin" : "member";
    const fate = next();
    const state: RowState =
      at < 4 || fate < 0.97 ? "active"
      : fate < 0.985 ? "pending"
      : fate < 0.99 ? "invitation_expired"
      : fate < 0.993 ? "invitation_failed"
      : "suspended";
    const days = next() ** 3 * 300;
    return {
      id: `u${at}`,
      name: `${first} ${last}`,
      email: `${plain(first) || "user"}.${plain(last) || "x"}${at}@northwind.example`,
      role,
      workspaces: SPACES.filter(() => next() < 0.22).map((space) => space.id),
      state,
      lastActive: state === "active" || state === "suspended" ? (next() < 0.03 ? null : next() < 0.01 ? undefined : now - days * DAY) : null,
      expiresAt: state === "pending" ? now + (1 + Math.floor(next() * 6)) * DAY : state === "invitation_expired" ? now - 3 * DAY : null,
      created: now - (30 + next() * 900) * DAY,
      contacts: role === "member" ? Math.floor(next() * 250) : 0,
    };
  });
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);

/** A person as a row, with nothing waiting on them. */
export function rowOf(person: Person): UserRow {
  const names = SPACES.filter((space) => person.workspaces.includes(space.id)).map((space) => space.name);
  const iso = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    roleTitle: ROLE_TITLES[person.role] ?? person.role,
    roleWas: null,
    workspaces: names.slice(0, 3),
    workspaceCount: names.length,
    state: person.state,
    expiresAt: iso(person.expiresAt),
    lastActive: iso(person.lastActive),
    neverActive: person.lastActive === null,
    created: iso(person.created),
    intent: null,
    colour: hash(person.id) % 8,
    initials: person.name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase(),
    hasPicture: false, presence: "here",
  };
}
