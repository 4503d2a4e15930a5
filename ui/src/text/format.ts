import { language } from "./text.svelte";

/** A calendar day as "2026-12-03". */
export type IsoDate = string;
/** A wall time as "17:00". */
export type WallTime = string;

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language.locale + JSON.stringify(options);
  let found = cache.get(key);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(language.locale, options);
    cache.set(key, found);
  }
  return found;
}

function part(date: Date, options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes): string {
  const parts = formatter(options).formatToParts(date);
  return parts.find((one) => one.type === type)?.value.replace(/[.,]$/, "") ?? "";
}

function written(date: Date, zone: string): string {
  const all: Intl.DateTimeFormatOptions = {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zone,
  };
  return (["weekday", "day", "month", "year"] as const).map((type) => part(date, all, type)).join(" ");
}

/** A calendar day written out once and without doubt: "Thu 3 Dec 2026", "jue 3 dic 2026". Never 12/03. */
export function dateWords(date: IsoDate): string {
  return written(new Date(`${date}T12:00:00Z`), "UTC");
}

/** A wall time: "5:00 PM", "5:00 p.m.". */
export function timeWords(time: WallTime): string {
  const options: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", timeZone: "UTC" };
  return formatter(options).format(new Date(`2026-01-01T${time.slice(0, 5)}:00Z`)).replace(/[\u00a0\u202f]/g, " ");
}

/** The short name of a zone on a day: "PST" in December, "PDT" in July. */
export function zoneWords(zone: string, at: Date): string {
  return part(at, { timeZone: zone, timeZoneName: "short", hour: "numeric" }, "timeZoneName");
}

/** The zone on this computer. */
export function homeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** An instant (RFC 3339) as day, time and zone: "Thu 3 Dec 2026, 5:00 PM PST". `zone` is an IANA name. */
export function momentWords(instant: string, zone: string = homeZone()): string {
  const at = new Date(instant);
  const time = formatter({ hour: "numeric", minute: "2-digit", timeZone: zone }).format(at);
  return `${written(at, zone)}, ${time.replace(/[\u00a0\u202f]/g, " ")} ${zoneWords(zone, at)}`;
}

/** A number with the separators of the language. */
export function countWords(value: number): string {
  return new Intl.NumberFormat(language.locale).format(value);
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size of a file: "1.4 MB". */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < UNITS.length - 1) {
    value /= 1000;
    step += 1;
  }
  const options: Intl.NumberFormatOptions = {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  };
  return new Intl.NumberFormat(language.locale, options).format(value);
}
