import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { sources } from "./files";

/** Tier → tiers it may import. Any folder not named here is a noun of the domain. */
const MAY: Record<string, string[]> = {
  styles: [],
  text: ["text"],
  host: ["host"],
  parts: ["parts", "text"],
  app: ["app", "parts", "text", "host"],
  noun: ["noun", "app", "parts", "text", "host"],
  views: ["views", "noun", "app", "parts", "text", "host"],
  main: ["main", "views", "noun", "app", "parts", "text", "host", "styles"],
};

function tier(path: string): string {
  const [first, ...rest] = path.split("/");
  // "host" is the folder's index; "main.ts" and "Root.svelte" stand at the top.
  if (rest.length === 0 && /\.(ts|svelte)$/.test(path)) return "main";
  return first !== undefined && first in MAY ? first : "noun";
}

function imports(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((found) => found[1] ?? "");
}

const files = sources(".ts", ".svelte");

describe("tiers", () => {
  test("there are files to look at", () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports('import a from "./b";\nimport { c } from "../d/e";')).toEqual(["./b", "../d/e"]);
  });

  test.each(files.map((one) => [one.path, one.text] as const))("%s imports only what its tier may", (path, text) => {
    for (const target of imports(text)) {
      if (target.startsWith("@tauri-apps")) expect(tier(path), target).toBe("host");
      if (!target.startsWith(".")) continue;
      const to = normalize(join(dirname(path), target));
      expect(MAY[tier(path)], `${path} → ${to}`).toContain(tier(to));
    }
  });

  test("a view does not import another view", () => {
    for (const { path, text } of files.filter((one) => tier(one.path) === "views")) {
      const own = path.split("/").slice(0, 2).join("/");
      for (const target of imports(text).filter((one) => one.startsWith("."))) {
        const to = normalize(join(dirname(path), target));
        if (tier(to) === "views") expect(to.startsWith(own), `${path} → ${to}`).toBe(true);
      }
    }
  });
});
