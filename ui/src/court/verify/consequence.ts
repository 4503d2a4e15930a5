import type { DemandView, Effect, PrintedDate } from "../../host";
import { t } from "../../text/text.svelte";

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

export function consequence(view: DemandView, effects: readonly Effect[]): Consequence {
  const orders = effects.filter((one) => one.what === "produce");
  const some = (...whats: Effect["what"][]): boolean => effects.some((one) => whats.includes(one.what));
  const { headline } = view.compulsion;
  // A restraint standing, or a denial on record, beside a new order to produce; or the reverse.
  const against = orders.length > 0 && ["restrained", "conflictingOrders", "deniedOrQuashed"].includes(headline);
  const opposed = some("doNotProduce", "deny", "quash") && ["inForce", "conflictingOrders"].includes(headline);
  const dates = orders.flatMap((one) => one.complyBy ?? []).sort((a, b) => `${a.date}${a.time ?? ""}`.localeCompare(`${b.date}${b.time ?? ""}`));
  const cells = new Set(orders.flatMap((one) => (one.cells.type === "some" ? one.cells.cells.map((cell) => JSON.stringify(cell)) : [])));
  return {
    headlines: [...new Set(effects.map((one) => t(`court-then-${THEN[one.what]}`)))],
    complyBy: dates[0] ?? null,
    ordered: orders.length === 0 ? null : cells.size,
    mayConflict: against || opposed,
  };
}
