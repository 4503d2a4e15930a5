import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mayLines } from "../../src/people/may";
import { SRC } from "./files";

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Act → roles, read from the table the program asks. */
function rules(): Map<string, string[]> {
  const text = readFileSync(join(SRC, "../../src-tauri/crates/matter/src/people/may.rs"), "utf8");
  const found = new Map<string, string[]>();
  for (const [, acts = "", roles = ""] of text.matchAll(/((?:\|?\s*Act::\w+ \{ \.\. \}\s*)+)=> &\[([^\]]*)\]/g)) {
    const names = roles.split(",").map((one) => lower(one.trim())).sort();
    for (const [, act = ""] of acts.matchAll(/Act::(\w+)/g)) found.set(lower(act), names);
  }
  return found;
}

describe("who may do what", () => {
  test("says for every act exactly what the program decides by", () => {
    const shown = new Map(mayLines.flatMap((line) => line.acts.map((act) => [act as string, [...line.roles].sort()] as const)));
    expect(rules().size).toBeGreaterThan(30);
    expect(Object.fromEntries([...shown].sort())).toEqual(Object.fromEntries([...rules()].sort()));
  });
});
