import { CalendarDate, parseDate } from "@internationalized/date";

/** The legal holidays of 5 U.S.C. § 6103(a) for planning badges, by the rules of matter's `holidays.toml` (a test compares
 *  them). A date that counts for a court is computed by the desk, never here. */
const FIXED: readonly [month: number, day: number][] = [[1, 1], [6, 19], [7, 4], [11, 11], [12, 25]];
/** Month, weekday (0 Sunday), which; 5 is the last. */
const NTH: readonly [month: number, weekday: number, nth: number][] = [
  [1, 1, 3], [2, 1, 3], [5, 1, 5], [9, 1, 1], [10, 1, 2], [11, 4, 4],
];

const weekdayOf = (date: CalendarDate): number => date.toDate("UTC").getUTCDay();

function nth(year: number, month: number, weekday: number, which: number): CalendarDate {
  const first = new CalendarDate(year, month, 1);
  const offset = (weekday - weekdayOf(first) + 7) % 7;
  const found = first.add({ days: offset + 7 * (which - 1) });
  return found.month === month ? found : found.subtract({ days: 7 });
}

/** Observed: Saturday's on Friday, Sunday's on Monday (E.O. 11582; § 6103(b)). */
function observed(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday === 6 ? date.subtract({ days: 1 }) : weekday === 0 ? date.add({ days: 1 }) : date;
}

/** The days off in `years` years from `from`, as ISO dates. */
export function federalHolidays(from: number, years: number): ReadonlySet<string> {
  const days = new Set<string>();
  for (let year = from; year < from + years; year += 1) {
    for (const [month, day] of FIXED) days.add(observed(new CalendarDate(year, month, day)).toString());
    for (const [month, weekday, which] of NTH) days.add(nth(year, month, weekday, which).toString());
  }
  return days;
}

/** Business days from one day to another: 0 for the same day, negative when it has passed. */
export function businessDaysBetween(from: string, to: string, holidays: ReadonlySet<string>): number {
  const end = parseDate(to);
  let day = parseDate(from);
  const step = end.compare(day) < 0 ? -1 : 1;
  let count = 0;
  while (day.compare(end) !== 0) {
    // Going back, a business day is lost when it is left; going on, when it is reached.
    const counted = step < 0 ? day : day.add({ days: 1 });
    const weekday = weekdayOf(counted);
    if (weekday !== 0 && weekday !== 6 && !holidays.has(counted.toString())) count += step;
    day = day.add({ days: step });
  }
  return count;
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return parseDate(to).compare(parseDate(from));
}
