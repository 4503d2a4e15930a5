import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { businessDaysBetween, federalHolidays } from "../../src/demand/days";
import { dueOf, shortDay } from "../../src/demand/due";
import { language } from "../../src/text/text.svelte";
import { SRC } from "./files";

const holidays = federalHolidays(2026, 2);
const frame = { now: "2026-11-23T18:00:00Z", zone: "America/Los_Angeles", holidays };

/** The day of a rule of `holidays.toml`, without observance. */
function ruleDay(rule: string, year: number): Date {
  const number = (name: string): number => Number(new RegExp(`\\b${name} = (\\d+)`).exec(rule)?.[1]);
  const month = number("month");
  if (rule.includes('"fixed"')) return new Date(Date.UTC(year, month - 1, number("day")));
  const weekday = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"].indexOf(/weekday = "(\w+)"/.exec(rule)?.[1] ?? "");
  const days = [...Array(31).keys()].map((day) => new Date(Date.UTC(year, month - 1, day + 1))).filter((one) => one.getUTCMonth() === month - 1 && one.getUTCDay() === weekday);
  const found = rule.includes('"last"') ? days[days.length - 1] : days[number("nth") - 1];
  if (found === undefined) throw new Error(rule);
  return found;
}

describe("business days for planning", () => {
  test("the holidays are those of the domain's own table, by the same rules", () => {
    const toml = readFileSync(join(SRC, "../../src-tauri/crates/matter/data/holidays.toml"), "utf8");
    const rules = [...toml.matchAll(/\[\[holiday\]\][^[]*?rule = (\{[^}]*\})/g)].map((found) => found[1] ?? "");
    expect(rules).toHaveLength(11);
    for (const year of [2025, 2026, 2027, 2028, 2032]) {
      const wanted = rules.map((rule) => {
        const day = ruleDay(rule, year);
        const shift = day.getUTCDay() === 6 ? -1 : day.getUTCDay() === 0 ? 1 : 0;
        return new Date(day.getTime() + shift * 86_400_000).toISOString().slice(0, 10);
      });
      expect([...federalHolidays(year, 1)].sort()).toEqual([...new Set(wanted)].sort());
    }
  });

  test.each([
    ["2026-11-23", "2026-12-03", 7], ["2026-11-23", "2026-11-23", 0], ["2026-11-23", "2026-11-24", 1], ["2026-11-25", "2026-11-27", 1],
    ["2026-11-20", "2026-11-23", 1], ["2026-11-21", "2026-11-22", 0], ["2026-11-23", "2026-11-20", -1], ["2026-11-23", "2026-11-21", -1], ["2026-11-30", "2026-11-25", -2],
  ])("from %s to %s: %i", (from, to, days) => {
    expect(businessDaysBetween(from, to, holidays)).toBe(days);
  });
});

describe("the badge of a date", () => {
  test("text first, both calendars in the long form", () => {
    const due = dueOf("2026-12-04T01:00:00Z", "America/Los_Angeles", frame);
    expect([due.badge, due.tone, due.day, due.late]).toEqual(["7 bd", "neutral", "Thu 3 Dec 2026", false]);
    expect(due.long).toMatch(/Thu 3 Dec 2026, 5:00 PM PST: 10 calendar days, 7 business days/);
  });

  test("tomorrow, today with its time, late", () => {
    expect(dueOf("2026-11-25T01:00:00Z", "America/Los_Angeles", frame)).toMatchObject({ badge: "tomorrow", tone: "warn" });
    expect(dueOf("2026-11-24T01:00:00Z", "America/Los_Angeles", frame)).toMatchObject({ badge: "today 5:00 PM", tone: "danger", late: false });
    expect(dueOf("2026-11-23T17:00:00Z", "America/Los_Angeles", frame)).toMatchObject({ badge: "late today", late: true });
    expect(dueOf("2026-11-19T17:00:00Z", "America/Los_Angeles", frame)).toMatchObject({ badge: "2 bd late", tone: "danger", late: true });
  });

  test("a day without a time is not late on that day", () => {
    expect(dueOf("2026-11-23T08:00:00Z", "America/Los_Angeles", frame)).toMatchObject({ badge: "today", late: false });
    expect(dueOf("2026-11-22T08:00:00Z", "America/Los_Angeles", frame)).toMatchObject({ badge: "1 bd late", late: true });
    expect(dueOf("2026-11-21T08:00:00Z", "America/Los_Angeles", { ...frame, now: "2026-11-22T20:00:00Z" })).toMatchObject({ badge: "1 day late", late: true });
  });

  test("a list leaves out only this year", () => {
    expect(shortDay("Thu 3 Dec 2026", "2026-11-23")).toBe("Thu 3 Dec");
    expect(shortDay("Mon 4 Jan 2027", "2026-11-23")).toBe("Mon 4 Jan 2027");
    language.current = "es";
    expect(dueOf("2026-11-25T01:00:00Z", "America/Los_Angeles", frame).badge).toBe("mañana");
  });
});
