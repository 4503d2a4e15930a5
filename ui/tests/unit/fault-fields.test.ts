import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kebab } from "../../src/fault/kebab";
import { faultTypes, faultWords, fieldWord, problemTypes, problemWords } from "../../src/fault/words";
import type { Problem } from "../../src/host";
import { isMessage, language } from "../../src/text/text.svelte";
import { SRC } from "./files";

const crates = join(SRC, "../../src-tauri/crates");
const contract = readFileSync(join(SRC, "host/contract.gen.ts"), "utf8");

function rust(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return rust(path);
    return one.name.endsWith(".rs") ? [readFileSync(path, "utf8")] : [];
  });
}

/** Every field that a rule may name in a refusal, read from where the rules are written. */
function fields(): string[] {
  const found = ["matter/src", "desk/src"].flatMap((folder) => rust(join(crates, folder))).flatMap((text) => [
    ...text.matchAll(/Problem::\w+ \{\s*field: "([\w.]+)"/g),
    ...text.matchAll(/\bneed\(.*, "([\w.]+)"\)/g),
    ...text.matchAll(/\b(?:required|unknown|impossible|repeated)\("([\w.]+)"\)/g),
    ...text.matchAll(/asked\.knows\([^,]+, "([\w.]+)"\)/g),
    // Dates of a demand are checked from a list of (date, "field").
    ...text.matchAll(/^\s*\(facts\.[^"\n]*, "([\w.]+)"\),$/gm),
    ...text.matchAll(/Some\(\([^()]*(?:\(\))?, "([\w.]+)"\)\)/g),
  ]);
  return [...new Set(found.map((one) => one[1] ?? ""))].sort();
}

function tags(type: string): string[] {
  const declared = new RegExp(`export type ${type} = ([\\s\\S]*?);\\n`).exec(contract)?.[1] ?? "";
  // Comments lie between the variants; a tag stands only after "type".
  return [...declared.matchAll(/\{ "type": "(\w+)"/g)].map((one) => one[1] ?? "");
}

describe("the words of refusals are complete", () => {
  test("the table has exactly the faults and problems of the contract", () => {
    expect(tags("Fault").length).toBeGreaterThan(20);
    expect(tags("Fault").sort()).toEqual(Object.keys(faultTypes).sort());
    expect(tags("Problem").sort()).toEqual(Object.keys(problemTypes).sort());
  });

  test("rules were found to read", () => {
    expect(fields().length).toBeGreaterThan(25);
    expect(fields()).toContain("nonDisclosure.end");
  });

  test.each(fields())("the field %s has a word in both languages", (field) => {
    for (const code of ["en", "es"] as const) {
      language.current = code;
      expect(fieldWord(field)).not.toMatch(/[A-Z.]/);
    }
    // "searched" is no label; a word of ours differs from the wire or is a plain word in English.
    language.current = "es";
    expect(fieldWord(field)).not.toBe(field);
  });

  test.each(Object.keys(problemTypes))("a refusal for %s alone says what to do about it", (type) => {
    const problem = { type, roles: [], who: [], field: "name", step: "closed", point: "seal", reasons: [], role: "counsel", number: 1, flaw: "unreadable", most: 64 } as unknown as Problem;
    const alone = faultWords({ type: "refused", problems: [problem] });
    expect(isMessage(`problem-${kebab(type)}-todo`)).toBe(true);
    expect(alone.todo).not.toBe(faultWords({ type: "refused", problems: [problem, { type: "alreadyDone" }, { type: "notApproved" }] }).todo);
    expect(alone.safe).toContain("Nothing was changed");
  });

  test("a refusal names the field, not its name on the wire", () => {
    const problem: Problem = { type: "required", field: "nonDisclosure.court" };
    expect(problemWords(problem)).toContain("court of the order");
  });
});
