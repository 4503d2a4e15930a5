import { fieldWord, word } from "../fault/words";
import { masked, veil } from "../parts/veil.svelte";
import { countWords, dateWords, momentWords, timeWords } from "../text/format";
import { languageWords } from "../letter/letter-words";
import { isMessage, say, t } from "../text/text.svelte";

/** What is needed to put ids into words. */
export interface Names {
  /** A person, a document, an account, a paper, a court: whatever has this id; undefined when nothing known has it. */
  name: (id: string) => string | undefined;
  zone: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const TIME = /^\d{2}:\d{2}:\d{2}$/;

// Fields whose texts are words of the wire, and the families of words they may come from. Everything else a person typed
// and is shown as they typed it.
const KEBAB: Record<string, readonly string[]> = {
  step: ["step"], role: ["role", "document-role"], roles: ["role"], category: ["category"], outcome: ["outcome"], instrument: ["instrument"],
  component: ["component"], channel: ["channel"], kind: ["target-kind"], point: ["order-point"],
};
const CAMEL: Record<string, readonly string[]> = {
  decision: ["counsel-decision"], result: ["court-result"], what: ["court-what"], place: ["court-place"], channel: ["letter-channel"], step: ["letter-step"],
  kind: ["court-paper-kind", "court-proceeding-kind", "letter-kind", "timeline-value"],
  type: ["timeline-value", "court-judge", "court-entered", "counsel-sign-kind"],
};

function wireWords(field: string, text: string): string | undefined {
  for (const family of KEBAB[field] ?? []) {
    const known = word(family, text);
    if (known !== text) return known;
  }
  for (const family of CAMEL[field] ?? []) {
    const id = `${family}-${text}`;
    if (isMessage(id)) return say(id);
  }
  return undefined;
}

function textWords(field: string, text: string, names: Names): string {
  if (text === "") return t("timeline-nothing");
  const wire = wireWords(field, text);
  if (wire !== undefined) return wire;
  if (ID.test(text)) return names.name(text) ?? text.slice(0, 8);
  if (field === "court") return names.name(text) ?? text;
  if (field === "language") return languageWords(text);
  if (field === "identifier" && veil.on) return masked(text);
  if (INSTANT.test(text)) return momentWords(text, names.zone);
  if (DAY.test(text)) return dateWords(text);
  if (TIME.test(text)) return timeWords(text.slice(0, 5));
  return DIGEST.test(text) ? `${text.slice(0, 12)}…` : text;
}

/** Nothing worth a word: left out inside a larger value. */
const empty = (value: unknown): boolean => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

// Who recorded it and when is said by the entry itself; the rest is for the machine.
const SILENT = new Set(["id", "version", "digest", "salt", "key", "parsed", "template", "textDigest", "by", "recorded", "demand", "letter"]);

// What a person asks first stands first; the wire sorts by letter.
const FIRST = ["type", "kind", "what", "title", "name", "decision", "result", "cells"];
const order = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

/** Cells account by account: "@river_lantern_88: Name, Address". */
function cellsWords(cells: readonly unknown[], names: Names): string {
  const accounts = new Map<string, string[]>();
  for (const cell of cells.filter(isObject)) {
    const account = typeof cell["target"] === "string" ? (names.name(cell["target"]) ?? cell["target"].slice(0, 8)) : t("court-no-account");
    accounts.set(account, [...(accounts.get(account) ?? []), valueWords("category", cell["category"], names)]);
  }
  return [...accounts].map(([account, records]) => t("court-cells-one", { account, records: records.join(", ") })).join("; ");
}

/** Shapes of the wire that read better as a phrase than as a list of fields. */
function phrase(value: Record<string, unknown>, names: Names): string | undefined {
  const { at, zone, date, type } = value;
  const keys = Object.keys(value);
  if (typeof at === "string" && typeof zone === "string" && keys.length === 2) return momentWords(at, zone);
  if (typeof date === "string" && "time" in value && "zone" in value) {
    return dateWords(date) + (typeof value["time"] === "string" ? `, ${timeWords(value["time"].slice(0, 5))}` : "");
  }
  if (type === "all" && keys.length === 1) return t("court-cells-all");
  if (type === "some" && Array.isArray(value["cells"])) return cellsWords(value["cells"], names);
  if (keys.length === 2 && "target" in value && "category" in value) return cellsWords([value], names);
  if (typeof value["label"] === "string" && typeof value["value"] === "string" && keys.length === 2) return `${value["label"]} ${value["value"]}`;
  return undefined;
}

function objectWords(value: Record<string, unknown>, names: Names): string {
  const said = phrase(value, names);
  if (said !== undefined) return said;
  const shown = Object.keys(value).filter((key) => !SILENT.has(key) && !(key === "document" && "name" in value) && !empty(value[key]) && value[key] !== false).sort((a, b) => order(a) - order(b));
  const bare = (key: string): boolean => ["type", "what", "cells", "kind", "decision"].includes(key);
  const parts = shown.map((key) => (bare(key) ? valueWords(key, value[key], names) : `${label(key)}: ${valueWords(key, value[key], names)}`));
  return parts.length === 0 ? t("timeline-nothing") : parts.join(", ");
}

/** Any value of the wire in words, by the field it stands in. */
export function valueWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined) return t("timeline-nothing");
  if (typeof value === "boolean") return t(value ? "timeline-yes" : "timeline-no");
  if (typeof value === "number") return countWords(value);
  if (typeof value === "string") return textWords(field, value, names);
  if (field === "points" && Array.isArray(value)) {
    return t("timeline-points", { holds: value.filter((one) => isObject(one) && one["holds"] === true).length, total: value.length });
  }
  if (Array.isArray(value)) return value.length === 0 ? t("timeline-nothing") : value.map((one) => valueWords(field, one, names)).join("; ");
  return isObject(value) ? objectWords(value, names) : String(value);
}

/** One step of a path in words; as it stands on the wire when nobody has given it a word. */
export function label(field: string): string {
  const id = `timeline-field-${field}`;
  return isMessage(id) ? say(id) : fieldWord(field);
}

/** The path of a change in words; raw when a step of it is not known. */
export function pathWords(path: string): string {
  const steps = path.split(".").filter((one, index) => !(index === 0 && one === "facts" && path.includes(".")));
  const words = steps.map(label);
  const raw = steps.some((one, index) => words[index] === one && !isMessage(`timeline-field-${one}`) && fieldWord(one) === one);
  return raw ? path : words.join(" › ");
}
