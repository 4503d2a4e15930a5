import { CalendarDateTime, Time, parseDate, parseTime, toZoned } from "@internationalized/date";

/** A day, perhaps a wall time, and the zone in which both are meant. */
export interface DateTimeZoneValue {
  /** "2026-12-03" */
  date: string;
  /** "17:00", or null when only the day is known. */
  time: string | null;
  /** IANA name. */
  zone: string;
}

/** What the clocks of the zone do at that wall time. */
export type WallClock = "once" | "skipped" | "twice";

function local(value: DateTimeZoneValue): CalendarDateTime {
  const date = parseDate(value.date);
  const time = value.time === null ? new Time(0, 0) : parseTime(value.time);
  return new CalendarDateTime(date.year, date.month, date.day, time.hour, time.minute);
}

/** Whether the wall time exists once, not at all (clocks go forward) or twice (clocks go back). */
export function wallClock(value: DateTimeZoneValue): WallClock {
  if (value.time === null) return "once";
  const wall = local(value);
  const earlier = toZoned(wall, value.zone, "earlier");
  const later = toZoned(wall, value.zone, "later");
  if (earlier.compare(later) === 0) return "once";
  return earlier.hour === wall.hour && earlier.minute === wall.minute ? "twice" : "skipped";
}

/** The instant as RFC 3339 in UTC. A wall time that exists twice is taken as the earlier: rounded against ourselves.
 *  Without a time it is the start of the day. */
export function toInstant(value: DateTimeZoneValue): string {
  return toZoned(local(value), value.zone, "earlier").toDate().toISOString();
}

/** Of some zones the one in which that day begins first; among equals the first named. */
export function earliestZone(zones: readonly string[], date: string): string | undefined {
  const begins = (zone: string): string => toInstant({ date, time: null, zone });
  return zones.reduce<string | undefined>((first, next) => (first === undefined || begins(next) < begins(first) ? next : first), undefined);
}

/** The wall time of an instant (RFC 3339) in a zone. */
export function fromInstant(instant: string, zone: string): DateTimeZoneValue {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const get = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return { date: `${get("year")}-${get("month")}-${get("day")}`, time: `${get("hour")}:${get("minute")}`, zone };
}
