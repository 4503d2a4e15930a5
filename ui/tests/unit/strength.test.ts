import { describe, expect, test } from "vitest";
import { bits, common, LEAST, strength } from "../../src/session/strength";

describe("strength of a passphrase", () => {
  test.each([
    ["", "none"],
    ["seven77", "short"],
    ["password1234", "weak"],
    ["P4ssw0rd!2026", "weak"],
    ["aaaaaaaaaaaaaaaa", "weak"],
    ["horse horse horse horse horse", "weak"],
    ["12345678901234567890", "weak"],
    ["copper lantern north drift", "fair"],
    ["seven copper lanterns drift north", "good"],
    ["xK9$vQ2!mZp7", "good"],
  ] as const)("%j is %s", (text, level) => expect(strength(text)).toBe(level));

  test("a word more never makes it weaker, a repeated word adds nothing", () => {
    const text = "copper lantern";
    expect(bits(`${text} drift`)).toBeGreaterThan(bits(text));
    expect(bits(`${text} copper`)).toBe(bits(text));
  });

  test("letters beyond English count, and the least is counted in characters", () => {
    expect(strength("ñandú".padEnd(LEAST - 1, "é"))).toBe("short");
    expect(strength("ocho caños verdes cantan lejos")).toBe("good");
  });

  test("the beginnings that everybody tries are named", () => {
    expect(common("Contraseña de la oficina")).toBe(true);
    expect(common("copper lantern")).toBe(false);
  });
});
