import type { DateKind, DateLineKind } from "../host";
import { fromInstant } from "../parts/datetime/moment";
import { dateWords, momentWords, timeWords } from "../text/format";
import { t } from "../text/text.svelte";
import { businessDaysBetween, daysBetween } from "./days";
import { word } from "../fault/words";

/** A date as a badge: text first, the icon and the tone only confirm it. */
export interface Due {
  /** "7 bd", "tomorrow", "today 5:00 PM", "2 bd late". */
  badge: string;
  tone: "neutral" | "warn" | "danger";
  /** "Thu 3 Dec 2026" */
  day: string;
  /** Both calendars in words, for the tooltip and a screen reader. */
  long: string;
  late: boolean;
}

interface Frame {
  now: string;
  zone: string;
  holidays: ReadonlySet<string>;
}

/** The badge for an instant, read in the zone in which it was printed. */
export function dueOf(at: string, zone: string, frame: Frame): Due {
  const today = fromInstant(frame.now, zone).date;
  const wall = fromInstant(at, zone);
  const days = daysBetween(today, wall.date);
  const business = businessDaysBetween(today, wall.date, frame.holidays);
  const midnight = wall.time === null || wall.time === "00:00";
  const late = midnight ? days < 0 : Date.parse(at) < Date.parse(frame.now);
  const day = dateWords(wall.date);
  const long = t("due-long", { date: midnight ? day : momentWords(at, zone), days, business });
  const base = { day, long, late };
  if (late) {
    const by = Math.abs(business);
    return { ...base, badge: days === 0 ? t("due-late-today") : by === 0 ? t("due-late-days", { days: -days }) : t("due-late", { days: by }), tone: "danger" };
  }
  if (days === 0) return { ...base, badge: midnight ? t("due-today") : t("due-today-at", { time: timeWords(wall.time ?? "00:00") }), tone: "danger" };
  if (days === 1) return { ...base, badge: t("due-tomorrow"), tone: "warn" };
  return { ...base, badge: t("due-business", { days: business }), tone: business <= 2 ? "warn" : "neutral" };
}

/** A day as a list shows it: the year only where it is another one. The whole date stands in the tooltip and on the page. */
export function shortDay(day: string, today: string): string {
  const year = ` ${today.slice(0, 4)}`;
  return day.endsWith(year) ? day.slice(0, -year.length) : day;
}

/** What a date is, in a word: "return date". */
export function dateKindWord(kind: DateKind | DateLineKind): string {
  return word("date-kind", kind);
}
