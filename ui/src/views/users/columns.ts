/** The columns that the list can have, and how each is headed, sorted and sized. */
import type { Column } from "../../components/grid";
import type { ListColumn, ShownColumn, SortBy, UserQuery } from "../../host/types";

interface Kind {
  label: string;
  sorts: readonly { id: SortBy; label: string }[];
  /** In rem: as narrow as it is still read. */
  least: number;
  /** Its share of what is left; 0 takes none. */
  share: number;
}

const ADDRESS = { id: "email", label: "E-mail" } as const;

export const COLUMNS: Readonly<Record<ListColumn, Kind>> = {
  name: { label: "Name", sorts: [{ id: "name", label: "Name" }], least: 12, share: 1.9 },
  email: { label: "E-mail", sorts: [ADDRESS], least: 10, share: 1.5 },
  role: { label: "Role", sorts: [{ id: "role", label: "Role" }], least: 7, share: 1.1 },
  workspaces: { label: "Workspaces", sorts: [{ id: "workspaces", label: "Workspaces" }], least: 6.5, share: 1 },
  last_active: { label: "Last active", sorts: [{ id: "last_active", label: "Last active" }], least: 9.25, share: 0 },
  state: { label: "State", sorts: [{ id: "state", label: "State" }], least: 9.5, share: 0 },
  added: { label: "Added", sorts: [{ id: "added", label: "Added" }], least: 7.5, share: 0 },
};

/** A column's widths in pixels at the usual size of text: the least, the most, and a step of the keyboard. */
export const WIDTH = { least: 64, most: 960, step: 16 } as const;

export const clamped = (width: number): number => Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)));

/** The columns as the grid draws them. */
export function drawn(columns: readonly ShownColumn[], query: UserQuery): Column[] {
  const beside = columns.some((each) => each.column === "email");
  return columns.map(({ column, width }) => {
    const { label, sorts, least, share } = COLUMNS[column];
    const offered = column === "name" && !beside ? [...sorts, ADDRESS] : sorts;
    return {
      id: column, label, least, share, width: width ?? null, sorts: offered,
      sorted: offered.some((each) => each.id === query.sort)
        ? { id: query.sort, direction: query.descending ? "descending" : "ascending" }
        : null,
    };
  });
}
