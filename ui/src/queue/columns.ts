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

/** The columns there is room for. The order state is never left out. */
export function columnsFor(width: Width): Column[] {
  const wide = width === "wide";
  const all: (Column & { from?: "wide" | "middle" })[] = [
    { id: "due", label: t("queue-column-due"), width: "minmax(11.5rem, 1.5fr)", sortable: true },
    { id: "number", label: t("queue-column-number"), width: "minmax(9rem, 1.4fr)", sortable: true },
    { id: "account", label: t("queue-column-account"), width: "minmax(7rem, 1.1fr)" },
    { id: "component", label: t("queue-column-component"), width: "4.75rem", from: "wide" },
    { id: "order", label: t("queue-column-order"), width: wide ? "minmax(13.5rem, 2.2fr)" : "minmax(13rem, 2fr)" },
    { id: "step", label: t("queue-column-step"), width: "minmax(6rem, 0.8fr)", from: "middle" },
    { id: "owner", label: t("queue-column-owner"), width: "minmax(5rem, 0.7fr)", from: "middle" },
    { id: "actBy", label: t("queue-column-act-by"), width: "6.75rem", from: "wide" },
  ];
  const rank = { narrow: 0, middle: 1, wide: 2 };
  return all.filter((one) => one.from === undefined || rank[width] >= rank[one.from]).map(({ from: _from, ...column }) => column);
}
