import { parseDate } from "@internationalized/date";
import { describe, expect, test } from "vitest";
import { earliestZone, fromInstant, toInstant, wallClock } from "../../src/parts/datetime/moment";
import { read, type ReadingFrame } from "../../src/parts/datetime/parse";
import { dateWords, timeWords } from "../../src/text/format";
import { language } from "../../src/text/text.svelte";

// Monday 23 November 2026; Thanksgiving is the 26th.
const frame: ReadingFrame = { today: parseDate("2026-11-23"), lean: "nearest", holidays: new Set(["2026-11-26"]), dayFirst: false };

function brief(typed: string, more: Partial<ReadingFrame> = {}): string {
  const found = read(typed, { ...frame, ...more });
  if (found.type === "problem") return found.problem;
  return [found.date.toString(), found.time, found.zone].filter((one) => one !== null).join(" ");
}

const DEC3 = "2026-12-03";

describe("written dates", () => {
  test.each([
    ["3 Dec 2026", DEC3], ["3 December 2026", DEC3], ["03 dec 26", DEC3], ["Dec 3, 2026", DEC3], ["December 3rd, 2026", DEC3],
    ["dec. 3 2026", DEC3], ["the 3rd of December 2026", DEC3], ["3-Dec-2026", DEC3], ["3dec2026", "unknown"], ["3 Dec", DEC3], ["Dec 3", DEC3],
    ["Thu 3 Dec 2026", DEC3], ["Thursday, December 3, 2026", DEC3], ["Sept 4 2026", "2026-09-04"], ["May 1 2027", "2027-05-01"],
    ["3 de diciembre de 2026", DEC3], ["3 dic 2026", DEC3], ["jueves 3 de diciembre", DEC3], ["1º de enero de 2027", "2027-01-01"],
    ["jue 3 dic 2026", DEC3], ["24 feb 2027", "2027-02-24"], ["DEC 3 2026", DEC3],
    ["mar 1 dic 2026", "2026-12-01"], ["12 mar 2027", "2027-03-12"],
  ])("%s", (typed, wanted) => expect(brief(typed)).toBe(wanted));
});

describe("numbers", () => {
  test.each([
    ["12/3", DEC3], ["12/3/26", DEC3], ["12/03/2026", DEC3], ["12-3-2026", DEC3], ["2026-12-03", DEC3], ["2026/12/3", DEC3],
    ["20261203", DEC3], ["3.12.2026", DEC3], ["25/12/2026", "2026-12-25"], ["13/13/2026", "noSuchDay"], ["2/30/2026", "noSuchDay"],
    ["2/29/2027", "noSuchDay"], ["2/29/2028", "2028-02-29"], ["0/5/2026", "noSuchDay"], ["2026-13-01", "noSuchDay"], ["1/2/99", "1999-01-02"],
    ["99", "unknown"], ["2026", "unknown"], ["12/3/202", "unknown"],
  ])("%s", (typed, wanted) => expect(brief(typed)).toBe(wanted));

  test("both readings are offered when both are possible, and the day can be put first", () => {
    const found = read("3/12/2026", frame);
    expect(found).toMatchObject({ type: "date" });
    if (found.type !== "date") return;
    expect(found.date.toString()).toBe("2026-03-12");
    expect(found.other?.toString()).toBe(DEC3);
    expect(brief("3/12/2026", { dayFirst: true })).toBe(DEC3);
  });

  test.each(["12/12/2026", "12/25/2026", "2026-03-12", "3.12.2026", "3 Dec 2026"])("%s has one reading", (typed) => {
    expect(read(typed, frame)).toMatchObject({ type: "date", other: null });
  });

  test("a weekday in the text settles which number is the month", () => {
    expect(brief("Thu 3/12/2026")).toBe("2026-03-12");
    expect(brief("Thu 4/12/2026")).toBe("2026-04-12");
    expect(brief("Fri 4/12/2026")).toBe("2026-12-04");
    expect(read("Fri 3 Dec 2026", frame)).toMatchObject({ type: "date", weekdayDiffers: true });
    expect(read("Thu 3 Dec 2026", frame)).toMatchObject({ type: "date", weekdayDiffers: false });
  });
});

describe("a date without a year leans", () => {
  test.each([
    ["1/5", "nearest", "2027-01-05"], ["11/20", "nearest", "2026-11-20"], ["11/20", "future", "2027-11-20"], ["11/23", "future", "2026-11-23"],
    ["12/3", "past", "2025-12-03"], ["11/23", "past", "2026-11-23"], ["6/1", "nearest", "2026-06-01"], ["2/29", "future", "2028-02-29"],
    ["Jan 5", "past", "2026-01-05"],
  ] as const)("%s leaning to the %s", (typed, lean, wanted) => expect(brief(typed, { lean })).toBe(wanted));
});

describe("spoken dates", () => {
  test.each([
    ["t", "2026-11-23"], ["today", "2026-11-23"], ["hoy", "2026-11-23"], ["tomorrow", "2026-11-24"], ["mañana", "2026-11-24"],
    ["yesterday", "2026-11-22"], ["ayer", "2026-11-22"], ["T", "2026-11-23"], [" Today ", "2026-11-23"],
    ["+10", DEC3], ["+10d", DEC3], ["10 days", DEC3], ["in 10 days", DEC3], ["dentro de 10 días", DEC3], ["-3", "2026-11-20"], ["3 days ago", "2026-11-20"],
    ["hace 3 dias", "2026-11-20"], ["+2w", "2026-12-07"], ["2 semanas", "2026-12-07"], ["+1m", "2026-12-23"], ["1 year", "2027-11-23"],
    ["+1bd", "2026-11-24"], ["+3bd", "2026-11-27"], ["+10bd", "2026-12-08"], ["10 business days", "2026-12-08"], ["+10dh", "2026-12-08"],
    ["10 días hábiles", "2026-12-08"], ["-1bd", "2026-11-20"], ["+0bd", "2026-11-23"],
    ["thu", "2026-11-26"], ["Thursday", "2026-11-26"], ["this thu", "2026-11-26"], ["next thu", DEC3], ["next monday", "2026-11-30"],
    ["mon", "2026-11-30"], ["this mon", "2026-11-23"], ["last fri", "2026-11-20"], ["last monday", "2026-11-16"], ["sun", "2026-11-29"],
    ["next sun", "2026-12-06"], ["jueves", "2026-11-26"], ["próximo jueves", "2026-11-26"], ["el jueves", "2026-11-26"], ["viernes pasado", "2026-11-20"],
    ["10", "unknown"], ["soon", "unknown"], ["", "empty"], ["   ", "empty"], ["next", "unknown"], ["n/a", "unknown"], ["<script>", "unknown"],
  ])("%s", (typed, wanted) => expect(brief(typed)).toBe(wanted));

  test("without the holiday list only weekends are left out", () => {
    expect(brief("+3bd", { holidays: new Set() })).toBe("2026-11-26");
  });

  test("a weekday that leans to the past is the last one", () => {
    expect(brief("thu", { lean: "past" })).toBe("2026-11-19");
    expect(brief("mon", { lean: "past" })).toBe("2026-11-23");
  });
});

describe("times and zones", () => {
  test.each([
    ["3 Dec 2026 5pm", "2026-12-03 17:00"], ["Dec 3, 2026 at 5:00 PM", "2026-12-03 17:00"], ["12/3 5:30 p.m.", "2026-12-03 17:30"],
    ["12/3 17:00", "2026-12-03 17:00"], ["2026-12-03T17:00", "2026-12-03 17:00"], ["2026-12-03 17:00:30", "2026-12-03 17:00"],
    ["12/3 12am", "2026-12-03 00:00"], ["12/3 12pm", "2026-12-03 12:00"], ["12/3 noon", "2026-12-03 12:00"], ["12/3 at midnight", "2026-12-03 00:00"],
    ["thu 9am", "2026-11-26 09:00"], ["next thu 5pm PT", "2026-12-03 17:00 America/Los_Angeles"], ["+10bd 5pm", "2026-12-08 17:00"], ["t 5pm", "2026-11-23 17:00"],
    ["5pm", "2026-11-23 17:00"], ["3 Dec 2026 5pm PST", "2026-12-03 17:00 America/Los_Angeles"], ["3 Dec 2026 5 p.m. EST", "2026-12-03 17:00 America/New_York"],
    ["3 Dec 2026 17:00 Central Time", "2026-12-03 17:00 America/Chicago"], ["2026-12-03T17:00Z", "2026-12-03 17:00 UTC"], ["12/3 17:00 UTC", "2026-12-03 17:00 UTC"],
    ["3 de diciembre de 2026 a las 17:00", "2026-12-03 17:00"], ["3 dic 2026, 5:00 p. m.", "2026-12-03 17:00"], ["3 dic 17h", "2026-12-03 17:00"],
    ["3 dic mediodía", "2026-12-03 12:00"], ["12/3 25:00", "noSuchTime"], ["12/3 13pm", "noSuchTime"], ["12/3 5:75pm", "noSuchTime"],
    ["Dec 3 2026 MT", "2026-12-03 America/Denver"],
  ])("%s", (typed, wanted) => expect(brief(typed)).toBe(wanted));

  test("midnight is pointed out", () => {
    expect(read("12/3 midnight", frame)).toMatchObject({ midnight: true });
    expect(read("12/3 12am", frame)).toMatchObject({ midnight: false });
  });
});

test("what the box writes, the box reads, in both languages, every day of four years", () => {
  for (const code of ["en", "es"] as const) {
    language.current = code;
    for (let day = parseDate("2025-01-01"); day.year < 2029; day = day.add({ days: 1 })) {
      const typed = `${dateWords(day.toString())} ${timeWords("17:05")}`;
      const found = read(typed, frame);
      expect(found, typed).toMatchObject({ type: "date", time: "17:05", weekdayDiffers: false });
      if (found.type === "date") expect(found.date.toString(), typed).toBe(day.toString());
    }
  }
});

test("no text makes the reader throw", () => {
  const bits = ["12", "/", "3", "-", "dec", "thu", "+", "bd", "5", "pm", ":", " ", "2026", "next", "z", "mar", ".", ",", "m", "año", "\u202e", "99999999"];
  let seed = 7;
  for (let turn = 0; turn < 4000; turn += 1) {
    let text = "";
    for (let length = turn % 7; length >= 0; length -= 1) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      text += bits[seed % bits.length];
    }
    expect(() => read(text, frame), text).not.toThrow();
  }
});

describe("wall time and instant", () => {
  const at = (date: string, time: string | null, zone = "America/Los_Angeles") => ({ date, time, zone });

  test("a zone gives the instant, and back", () => {
    expect(toInstant(at(DEC3, "17:00"))).toBe("2026-12-04T01:00:00.000Z");
    expect(toInstant(at("2026-07-03", "17:00"))).toBe("2026-07-04T00:00:00.000Z");
    expect(toInstant(at(DEC3, null))).toBe("2026-12-03T08:00:00.000Z");
    expect(fromInstant("2026-12-04T01:00:00Z", "America/Los_Angeles")).toEqual(at(DEC3, "17:00"));
    expect(fromInstant("2026-12-04T05:00:00Z", "America/New_York")).toEqual(at("2026-12-04", "00:00", "America/New_York"));
  });

  test("a time that happens twice is the earlier; one that does not exist is said", () => {
    expect(wallClock(at("2026-11-01", "01:30"))).toBe("twice");
    expect(toInstant(at("2026-11-01", "01:30"))).toBe("2026-11-01T08:30:00.000Z");
    expect(wallClock(at("2027-03-14", "02:30"))).toBe("skipped");
    expect(wallClock(at("2026-11-01", "03:30"))).toBe("once");
    expect(wallClock(at("2027-03-14", "02:30", "America/Phoenix"))).toBe("once");
  });

  test("of a district's two zones the one whose day begins first is taken", () => {
    expect(earliestZone(["America/Los_Angeles", "America/Denver"], DEC3)).toBe("America/Denver");
    expect(earliestZone(["America/Phoenix", "America/Denver"], DEC3)).toBe("America/Phoenix");
    expect(earliestZone(["America/Phoenix", "America/Denver"], "2026-07-03")).toBe("America/Denver");
    expect(earliestZone([], DEC3)).toBeUndefined();
  });
});
