import type { QueueView } from "../host";
import type { MessageId } from "../text/ids.gen";

const LABELS: Record<QueueView, MessageId> = {
  needsTriage: "queue-view-needs-triage",
  dueThisWeek: "queue-view-due-this-week",
  waitingForCounsel: "queue-view-waiting-for-counsel",
  claimedOrders: "queue-view-claimed-orders",
  noticesToSend: "queue-view-notices-to-send",
  all: "queue-view-all",
};

const EMPTY: Record<QueueView, MessageId> = {
  needsTriage: "queue-empty-needs-triage",
  dueThisWeek: "queue-empty-due-this-week",
  waitingForCounsel: "queue-empty-waiting-for-counsel",
  claimedOrders: "queue-empty-claimed-orders",
  noticesToSend: "queue-empty-notices-to-send",
  all: "queue-empty-all",
};

export const viewLabel = (view: QueueView): MessageId => LABELS[view];
export const emptyLabel = (view: QueueView): MessageId => EMPTY[view];
