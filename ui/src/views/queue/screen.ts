import Archive from "@lucide/svelte/icons/archive";
import BadgeQuestion from "@lucide/svelte/icons/badge-question-mark";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import Inbox from "@lucide/svelte/icons/inbox";
import Mail from "@lucide/svelte/icons/mail";
import Scale from "@lucide/svelte/icons/scale";
import type { Component } from "svelte";
import { defineScreen, type SidebarLine } from "../../app/screen";
import type { QueueCounts, QueueSort, QueueView } from "../../host";
import { counts } from "../../queue/counts.svelte";
import QueuePage from "../../queue/QueuePage.svelte";
import { viewLabel } from "../../queue/views";

declare module "../../app/places" {
  interface Places {
    queue: { view: QueueView; sort?: QueueSort; text?: string };
  }
}

const ICONS: Record<QueueView, unknown> = {
  needsTriage: Inbox, dueThisWeek: CalendarClock, waitingForCounsel: Scale, claimedOrders: BadgeQuestion, noticesToSend: Mail, all: Archive,
};
const KEYS: Record<QueueView, string> = {
  needsTriage: "g t", dueThisWeek: "g d", waitingForCounsel: "g c", claimedOrders: "g o", noticesToSend: "g n", all: "g a",
};

const sidebar = (Object.keys(ICONS) as (QueueView & keyof QueueCounts)[]).map(
  (view, order): SidebarLine<"queue"> => ({
    id: `queue-${view}`, label: viewLabel(view), icon: ICONS[view] as Component, section: "views", order: 10 + order, at: { view },
    count: () => counts.value?.[view] ?? null, keys: KEYS[view],
  }),
);

export default defineScreen<"queue">({ name: "queue", title: "queue-title", component: QueuePage, sidebar });
