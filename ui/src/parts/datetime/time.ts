import { zones } from "./words";

/** What is left of a typed text after its time and zone were taken out of it. */
export interface TimeReading {
  rest: string;
  time: string | null;
  zone: string | null;
  /** "midnight" can be the start or the end of a day: we say which we took. */
  midnight: boolean;
  wrong: boolean;
}

const two = (value: number): string => String(value).padStart(2, "0");

const CLOCK = /(?:^|[\s,t@])(?:at |a las? |@ ?)?(\d{1,2})(?::(\d{2}))?(?::(\d{2}))? ?(a\.? ?m\.?|p\.? ?m\.?|h(?:rs?|oras)?)?(?=$|[\s,;)z])/g;

function clock(match: RegExpExecArray): { time: string | null; wrong: boolean } | null {
  const mark = match[4]?.replace(/[. ]/g, "") ?? "";
  if (match[2] === undefined && mark === "") return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (mark === "am" || mark === "pm") {
    if (hour < 1 || hour > 12) return { time: null, wrong: true };
    hour = (hour % 12) + (mark === "pm" ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || Number(match[3] ?? 0) > 59) return { time: null, wrong: true };
  return { time: `${two(hour)}:${two(minute)}`, wrong: false };
}

/** Takes a wall time and a zone name out of a plain (see `plain`) text. */
export function takeTime(text: string): TimeReading {
  let rest = text;
  let zone: string | null = null;
  const last = /(?:^|[\s\d])([a-z]{1,8})(?: time)?$/.exec(rest);
  const word = last?.[1];
  if (last !== null && word !== undefined && zones.has(word) && (word !== "z" || /\d:\d\dz$/.test(rest.replace(/ /g, "")))) {
    zone = zones.get(word) ?? null;
    rest = rest.slice(0, rest.length - last[0].length + (/^[\d]/.test(last[0]) ? 1 : 0)).trim();
  }
  for (const [name, time] of [["noon", "12:00"], ["mediodia", "12:00"], ["midnight", "00:00"], ["medianoche", "00:00"]] as const) {
    const found = new RegExp(`(?:,? ?(?:at|al?|a la) )?\\b${name}\\b`).exec(rest);
    if (found !== null) {
      return { rest: without(rest, found.index, found[0].length), time, zone, midnight: time === "00:00", wrong: false };
    }
  }
  CLOCK.lastIndex = 0;
  for (let match = CLOCK.exec(rest); match !== null; match = CLOCK.exec(rest)) {
    const reading = clock(match);
    if (reading !== null) {
      return { rest: without(rest, match.index, match[0].length), zone, midnight: false, ...reading };
    }
    CLOCK.lastIndex = match.index + 1;
  }
  return { rest, time: null, zone, midnight: false, wrong: false };
}

function without(text: string, from: number, length: number): string {
  return `${text.slice(0, from)} ${text.slice(from + length)}`.replace(/\s+/g, " ").replace(/^[ ,]+|[ ,]+$/g, "").trim();
}
