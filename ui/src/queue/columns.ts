import type { Width } from "../app/width.svelte";
import type { QueueSort, QueueView } from "../host";
import type { Column, Sort } from "../parts/grid/columns";
import { language, t, type LanguageCode } from "../text/text.svelte";

export const VIEWS: readonly QueueView[] = ["needsTriage", "dueThisWeek", "waitingForCounsel", "claimedOrders", "noticesToSend", "all"];

/** How each column is sorted by the register: always the useful way round. */
const SORTS: Record<QueueSort, { column: string; descending: boolean }> = {
  due: { column: "due", descending: false },
  received: { column: "received", descending: true },
  reference: { column: "number", descending: true },
};

export const SORT_NAMES = Object.keys(SORTS) as QueueSort[];

export function sortShown(sort: QueueSort): Sort {
  return SORTS[sort];
}

export function sortOf(column: string): QueueSort | undefined {
  return SORT_NAMES.find((name) => SORTS[name].column === column);
}

const REM = 16;
const SIDEBAR = 14.5;
const GAP = 1;

/**
 * A column in rem. `min`: its longest usual words whole, in this language. `least`: where the window is small and the
 * column is never left out. What is longer ends in an ellipsis, and the whole of it is a tooltip.
 */
interface Size {
  min: number;
  least?: number;
  grow: number;
  /** 0: never left out. Else which is taken first where there is room. */
  order: number;
}

// Of the order state nothing may be lost: its words and what stands after them, "sustituido" as "withdrawn".
const SIZES: Record<LanguageCode, Record<string, Size>> = {
  en: {
    due: { min: 13.5, least: 13.25, grow: 1.2, order: 0 },
    number: { min: 9, least: 5.5, grow: 2, order: 0 },
    account: { min: 7.25, least: 6, grow: 1, order: 0 },
    component: { min: 5.25, grow: 0, order: 3 },
    order: { min: 17.75, grow: 1, order: 0 },
    step: { min: 5.5, grow: 0.6, order: 2 },
    owner: { min: 4.75, grow: 0.5, order: 1 },
    actBy: { min: 4.75, grow: 0, order: 4 },
  },
  es: {
    due: { min: 13.75, least: 11.25, grow: 1.2, order: 0 },
    number: { min: 9, least: 5.25, grow: 2, order: 0 },
    account: { min: 7.25, least: 5.5, grow: 1, order: 0 },
    component: { min: 5.25, grow: 0, order: 3 },
    order: { min: 20.75, least: 20.5, grow: 1, order: 0 },
    step: { min: 5.75, grow: 0.9, order: 2 },
    owner: { min: 5.25, grow: 0.5, order: 1 },
    actBy: { min: 6, grow: 0, order: 4 },
  },
};

const LABELS = {
  due: "queue-column-due", number: "queue-column-number", account: "queue-column-account", component: "queue-column-component",
  order: "queue-column-order", step: "queue-column-step", owner: "queue-column-owner", actBy: "queue-column-act-by",
} as const;

/** The columns there is room for; the rest is one key away (Space, Enter). The order state is never left out. */
export function columnsFor(width: Width, px: number, textSize: number): Column[] {
  const sizes = Object.entries(SIZES[language.current]).map(([id, size]) => ({ ...size, id: id as keyof typeof LABELS }));
  const room = px / (REM * Math.max(0.5, textSize / 100)) - (width === "narrow" ? 0 : SIDEBAR) - 2.5;
  const taken = new Set(sizes.filter((one) => one.order === 0).map((one) => one.id));
  let used = sizes.reduce((sum, one) => (one.order === 0 ? sum + one.min + GAP : sum), 0);
  const tight = used > room;
  for (const one of [...sizes].sort((a, b) => a.order - b.order)) {
    if (one.order === 0) continue;
    // Nothing that matters less takes the room of what did not fit.
    if (used + one.min + GAP > room) break;
    taken.add(one.id);
    used += one.min + GAP;
  }
  return sizes
    .filter((one) => taken.has(one.id))
    .map(({ id, min, least, grow }) => {
      const wide = tight ? (least ?? min) : min;
      const sortable = SORT_NAMES.some((name) => SORTS[name].column === id);
      return { id, label: t(LABELS[id]), sortable, width: grow === 0 ? `${wide}rem` : `minmax(${wide}rem, ${grow}fr)` };
    });
}
