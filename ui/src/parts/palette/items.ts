import { keyed } from "./search";

/** Something the palette can run or open. */
export interface PaletteItem {
  id: string;
  /** Heading it stands under. */
  group: string;
  label: string;
  /** Second, quieter text: where it leads. */
  place?: string;
  /** Its shortcut, shown so that it is learned. */
  keys?: string;
  /** Other words it answers to, in every language. */
  words?: readonly string[];
  run: () => void;
}

/** The items that match, best first; with nothing typed, all of them in their own order. */
export function matching(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  return keyed(items, typed, (item) => [item.label, ...(item.words ?? []), item.place ?? ""]);
}
