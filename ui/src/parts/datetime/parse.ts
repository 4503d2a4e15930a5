import { CalendarDate } from "@internationalized/date";
import { takeTime } from "./time";
import { months, plain, weekdays } from "./words";

/** What a text is read against. Nothing here asks the clock. */
export interface ReadingFrame {
  /** Today where the person sits. */
  today: CalendarDate;
  /** A date typed without a year: the coming one, the past one, or the nearest. */
  lean: "future" | "past" | "nearest";
  /** Days that are not business days, beside Saturday and Sunday ("2026-11-26"). */
  holidays: ReadonlySet<string>;
  /** Read 3/12 as 3 December instead of 12 March. Papers of US agencies put the month first. */
  dayFirst: boolean;
}

/** The text was understood. */
export interface Understood {
  type: "date";
  date: CalendarDate;
  time: string | null;
  zone: string | null;
  /** Both numbers could be the month: the other reading, to be offered. */
  other: CalendarDate | null;
  /** The weekday in the text is not the weekday of the date. */
  weekdayDiffers: boolean;
  midnight: boolean;
}

/** The text was not understood, and why. */
export interface NotUnderstood {
  type: "problem";
  problem: "empty" | "unknown" | "noSuchDay" | "noSuchTime";
}

export type Reading = Understood | NotUnderstood;

const NO_SUCH_DAY: NotUnderstood = { type: "problem", problem: "noSuchDay" };
const UNKNOWN: NotUnderstood = { type: "problem", problem: "unknown" };

/** A real day of the calendar, or null: CalendarDate would push 31 June to 30 June. */
function day(year: number, month: number, dayOfMonth: number): CalendarDate | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  const date = new CalendarDate(year, month, dayOfMonth);
  return date.day === dayOfMonth && date.month === month ? date : null;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function weekdayOf(date: CalendarDate): number {
  return date.toDate("UTC").getUTCDay();
}

function distance(a: CalendarDate, b: CalendarDate): number {
  return a.compare(b);
}

function nearYear(month: number, dayOfMonth: number, frame: ReadingFrame): CalendarDate | null {
  const years = [-1, 0, 1, 2, 3, 4].map((step) => frame.today.year + step);
  const days = years.flatMap((year) => day(year, month, dayOfMonth) ?? []);
  if (frame.lean === "future") return days.find((one) => distance(one, frame.today) >= 0) ?? null;
  if (frame.lean === "past") return days.filter((one) => distance(one, frame.today) <= 0).pop() ?? null;
  const far = (one: CalendarDate): number => Math.abs(distance(one, frame.today));
  return days.sort((a, b) => far(a) - far(b))[0] ?? null;
}

/** Whole business days from a day; weekends and the frame's holidays do not count. */
export function addBusinessDays(from: CalendarDate, days: number, holidays: ReadonlySet<string>): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    date = date.add({ days: step });
    const weekday = weekdayOf(date);
    if (weekday !== 0 && weekday !== 6 && !holidays.has(date.toString())) left -= 1;
  }
  return date;
}

const STEP = /^(?:in |en |dentro de )?([+-]?) ?(\d{1,4}) ?(bd|business days?|dh|dias? habil(?:es)?|d|days?|dias?|w|weeks?|semanas?|m|months?|mes(?:es)?|y|years?|anos?)?( ago)?$/;

function relative(text: string, frame: ReadingFrame): CalendarDate | null {
  if (/^(t|today|hoy)$/.test(text)) return frame.today;
  if (/^(tomorrow|tmr|tmrw|manana)$/.test(text)) return frame.today.add({ days: 1 });
  if (/^(yesterday|yday|ayer)$/.test(text)) return frame.today.add({ days: -1 });
  const match = STEP.exec(text.replace(/^hace (.*)$/, "$1 ago"));
  if (match === null) return null;
  const [, sign, digits, unit, ago] = match;
  if (sign === "" && unit === undefined) return null;
  const back = sign === "-" || ago !== undefined;
  const count = Number(digits) * (back ? -1 : 1);
  if (unit === undefined || /^d($|ay|ia)/.test(unit)) {
    return unit !== undefined && /habil/.test(unit) ? addBusinessDays(frame.today, count, frame.holidays) : frame.today.add({ days: count });
  }
  if (/^(b|dh)/.test(unit)) return addBusinessDays(frame.today, count, frame.holidays);
  if (/^(w|s)/.test(unit)) return frame.today.add({ weeks: count });
  return /^m/.test(unit) ? frame.today.add({ months: count }) : frame.today.add({ years: count });
}

/** "thu" is the coming Thursday; English "next thu" is Thursday of next week, Spanish "próximo jueves" the coming one. */
function byWeekday(text: string, frame: ReadingFrame): CalendarDate | null {
  const match = /^(?:(next|this|last|proximo|este|el|pasado|el proximo|on) )?([a-z]+)(?: (que viene|pasado|proximo))?$/.exec(text);
  const weekday = weekdays.get(match?.[2] ?? "");
  if (match === null || weekday === undefined) return null;
  const now = weekdayOf(frame.today);
  const ahead = (weekday - now + 7) % 7;
  if (match[1] === "last" || match[1] === "pasado" || match[3] === "pasado") {
    return frame.today.add({ days: -((now - weekday + 7) % 7 || 7) });
  }
  if (match[1] === "next") {
    const monday = frame.today.add({ days: -((now + 6) % 7) });
    return monday.add({ days: 7 + ((weekday + 6) % 7) });
  }
  if (match[1] === undefined && frame.lean === "past") {
    return frame.today.add({ days: -((now - weekday + 7) % 7) });
  }
  return frame.today.add({ days: ahead === 0 && match[1] !== "this" && match[1] !== "este" ? 7 : ahead });
}

interface Numbers {
  date: CalendarDate | null;
  other: CalendarDate | null;
}

function byNumbers(text: string, frame: ReadingFrame): Numbers | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso !== null) return { date: day(Number(iso[1]), Number(iso[2]), Number(iso[3])), other: null };
  const match = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/.exec(text);
  if (match === null) return null;
  const dayFirst = frame.dayFirst || match[2] === ".";
  const [a, b] = [Number(match[1]), Number(match[3])];
  const build = (month: number, dayOfMonth: number): CalendarDate | null =>
    match[4] === undefined ? nearYear(month, dayOfMonth, frame) : day(fullYear(match[4]), month, dayOfMonth);
  const first = dayFirst ? build(b, a) : build(a, b);
  const second = dayFirst ? build(a, b) : build(b, a);
  if (first === null) return { date: second, other: null };
  return { date: first, other: a === b || match[2] === "." ? null : second };
}

function byMonthName(text: string, frame: ReadingFrame): CalendarDate | null | undefined {
  const words = text.replace(/\b(de|del|of|the|el)\b/g, " ").replace(/[,.]/g, " ").replace(/(\d)(st|nd|rd|th|o)\b/g, "$1");
  const match =
    /^\s*(\d{1,2})[\s-]*([a-z]+)(?:[\s-]+'?(\d{4}|\d{2}))?\s*$/.exec(words) ??
    /^\s*()([a-z]+)[\s-]*(\d{1,2})(?:\s+'?(\d{4}|\d{2}))?\s*$/.exec(words);
  const month = months.get(match?.[2] ?? "");
  if (match === null || month === undefined) return undefined;
  const monthFirst = match[1] === "";
  const dayOfMonth = Number(monthFirst ? match[3] : match[1]);
  const year = monthFirst ? match[4] : match[3];
  return year === undefined ? nearYear(month, dayOfMonth, frame) : day(fullYear(year), month, dayOfMonth);
}

/** Reads a typed date with an optional time and zone: "3 Dec 2026 5pm PT", "12/3", "next thu", "+10bd", "t". */
export function read(typed: string, frame: ReadingFrame): Reading {
  const text = plain(typed);
  if (text === "") return { type: "problem", problem: "empty" };
  const { rest, time, zone, midnight, wrong } = takeTime(text.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, "$1 "));
  if (wrong) return { type: "problem", problem: "noSuchTime" };
  const done = (date: CalendarDate, more: Partial<Understood> = {}): Reading => ({
    type: "date", date, time, zone, midnight, other: null, weekdayDiffers: false, ...more,
  });

  const spoken = rest === "" && time !== null ? frame.today : (relative(rest, frame) ?? byWeekday(rest, frame));
  if (spoken !== null) return done(spoken);

  const head = /^([a-z]+)[,.]? +(.+)$/.exec(rest);
  const named = weekdays.get(head?.[1] ?? "") ?? (head?.[1] === "mar" && /^\d+ ?(de )?[a-z]/.test(head[2] ?? "") ? 2 : undefined);
  const body = named === undefined ? rest : (head?.[2] ?? rest);
  const differs = (date: CalendarDate): boolean => named !== undefined && weekdayOf(date) !== named;

  const numbers = byNumbers(body, frame);
  if (numbers !== null) {
    if (numbers.date === null) return NO_SUCH_DAY;
    // A weekday in the text settles which number is the month.
    if (numbers.other !== null && differs(numbers.date) && !differs(numbers.other)) return done(numbers.other);
    return done(numbers.date, { other: numbers.other, weekdayDiffers: differs(numbers.date) });
  }
  const byName = byMonthName(body, frame);
  if (byName === undefined) return UNKNOWN;
  return byName === null ? NO_SUCH_DAY : done(byName, { weekdayDiffers: differs(byName) });
}
