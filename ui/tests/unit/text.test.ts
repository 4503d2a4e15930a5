import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare, LANGUAGES, readLanguage, survey, TEXT, typed } from "../../build/messages.mjs";
import { dateWords, momentWords, sizeWords, timeWords } from "../../src/text/format";
import { inEveryLanguage, isMessage, language, say, t } from "../../src/text/text.svelte";

describe("messages", () => {
  test("both languages have every message with the same values, and the typed ids are current", () => {
    const { faults, wanted, written } = survey();
    expect(faults).toEqual([]);
    expect(written).toBe(wanted);
  });

  test("a missing key and a differing value are found", () => {
    const first = new Map([["a", ["x"]], ["b", []]]);
    const second = new Map([["a", ["y"]], ["c", []]]);
    expect(compare(first, second, "en", "es")).toEqual([
      "es: a takes {y}, in en {x}", "es: b is missing (it is in en)", "en: c is missing (it is in es)",
    ]);
    expect(typed(first)).toContain('"a": { x: Value };');
  });

  test("both languages have the same files", () => {
    const [en, es] = LANGUAGES.map((name) => readdirSync(join(TEXT, name)).sort());
    expect(es).toEqual(en);
  });

  test("Spanish is Spanish: few messages are the same in both", () => {
    const same = [...readLanguage(join(TEXT, "en")).ids.keys()].filter((id) => isMessage(id) && new Set(inEveryLanguage(id)).size === 1);
    expect(same.length / readLanguage(join(TEXT, "en")).ids.size).toBeLessThan(0.12);
  });

  test("every message formats in both languages", () => {
    for (const code of ["en", "es"] as const) {
      language.current = code;
      for (const [id, args] of readLanguage(join(TEXT, "en")).ids) {
        if (!isMessage(id)) throw new Error(id);
        const text = say(id, Object.fromEntries(args.map((name) => [name, 2])));
        expect(text, id).not.toBe(id);
        expect(text, id).not.toMatch(/\{\$|\{ /);
      }
    }
  });

  test("Spanish files use Spanish marks", () => {
    for (const file of readdirSync(join(TEXT, "es"))) {
      const text = readFileSync(join(TEXT, "es", file), "utf8");
      expect(text, file).not.toMatch(/[“”]/);
      expect(text, file).not.toMatch(/^[a-z0-9-]+ = [^¿\n]*\?$/m);
    }
  });

  test("plurals", () => {
    expect(t("status-jobs", { running: 1 })).toBe("1 task running");
    language.current = "es";
    expect(t("status-jobs", { running: 3 })).toBe("3 tareas en curso");
  });

  test("a value that turns text round is set apart", () => {
    expect(t("list-open-row", { row: "abc" })).toBe("Open abc");
    expect(t("list-open-row", { row: "\u202egpj.exe" })).toBe("Open \u2068\u202egpj.exe\u2069");
  });
});

describe("dates and sizes in words", () => {
  test("English", () => {
    expect(dateWords("2026-12-03")).toBe("Thu 3 Dec 2026");
    expect(timeWords("17:00")).toBe("5:00 PM");
    expect(momentWords("2026-12-04T01:00:00Z", "America/Los_Angeles")).toBe("Thu 3 Dec 2026, 5:00 PM PST");
    expect(sizeWords(1_400_000)).toBe("1.4 MB");
    expect(sizeWords(0)).toBe("0 bytes");
  });

  test("Spanish has no slashes and no English", () => {
    language.current = "es";
    expect(dateWords("2026-12-03")).toBe("jue 3 dic 2026");
    expect(momentWords("2026-07-04T01:00:00Z", "America/New_York")).toMatch(/^vie 3 jul 2026, 9:00 p\. ?m\. /);
  });
});
