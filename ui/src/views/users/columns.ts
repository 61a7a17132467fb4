/** The columns that the list can have, and how each is headed, sorted and sized. */
import type { Column } from "../../components/grid";
import type { ListColumn, ShownColumn, SortBy, UserQuery } from "../../host/types";
import { say } from "../../text/say";

interface Kind {
  label: string;
  sorts: readonly { id: SortBy; label: string }[];
  /** In rem: as narrow as it is still read. */
  least: number;
  /** Its share of what is left; 0 takes none. */
  share: number;
}

/** A column that sorts by what it is headed with. */
const sorting = (id: SortBy, label: string): Pick<Kind, "label" | "sorts"> => ({ label, sorts: [{ id, label }] });

export const COLUMNS: Readonly<Record<ListColumn, Kind>> = {
  name: { ...sorting("name", say("property-name")), least: 12, share: 1.9 },
  email: { ...sorting("email", say("property-email")), least: 10, share: 1.5 },
  role: { ...sorting("role", say("property-role")), least: 7, share: 1.1 },
  workspaces: { ...sorting("workspaces", say("property-workspaces")), least: 6.5, share: 1 },
  last_active: { ...sorting("last_active", say("property-last-active")), least: 9.75, share: 0 },
  state: { ...sorting("state", say("property-state")), least: 9.75, share: 0 },
  added: { ...sorting("added", say("property-added")), least: 7.5, share: 0 },
};

/** A column's widths in pixels at the usual size of text: the least, the most, and a step of the keyboard. */
export const WIDTH = { least: 64, most: 960, step: 16 } as const;

export const clamped = (width: number): number => Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));

/** The columns as the grid draws them. */
export function drawn(columns: readonly ShownColumn[], query: UserQuery): Column[] {
  const beside = columns.some((each) => each.column === "email");
  return columns.map(({ column, width }) => {
    const { label, sorts, least, share } = COLUMNS[column];
    const offered = column === "name" && !beside ? [...sorts, ...COLUMNS.email.sorts] : sorts;
    return {
      id: column, label, least, share, width: width ?? null, sorts: offered,
      sorted: offered.some((each) => each.id === query.sort)
        ? { id: query.sort, direction: query.descending ? "descending" : "ascending" }
        : null,
    };
  });
}
