import { describe, expect, test } from "vitest";
import { sources } from "./files";

const components = sources(".svelte");

describe("what the content policy and the house rules refuse", () => {
  test.each(components.map((one) => [one.path, one.text] as const))("%s has no inline style and no raw markup", (_path, text) => {
    const markup = text.replace(/<style>[\s\S]*<\/style>/, "").replace(/<script[\s\S]*?<\/script>/g, "");
    expect(markup).not.toMatch(/\sstyle=/);
    expect(markup).not.toContain("{@html");
    // A style directive with a constant becomes an attribute in the template.
    expect(markup).not.toMatch(/\sstyle:[\w-]+="[^"{]*"/);
  });

  test("text is never dimmed by opacity", () => {
    for (const { path, text } of [...components, ...sources(".css")]) expect(text, path).not.toMatch(/[^-]opacity\s*:/);
  });

  test("no component is longer than 350 lines", () => {
    for (const { path, text } of sources(".svelte", ".ts")) {
      if (!path.endsWith(".gen.ts")) expect(text.split("\n").length, path).toBeLessThanOrEqual(351);
    }
  });

  test("words that are not used appear in no text", () => {
    const banned = /compliance not compelled|no obligation|\binvalid\b|\bignore\b|no order exists|sin obligación|no hay obligación/i;
    for (const { path, text } of sources(".ftl")) expect(text, path).not.toMatch(banned);
  });
});
