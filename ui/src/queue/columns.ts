import type { Width } from "../app/width.svelte";
import type { QueueSort, QueueView } from "../host";
import type { Column, Sort } from "../parts/grid/columns";
import { t } from "../text/text.svelte";

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

/** The columns there is room for; the rest is one key away (Space, Enter). The order state is never left out. */
export function columnsFor(width: Width, px: number, textSize: number): Column[] {
  const all: { column: Column; min: number; grow: number; order: number }[] = [
    { column: { id: "due", label: t("queue-column-due"), width: "", sortable: true }, min: 10.5, grow: 0, order: 0 },
    { column: { id: "number", label: t("queue-column-number"), width: "", sortable: true }, min: 5.5, grow: 1.95, order: 0 },
    { column: { id: "account", label: t("queue-column-account"), width: "" }, min: 6.5, grow: 1, order: 0 },
    { column: { id: "component", label: t("queue-column-component"), width: "" }, min: 4.25, grow: 0, order: 3 },
    { column: { id: "order", label: t("queue-column-order"), width: "" }, min: 15.75, grow: 2.65, order: 0 },
    { column: { id: "step", label: t("queue-column-step"), width: "" }, min: 5.5, grow: 0.6, order: 2 },
    { column: { id: "owner", label: t("queue-column-owner"), width: "" }, min: 4.75, grow: 0.5, order: 1 },
    { column: { id: "actBy", label: t("queue-column-act-by"), width: "" }, min: 4.75, grow: 0, order: 4 },
  ];
  const room = px / (REM * Math.max(0.5, textSize / 100)) - (width === "narrow" ? 0 : SIDEBAR) - 2.5;
  const taken = new Set(all.filter((one) => one.order === 0));
  let used = [...taken].reduce((sum, one) => sum + one.min + GAP, 0);
  for (const one of [...all].sort((a, b) => a.order - b.order)) {
    if (one.order === 0 || used + one.min + GAP > room) continue;
    taken.add(one);
    used += one.min + GAP;
  }
  return all
    .filter((one) => taken.has(one))
    .map(({ column, min, grow }) => ({ ...column, width: grow === 0 ? `${min}rem` : `minmax(${min}rem, ${grow}fr)` }));
}
