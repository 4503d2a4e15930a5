import type { Moment, PrintedDate } from "../../host";
import { fromInstant } from "../../parts/datetime/moment";
import { dateWords, momentWords, timeWords, zoneWords } from "../../text/format";

/** A printed date with its time and zone: "Thu 3 Dec 2026, 5:00 PM PST"; without a time only the day. */
export function printedWords(printed: PrintedDate): string {
  if (printed.time === null) return dateWords(printed.date);
  const noon = new Date(`${printed.date}T12:00:00Z`);
  return `${dateWords(printed.date)}, ${timeWords(printed.time)} ${zoneWords(printed.zone, noon)}`;
}

/** A moment in the zone in which it was said. */
export function saidWords(moment: Moment): string {
  return momentWords(moment.at, moment.zone);
}

/** The calendar day of an instant in a zone, written out. */
export function dayWords(instant: string, zone: string): string {
  return dateWords(fromInstant(instant, zone).date);
}
