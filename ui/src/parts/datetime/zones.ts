import { zoneWords } from "../../text/format";
import { say, isMessage } from "../../text/text.svelte";
import { offeredZones } from "./words";

/** A zone as it is called in the list: "Pacific (Los Angeles)", or the place when it has no name of ours. */
export function zoneLabel(zone: string): string {
  const id = `zone-${zone.replace(/[^A-Za-z]+/g, "-").toLowerCase()}`;
  return isMessage(id) ? say(id) : zone.replace(/_/g, " ");
}

/** The zones offered, with the value in use among them, each with its short name on that day. */
export function zoneOptions(used: string, at: Date): { value: string; label: string }[] {
  const all = offeredZones.includes(used) ? offeredZones : [used, ...offeredZones];
  return all.map((zone) => ({ value: zone, label: `${zoneLabel(zone)} · ${zoneWords(zone, at)}` }));
}
