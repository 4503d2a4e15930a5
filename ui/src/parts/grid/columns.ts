/** A column of a list. */
export interface Column {
  id: string;
  label: string;
  /** A CSS grid track: "7rem", "minmax(9rem, 2fr)". */
  width: string;
  align?: "start" | "end";
  sortable?: boolean;
}

/** How a list is sorted. */
export interface Sort {
  column: string;
  descending: boolean;
}

/** The next sort when a heading is pressed: up, then down, then up. */
export function nextSort(sort: Sort | null | undefined, column: string): Sort {
  return { column, descending: sort?.column === column ? !sort.descending : false };
}

/** aria-sort of a heading. */
export function ariaSort(column: Column, sort: Sort | null | undefined): "ascending" | "descending" | "none" | undefined {
  if (column.sortable !== true) return undefined;
  if (sort?.column !== column.id) return "none";
  return sort.descending ? "descending" : "ascending";
}

/** What a key means in a list, or null. `letters` is the switch for single-letter keys. */
export type ListKey =
  | { type: "move"; by: number; extend: boolean }
  | { type: "edge"; end: boolean }
  | { type: "page"; by: number }
  | { type: "open" | "peek" | "select" | "clear" };

export function listKey(event: KeyboardEvent, letters: boolean): ListKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const extend = event.shiftKey;
  switch (event.key) {
    case "ArrowDown":
      return { type: "move", by: 1, extend };
    case "ArrowUp":
      return { type: "move", by: -1, extend };
    case "Home":
      return { type: "edge", end: false };
    case "End":
      return { type: "edge", end: true };
    case "PageDown":
      return { type: "page", by: 1 };
    case "PageUp":
      return { type: "page", by: -1 };
    case "Enter":
      return { type: "open" };
    case " ":
      return { type: "peek" };
    case "Escape":
      return { type: "clear" };
  }
  if (!letters) return null;
  switch (event.key.toLowerCase()) {
    case "j":
      return { type: "move", by: 1, extend };
    case "k":
      return { type: "move", by: -1, extend };
    case "o":
      return extend ? null : { type: "open" };
    case "x":
      return extend ? null : { type: "select" };
    default:
      return null;
  }
}
