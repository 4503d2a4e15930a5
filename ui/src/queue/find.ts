import type { Desk } from "../app/desk.svelte";
import type { PaletteItem } from "../parts/palette/items";
import { masked, veil } from "../parts/veil.svelte";
import { t } from "../text/text.svelte";

const SHOWN = 6;

/** Demands for the palette: a number, an account or a docket leads to its demand. */
export async function findDemands(desk: Desk, typed: string): Promise<PaletteItem[]> {
  const text = typed.trim();
  if (text.length < 2) return [];
  const page = await desk.host.call("queue", { view: "all", sort: "received", text, after: null, limit: SHOWN });
  return page.rows.map((row) => ({
    id: `demand-${row.demand}`,
    group: t("queue-title"),
    label: row.reference,
    place: [row.numbers, veil.on ? masked(row.firstTarget) : row.firstTarget].filter((one) => one !== "").join(" · "),
    // What matched in the register matches here: an official's name, a docket.
    words: [typed],
    run: () => void desk.navigation.go("demand", { id: row.demand }),
  }));
}
