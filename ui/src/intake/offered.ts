import { dateWords, timeWords } from "../text/format";
import { word } from "../fault/words";
import type { Category, Suggestion, SuggestedClass, Suggestions } from "../host";
import { emptyNumber, emptyTarget, type FormValues } from "../demand/facts/form.svelte";
import type { Offered } from "../paper/offers.svelte";

type Made = Omit<Offered<FormValues>, "page" | "places">;
type Value<T extends Suggestion["value"]["type"]> = Extract<Suggestion["value"], { type: T }>;

const NUMBERS = { subpoenaNumber: "Subpoena Number", caseNumber: "Case Number", fileNumber: "File Number" } as const;
const OFFICIALS = {
  issuingName: ["issuingOfficial", "name"], issuingTitle: ["issuingOfficial", "title"], issuingPhone: ["issuingOfficial", "contact"],
  contactName: ["pointOfContact", "name"], contactTitle: ["pointOfContact", "title"], contactAddress: ["pointOfContact", "contact"],
  contactPhone: ["pointOfContact", "contact"], contactEmail: ["pointOfContact", "contact"],
  serverName: ["server", "name"], serverTitle: ["server", "title"],
} as const;
const TEXTS = { recipient: "recipient", place: "returnPlace", purpose: "purpose", authority: "authority" } as const;

const words = (value: Suggestion["value"]): string | null =>
  value.type === "text" ? value.text : value.type === "lines" ? value.lines.join(", ") : null;
const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const joined = (before: string, more: string): string => (before.trim() === "" ? more : `${before.trim()}; ${more}`);

function number(label: string, text: string): Made {
  return {
    field: "numbers", text: `${label}: ${text}`, adds: true,
    taken: (form) => form.numbers.some((row) => same(row.value, text)),
    take: (form) => {
      const row = form.numbers.find((one) => one.value === "" && one.label === label) ?? form.numbers.find((one) => one.value === "");
      if (row === undefined) form.numbers.push({ ...emptyNumber(label), value: text });
      else Object.assign(row, { label, value: text });
    },
  };
}

function official([who, what]: readonly ["issuingOfficial" | "pointOfContact" | "server", "name" | "title" | "contact"], text: string): Made {
  const many = what === "contact";
  return {
    field: `${who}.${what}`, text, adds: many,
    taken: (form) => (many ? form[who][what].includes(text) : same(form[who][what], text)),
    take: (form) => (form[who][what] = many ? joined(form[who][what], text) : text),
  };
}

function plain(field: "recipient" | "returnPlace" | "purpose" | "authority", text: string): Made {
  const many = field === "authority";
  return {
    field, text, adds: many,
    taken: (form) => (many ? form[field].includes(text) : same(form[field], text)),
    take: (form) => (form[field] = many ? joined(form[field], text) : text),
  };
}

function date(field: "issued" | "returnDate", value: Value<"date">, time: string | null, zone: string): Made {
  const clock = field === "returnDate" ? (time?.slice(0, 5) ?? null) : null;
  return {
    field, text: [dateWords(value.date), clock === null ? "" : timeWords(clock)].join(" ").trim(),
    taken: (form) => form[field]?.date === value.date && (clock === null || form[field]?.time === clock),
    take: (form) => (form[field] = { date: value.date, time: clock, zone }),
  };
}

function identifier(value: Value<"identifier">): Made {
  return {
    field: "targets", text: value.value,
    taken: (form) => form.targets.some((row) => same(row.identifier, value.value)),
    take: (form) => {
      form.noTargetStated = false;
      const row = form.targets.find((one) => one.identifier.trim() === "");
      const kind = value.kind === "accountId" ? "accountNumber" : null;
      if (row === undefined) form.targets.push({ ...emptyTarget(), identifier: value.value, kind });
      else Object.assign(row, { identifier: value.value, kind });
    },
  };
}

function record(category: Category, text: string): Made {
  return {
    field: "records", text: `${word("category", category)}: ${text}`,
    taken: (form) => form.records[category]?.includes(text) ?? false,
    take: (form) => {
      const before = form.records[category]?.trim() ?? "";
      form.records[category] = before === "" ? text : `${before}\n${text}`;
    },
  };
}

function period(value: Value<"period">, zone: string): Made[] {
  const day = (on: string) => ({ date: on, time: null, zone });
  const one = (field: "periodFrom" | "periodTo", on: string): Made => ({
    field, text: dateWords(on), taken: (form) => form[field]?.date === on, take: (form) => (form[field] = day(on)),
  });
  return [one("periodFrom", value.from), ...(value.to === null ? [] : [one("periodTo", value.to)])];
}

function instrument(of: SuggestedClass, reasons: readonly string[]): Made[] {
  if (of.type !== "demand") return [];
  const text = [word("instrument", of.instrument), ...reasons].join(" · ");
  return [{ field: "instrument", text, taken: (form) => form.instrument === of.instrument, take: (form) => (form.instrument = of.instrument) }];
}

function made(one: Suggestion, all: Suggestions, zone: string): Made[] {
  const { field, value } = one;
  const text = words(value);
  if (text !== null) {
    if (field in NUMBERS) return [number(NUMBERS[field as keyof typeof NUMBERS], text)];
    if (field in OFFICIALS) return [official(OFFICIALS[field as keyof typeof OFFICIALS], text)];
    if (field in TEXTS) return [plain(TEXTS[field as keyof typeof TEXTS], text)];
  }
  switch (value.type) {
    case "date": {
      if (field === "issued") return [date("issued", value, null, zone)];
      const times = all.fields.filter((other) => other.field === "returnTime" && other.value.type === "time");
      const time = times[0]?.value.type === "time" ? times[0].value.time : null;
      return field === "returnDate" ? [date("returnDate", value, time, zone)] : [];
    }
    case "identifier": return [identifier(value)];
    case "record": return value.category === null ? [] : [record(value.category, value.text)];
    case "period": return period(value, zone);
    case "component":
      return [{ field: "component", text: word("component", value.component), taken: (form) => form.component === value.component, take: (form) => (form.component = value.component) }];
    case "ticked":
      return field === "rider" && value.ticked ? [{ field: "rider", text: one.quote, taken: (form) => form.rider, take: (form) => (form.rider = true) }] : [];
    case "nonDisclosure":
      // Only a court's order silences, and only counsel says that one does: of the paper's own words a request is offered.
      return value.standing === "ordered" ? [] : [{
        field: "nonDisclosure", text: one.quote,
        taken: (form) => form.nonDisclosure.type !== "none",
        take: (form) => (form.nonDisclosure = value.standing === "requested" ? { type: "requested" } : { type: "asserted", basis: one.quote }),
      }];
    default: return [];
  }
}

/** Everything read from a paper that a field of the form can take, in the order of the suggestions. */
export function offeredBy(all: Suggestions, zone: string): Offered<FormValues>[] {
  const kind = all.class;
  const places = kind?.reasons[0]?.places ?? [];
  const first = kind === null ? [] : instrument(kind.class, kind.reasons.slice(0, 2).map((one) => `“${one.quote}”`));
  const rest = all.fields.flatMap((one) => made(one, all, zone).map((found) => ({ ...found, from: one.places })));
  return [...first.map((found) => ({ ...found, from: places })), ...rest].map(({ from, ...found }) => ({
    ...found, page: from[0]?.page ?? 0, places: from.filter((one) => one.page === (from[0]?.page ?? 0)).flatMap((one) => one.rects),
  }));
}
