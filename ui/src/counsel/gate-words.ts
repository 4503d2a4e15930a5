import { closedWords } from "../fault/words";
import type { Basis, Cell, Closed, DemandView, Fault, Gate } from "../host";
import { paperOf, paperWords } from "../court/court-words";
import { t } from "../text/text.svelte";
import { cellKey, cellWords } from "./cells/cells";

export function basisWords(view: DemandView, basis: Basis): string {
  if (basis.type !== "enforcementOrder") return t(`counsel-basis-${basis.type}`);
  const paper = paperOf(view, basis.paper);
  return t("counsel-basis-enforcementOrder", { paper: paper === undefined ? basis.paper.slice(0, 8) : paperWords(paper) });
}

export const wouldOpen = (reason: Closed): string => t(`counsel-would-${reason.type}`);

export const gateOf = (view: DemandView, cell: Cell): Gate | undefined =>
  view.gates.find((one) => cellKey(one.cell) === cellKey(cell))?.gate;

export const isOpen = (view: DemandView, cell: Cell): boolean => gateOf(view, cell)?.type === "open";

/** Cells with the same answer stand together. */
export function gateGroups(view: DemandView): { gate: Gate; cells: Cell[] }[] {
  const groups = new Map<string, { gate: Gate; cells: Cell[] }>();
  for (const { cell, gate } of view.gates) {
    const id = JSON.stringify(gate);
    const group = groups.get(id) ?? { gate, cells: [] };
    group.cells.push(cell);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** Why a disclosure was refused, cell by cell with the accounts named; the common words for everything else. */
export function refusedCells(view: DemandView, fault: Fault | null, zone: string): string[] {
  if (fault?.type !== "refused") return [];
  const points = fault.problems.flatMap((problem) => {
    if (problem.type === "gateClosed") {
      const reasons = problem.reasons.map((one) => closedWords(one, zone)).join("; ");
      return [t("counsel-refused-gate", { cell: cellWords(view, problem.cell), reasons })];
    }
    return problem.type === "notDecided" ? [t("counsel-refused-decision", { cell: cellWords(view, problem.cell) })] : [];
  });
  // Only when all of it is about cells: the common words lose nothing else then.
  return points.length === fault.problems.length ? points : [];
}
