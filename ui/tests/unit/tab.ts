import { tick, type Component } from "svelte";
import Inbox from "@lucide/svelte/icons/inbox";
import type { Screen } from "../../src/app/screen";
import type { DemandView, Role } from "../../src/host";
import { law, people, policy } from "./demand-fixtures";
import { sessionView, start, type Script, type Started } from "./scripted";

const done = { seq: "9", touched: [], again: false, reference: null };

/** Everything counsel may, and everything triage may, as the desk names it. */
export const MAY: Record<"counsel" | "triage", string[]> = {
  triage: ["assign", "addNote", "setHold", "recordWithdrawal", "retractWithdrawal", "joinDemand", "recordBounce", "setLetterAside"],
  counsel: [
    "assign", "addNote", "setHold", "recordWithdrawal", "retractWithdrawal", "joinDemand", "leaveProceeding", "recordBounce", "setLetterAside", "decideCells", "verifyPaper", "setPaperAside",
    "endProceeding", "approveLetter", "confirmNonDisclosureEnd", "resolveConflict", "returnToTriage",
  ],
};

/** One tab of a demand in the real window, over a scripted host. */
export async function openTab(
  component: unknown, view: DemandView, { script = {}, roles = ["counsel"], person = "p2" }: { script?: Script; roles?: Role[]; person?: string } = {},
): Promise<Started & { acts: () => Record<string, unknown>[] }> {
  const line = { id: "tab", label: "app-name", icon: Inbox, section: "views", order: 1, at: { view, reload: () => undefined } };
  const screen = { name: "tab", title: "app-name", component: component as Component, sidebar: [line] } as unknown as Screen;
  const started = await start([screen], {
    session: sessionView({ roles, person }), people, law, policy, act: done, timeline: [], pick_files: [], read_docket_number: ({ raw }) => ({ raw, parsed: null }), ...script,
  });
  await new Promise((ready) => setTimeout(ready, 0));
  await tick();
  return { ...started, acts: () => started.requests("act").map((one) => (one as { act: Record<string, unknown> }).act) };
}

/** Lets a dialog place its focus. */
export const settle = (ms = 60): Promise<void> => new Promise((ready) => setTimeout(ready, ms)).then(() => tick());
