import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SRC } from "./files";

const tokens = readFileSync(join(SRC, "styles/tokens.css"), "utf8");

function colours(name: string): { light: string; dark: string } {
  const pair = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(tokens);
  if (pair !== null) return { light: pair[1] ?? "", dark: pair[2] ?? "" };
  const one = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(tokens)?.[1];
  if (one === undefined) throw new Error(`tokens.css has no colour ${name}`);
  return { light: one, dark: one };
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function ratio(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5;
const EDGE = 3;

// [foreground, ground, least]
const pairs: [string, string, number][] = [
  ...["text", "text-2", "text-3"].flatMap((text) => ["bg", "panel", "sunken"].map((ground) => [text, ground, TEXT] as [string, string, number])),
  ["text", "accent-soft", TEXT], ["text-2", "accent-soft", TEXT], ["text-3", "accent-soft", TEXT],
  ["accent", "panel", TEXT], ["accent", "bg", TEXT], ["accent", "accent-soft", TEXT],
  ["on-accent", "accent", TEXT], ["on-accent", "accent-strong", TEXT],
  ["panel", "text", TEXT], ["panel", "danger", TEXT],
  ["danger", "panel", TEXT], ["danger", "bg", TEXT], ["danger", "danger-soft", TEXT], ["danger", "accent-soft", TEXT],
  ["ok", "panel", TEXT], ["ok", "ok-soft", TEXT],
  ["warn", "panel", TEXT], ["warn", "warn-soft", TEXT], ["warn", "accent-soft", TEXT],
  ...["slate", "amber", "plum", "stop", "struck", "open", "paper"].map((look) => [`${look}-text`, `${look}-bg`, TEXT] as [string, string, number]),
  ["slate-text", "panel", TEXT], ["slate-text", "accent-soft", TEXT], ["amber-text", "amber-hatch", TEXT],
  ["control-edge", "panel", EDGE], ["control-edge", "bg", EDGE],
  ["focus", "bg", EDGE], ["focus", "panel", EDGE], ["focus", "accent-soft", EDGE],
  ...["slate", "amber", "struck", "open", "paper"].map((look) => [`${look}-edge`, `${look}-bg`, EDGE] as [string, string, number]),
  ["plum-bg", "panel", EDGE], ["stop-bg", "panel", EDGE],
  ["page-text", "page", TEXT], ["page-text", "highlight", TEXT], ["highlight-edge", "page", EDGE],
];

describe("contrast", () => {
  test("the formula is the one of WCAG", () => {
    expect(ratio("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(ratio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  test.each(pairs)("%s on %s is at least %s", (fore, ground, least) => {
    for (const theme of ["light", "dark"] as const) {
      expect(ratio(colours(fore)[theme], colours(ground)[theme]), theme).toBeGreaterThanOrEqual(least);
    }
  });

  test("every look is a different grey from the page, or has a strong edge", () => {
    for (const look of ["plum", "stop"]) expect(ratio(colours(`${look}-bg`).light, colours("slate-bg").light)).toBeGreaterThan(7);
  });

  test("there is no green near the state of an order", () => {
    for (const look of ["slate", "amber", "plum", "stop", "struck", "open", "paper"]) {
      for (const role of ["text", "bg", "edge"]) {
        for (const hex of Object.values(colours(`${look}-${role}`))) {
          const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
          expect(g > r && g > b, `${look}-${role} ${hex}`).toBe(false);
        }
      }
    }
  });
});
