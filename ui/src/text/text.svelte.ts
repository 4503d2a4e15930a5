import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { MessageId, Messages } from "./ids.gen";
import type { Value } from "./value";

/** The languages the program speaks. */
export type LanguageCode = "en" | "es";
export const languages: readonly LanguageCode[] = ["en", "es"];

/** Each language's name in itself. */
export const languageNames: Record<LanguageCode, string> = { en: "English", es: "Español" };

/** The locale used for dates and numbers: staff of a company in the United States, in either language. */
export const locales: Record<LanguageCode, string> = { en: "en-US", es: "es-US" };

const files = import.meta.glob("./*/*.ftl", { query: "?raw", import: "default", eager: true }) as Record<string, string>;

const bundles = new Map<LanguageCode, FluentBundle>(
  languages.map((code) => {
    const bundle = new FluentBundle(locales[code], { useIsolating: false });
    for (const [path, source] of Object.entries(files)) {
      if (path.startsWith(`./${code}/`)) bundle.addResource(new FluentResource(source));
    }
    return [code, bundle];
  }),
);

class Language {
  /** The language on the screen. Everything drawn through `t` follows it. */
  current = $state<LanguageCode>("en");

  get locale(): string {
    return locales[this.current];
  }
}

export const language = new Language();

type Args<K extends MessageId> = keyof Messages[K] extends never ? [] : [Messages[K]];

// Right-to-left letters and the invisible marks that turn text round: such a value must not reorder our sentence.
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

// Marks that set a piece of text apart: written by number, so that no invisible mark stands in a source file.
const FIRST_STRONG = String.fromCharCode(0x2068);
const POP = String.fromCharCode(0x2069);

function safe(value: Value): Value {
  return typeof value === "string" && TURNS.test(value) ? FIRST_STRONG + value + POP : value;
}

/** One message in one language. A message that fails to format is a fault of ours and says its id, never nothing. */
export function sayIn(code: LanguageCode, id: MessageId, args: Record<string, Value> = {}): string {
  const bundle = bundles.get(code);
  const pattern = bundle?.getMessage(id)?.value;
  if (bundle === undefined || pattern === null || pattern === undefined) return id;
  const clean = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, safe(value)]));
  return bundle.formatPattern(pattern, clean, []);
}

/** The message in the language on the screen; a missing or extra value does not compile. */
export function t<K extends MessageId>(id: K, ...args: Args<K>): string {
  return sayIn(language.current, id, args[0] as Record<string, Value> | undefined);
}

/** As `t`, for an id that is only known while running (faults, problems, generated lists). */
export function say(id: MessageId, args: Record<string, Value> = {}): string {
  return sayIn(language.current, id, args);
}

/** True when the text files have this id; for ids built from data. */
export function isMessage(id: string): id is MessageId {
  return bundles.get("en")?.hasMessage(id) ?? false;
}

/** The message in every language, for search that must work in both. */
export function inEveryLanguage(id: MessageId): string[] {
  return languages.map((code) => sayIn(code, id));
}
