/** How dense the list is: a choice of this computer, remembered in the page's own storage. */

const KEY = "rollcall.rows";

export type Rows = "comfortable" | "compact";

export const rows = (): Rows => (localStorage.getItem(KEY) === "compact" ? "compact" : "comfortable");

export function setRows(chosen: Rows): void {
  localStorage.setItem(KEY, chosen);
  showRows();
}

/** Tells the stylesheet. */
export function showRows(): void {
  document.documentElement.classList.toggle("compact", rows() === "compact");
}
