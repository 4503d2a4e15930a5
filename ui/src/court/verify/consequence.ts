import { cellKey, cellsOf, covers } from "../../counsel/cells/cells";
import type { DemandView, Effect, PrintedDate } from "../../host";
import { t } from "../../text/text.svelte";
import { paperOf } from "../court-words";

/** What verifying will make the banner say, as far as this paper alone decides it. */
export interface Consequence {
  headlines: string[];
  complyBy: PrintedDate | null;
  /** Cells ordered by it; none when it orders no production. */
  ordered: number | null;
  /** Another order in force says otherwise. */
  mayConflict: boolean;
}

type Then = "inForce" | "restrained" | "stayed" | "deniedOrQuashed" | "reversedOrVacated" | "complied" | "lifted" | "same";

const THEN: Record<Effect["what"], Then> = {
  produce: "inForce", doNotProduce: "restrained", stay: "stayed", lift: "lifted", quash: "deniedOrQuashed", deny: "deniedOrQuashed",
  vacate: "reversedOrVacated", reverse: "reversedOrVacated", satisfied: "complied", silence: "same", pending: "same",
};

/** Effects that take an order's force away, wholly or for the time of a stay. */
const UNDOES: readonly Effect["what"][] = ["stay", "vacate", "reverse", "satisfied"];

const holdsBack = (what: Effect["what"]): boolean => what === "stay" || what === "doNotProduce";

/** True when it acts on a paper that holds production back: undoing a stay revives the order behind it. */
function revives(view: DemandView, effect: Effect): boolean {
  const paper = effect.actsOn === null ? undefined : paperOf(view, effect.actsOn);
  return paper !== undefined && UNDOES.includes(effect.what) && paper.effects.some((one) => holdsBack(one.what)) && !paper.effects.some((one) => one.what === "produce");
}

/** Cells that stay ordered when these effects have acted: those of other orders, and those that an effect does not cover. */
function left(view: DemandView, effects: readonly Effect[]): number {
  const cells = view.compulsion.inForce.flatMap((order) =>
    order.cells.filter((cell) => !effects.some((one) => UNDOES.includes(one.what) && (one.actsOn === null || one.actsOn === order.paper) && covers(one.cells, cell))),
  );
  return new Set(cells.map(cellKey)).size;
}

function headline(view: DemandView, effects: readonly Effect[], effect: Effect): string {
  if (revives(view, effect)) return t("court-then-lifted");
  const still = UNDOES.includes(effect.what) ? left(view, effects) : 0;
  return still > 0 ? t("court-then-part", { count: still, total: cellsOf(view).length }) : t(`court-then-${THEN[effect.what]}`);
}

export function consequence(view: DemandView, effects: readonly Effect[]): Consequence {
  const orders = effects.filter((one) => one.what === "produce");
  const some = (...whats: Effect["what"][]): boolean => effects.some((one) => whats.includes(one.what));
  const now = view.compulsion.headline;
  // A restraint standing, or a denial on record, beside a new order to produce; or the reverse.
  const against = orders.length > 0 && ["restrained", "conflictingOrders", "deniedOrQuashed"].includes(now);
  const opposed = some("doNotProduce", "deny", "quash") && ["inForce", "conflictingOrders"].includes(now);
  const dates = orders.flatMap((one) => one.complyBy ?? []).sort((a, b) => `${a.date}${a.time ?? ""}`.localeCompare(`${b.date}${b.time ?? ""}`));
  const ordered = new Set(orders.flatMap((one) => cellsOf(view).filter((cell) => covers(one.cells, cell)).map(cellKey)));
  return {
    headlines: [...new Set(effects.map((one) => headline(view, effects, one)))],
    complyBy: dates[0] ?? null,
    ordered: orders.length === 0 ? null : ordered.size,
    mayConflict: against || opposed,
  };
}
