/** Words of a typed date, English and Spanish together: staff type either, whatever the screen speaks. */

/** Letters without accents, lower case, single blanks: what the reader compares. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[\u00a0\u202f\s]+/g, " ")
    .trim();
}

function table(rows: string[]): Map<string, number> {
  const map = new Map<string, number>();
  rows.forEach((row, index) => row.split(" ").forEach((word) => map.set(word, index)));
  return map;
}

/** Month word → 1…12. */
export const months = new Map(
  [
    ...table([
      "january jan enero ene",
      "february feb febrero",
      "march mar marzo",
      "april apr abril abr",
      "may mayo",
      "june jun junio",
      "july jul julio",
      "august aug agosto ago",
      "september sep sept septiembre setiembre",
      "october oct octubre",
      "november nov noviembre",
      "december dec diciembre dic",
    ]),
  ].map(([word, index]) => [word, index + 1]),
);

/** Weekday word → 0 (Sunday) … 6. "mar" is a month and never read as martes alone. */
export const weekdays = table([
  "sunday sun domingo dom",
  "monday mon lunes lun",
  "tuesday tue tues martes",
  "wednesday wed miercoles mie",
  "thursday thu thur thurs jueves jue",
  "friday fri viernes vie",
  "saturday sat sabado sab",
]);

/** Zone word → IANA zone. A standard or daylight name means the place: the clock on the wall decides which is in force. */
export const zones = new Map<string, string>([
  ...["et", "est", "edt", "eastern"].map((word) => [word, "America/New_York"] as const),
  ...["ct", "cst", "cdt", "central"].map((word) => [word, "America/Chicago"] as const),
  ...["mt", "mst", "mdt", "mountain"].map((word) => [word, "America/Denver"] as const),
  ...["pt", "pst", "pdt", "pacific"].map((word) => [word, "America/Los_Angeles"] as const),
  ...["akt", "akst", "akdt", "alaska"].map((word) => [word, "America/Anchorage"] as const),
  ...["ht", "hst", "hawaii"].map((word) => [word, "Pacific/Honolulu"] as const),
  ...["ast", "atlantic"].map((word) => [word, "America/Puerto_Rico"] as const),
  ...["utc", "gmt", "z"].map((word) => [word, "UTC"] as const),
]);

/** Zones offered in the list: those of the district courts, then UTC. */
export const offeredZones: readonly string[] = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "America/St_Thomas",
  "Pacific/Guam",
  "Pacific/Saipan",
  "UTC",
];
