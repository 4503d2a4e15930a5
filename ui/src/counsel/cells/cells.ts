import { word } from "../../fault/words";
import type { Category, Cell, Cells, DemandView, TargetId } from "../../host";
import { masked, veil } from "../../parts/veil.svelte";
import { t } from "../../text/text.svelte";

/** One text per cell, to compare and to remember chosen ones. */
export const cellKey = (cell: Cell): string => `${cell.target ?? ""}/${cell.category}`;

/** The cells of a demand: each account with each category of records, in the order of the paper. */
export const cellsOf = (view: DemandView): Cell[] => view.gates.map((one) => one.cell);

/** The accounts in order; null where the paper names none. */
export const targetsOf = (view: DemandView): (TargetId | null)[] => [...new Set(cellsOf(view).map((cell) => cell.target))];

export const categoriesOf = (view: DemandView): Category[] => [...new Set(cellsOf(view).map((cell) => cell.category))];

/** The identifier as the paper names it; masked in presentation mode. */
export function accountWords(view: DemandView, target: TargetId | null): string {
  const found = view.demand.facts?.targets.find((one) => one.id === target);
  if (found === undefined) return t("court-no-account");
  return veil.on ? masked(found.identifier) : found.identifier;
}

/** "(A) Name": with the letter of 18 U.S.C. § 2703(c)(2) where it has one. */
export function categoryWords(category: Category): string {
  const letter = word("category-letter", category);
  return /^[A-Z]$/.test(letter) ? `(${letter}) ${word("category", category)}` : word("category", category);
}

export const cellWords = (view: DemandView, cell: Cell): string =>
  t("court-cells-one", { account: accountWords(view, cell.target), records: categoryWords(cell.category) });

export const covers = (cells: Cells, cell: Cell): boolean =>
  cells.type === "all" || cells.cells.some((one) => cellKey(one) === cellKey(cell));

/** The cells named one by one. */
export function named(view: DemandView, chosen: ReadonlySet<string>): Cells {
  return { type: "some", cells: cellsOf(view).filter((cell) => chosen.has(cellKey(cell))) };
}

/** Some cells in words: "all accounts and records", or account by account. */
export function scopeWords(view: DemandView, cells: Cells): string {
  const all = cellsOf(view);
  const inside = all.filter((cell) => covers(cells, cell));
  if (cells.type === "all" || (inside.length === all.length && all.length > 1)) return t("court-cells-all");
  return targetsOf(view)
    .map((target) => ({ target, of: inside.filter((cell) => cell.target === target) }))
    .filter((one) => one.of.length > 0)
    .map(({ target, of }) => t("court-cells-one", { account: accountWords(view, target), records: of.map((cell) => categoryWords(cell.category)).join(", ") }))
    .join("; ");
}

/** How wide a form with the matrix of cells must be. */
export const matrixWidth = (view: DemandView): "wide" | "widest" => (categoriesOf(view).length > 3 ? "widest" : "wide");
