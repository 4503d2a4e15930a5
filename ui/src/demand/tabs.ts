import type { Component } from "svelte";
import type { DemandView } from "../host";
import type { MessageId } from "../text/ids.gen";

/** The pages of a demand. */
export type DemandTab = "facts" | "court" | "counsel" | "letters" | "timeline" | "files";

/** What a page of another noun gets. */
export interface TabProps {
  view: DemandView;
  reload: () => void;
}

export interface TabOf {
  value: DemandTab;
  label: MessageId;
  /** Absent for the pages that the demand draws itself. */
  component: Component<TabProps> | null;
}

// A page stands here from the day its component exists.
const found = import.meta.glob(
  ["../court/CourtTab.svelte", "../counsel/CounselTab.svelte", "../letter/LettersTab.svelte", "../timeline/TimelineTab.svelte"],
  { eager: true, import: "default" },
) as Record<string, Component<TabProps>>;

const all: readonly { value: DemandTab; label: MessageId; path: string | null }[] = [
  { value: "facts", label: "demand-tab-facts", path: null },
  { value: "court", label: "demand-tab-court", path: "../court/CourtTab.svelte" },
  { value: "counsel", label: "demand-tab-counsel", path: "../counsel/CounselTab.svelte" },
  { value: "letters", label: "demand-tab-letters", path: "../letter/LettersTab.svelte" },
  { value: "files", label: "demand-tab-files", path: null },
  { value: "timeline", label: "demand-tab-timeline", path: "../timeline/TimelineTab.svelte" },
];

export const tabs: readonly TabOf[] = all
  .map(({ value, label, path }) => ({ value, label, component: path === null ? null : (found[path] ?? null), own: path === null }))
  .filter((one) => one.own || one.component !== null);

export function hasTab(tab: DemandTab): boolean {
  return tabs.some((one) => one.value === tab);
}
