import { fieldWord, word } from "../fault/words";
import { masked, veil } from "../parts/veil.svelte";
import { countWords, dateWords, momentWords, timeWords } from "../text/format";
import { isMessage, languageNames, say, t, type LanguageCode } from "../text/text.svelte";

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

// Fields whose texts are words of the wire. Everything else a person typed, and is shown as they typed it.
const WIRE: Record<string, string> = {
  step: "step", role: "role", roles: "role", decision: "counsel-decision", category: "counsel-category", result: "court-result",
  what: "court-what", outcome: "value", instrument: "value", component: "value", channel: "value", type: "value", kind: "value", place: "court-place",
};

function wireWords(field: string, text: string): string | undefined {
  const prefix = WIRE[field];
  if (prefix === undefined) return undefined;
  if (prefix === "role" || prefix === "step") {
    const known = word(prefix, text);
    if (known !== text || prefix === "step") return known;
  }
  for (const id of [`${prefix}-${text}`, `timeline-value-${text}`, `court-paper-kind-${text}`, `court-proceeding-kind-${text}`, `court-judge-${text}`]) {
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
  if (field === "language" && text in languageNames) return languageNames[text as LanguageCode];
  if (field === "identifier" && veil.on) return masked(text);
  if (INSTANT.test(text)) return momentWords(text, names.zone);
  if (DAY.test(text)) return dateWords(text);
  if (TIME.test(text)) return timeWords(text.slice(0, 5));
  return DIGEST.test(text) ? `${text.slice(0, 12)}…` : text;
}

/** Nothing worth a word: left out inside a larger value. */
const empty = (value: unknown): boolean => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

const SILENT = new Set(["id", "version", "digest", "salt", "key", "parsed", "template", "textDigest"]);

function objectWords(value: Record<string, unknown>, names: Names): string {
  const { at, zone, date } = value;
  const keys = Object.keys(value);
  if (typeof at === "string" && typeof zone === "string" && keys.length === 2) return momentWords(at, zone);
  if (typeof date === "string" && "time" in value && "zone" in value) {
    const time = typeof value["time"] === "string" ? `, ${timeWords(value["time"].slice(0, 5))}` : "";
    return dateWords(date) + time;
  }
  if (keys.length === 2 && "target" in value && "category" in value) {
    const account = typeof value["target"] === "string" ? (names.name(value["target"]) ?? "") : t("court-no-account");
    return `${account}: ${valueWords("category", value["category"], names)}`;
  }
  if (typeof value["label"] === "string" && typeof value["value"] === "string" && keys.length === 2) return `${value["label"]} ${value["value"]}`;
  const shown = keys.filter((key) => !SILENT.has(key) && !empty(value[key]) && value[key] !== false);
  const parts = shown.map((key) => (key === "type" ? valueWords(key, value[key], names) : `${label(key)}: ${valueWords(key, value[key], names)}`));
  return parts.length === 0 ? t("timeline-nothing") : parts.join(", ");
}

/** Any value of the wire in words, by the field it stands in. */
export function valueWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined) return t("timeline-nothing");
  if (typeof value === "boolean") return t(value ? "timeline-yes" : "timeline-no");
  if (typeof value === "number") return countWords(value);
  if (typeof value === "string") return textWords(field, value, names);
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
