import { render, screen } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import FaultView from "../../src/fault/FaultView.svelte";
import { kebab } from "../../src/fault/kebab";
import { faultTypes, faultWords, fieldErrors, problemTypes, problemWords } from "../../src/fault/words";
import { CallFault, faultOf, type Fault, type Problem } from "../../src/host";
import { isMessage, language } from "../../src/text/text.svelte";
import { SRC } from "./files";

const contract = readFileSync(join(SRC, "host/contract.gen.ts"), "utf8");

describe("faults in words", () => {
  test.each(Object.keys(faultTypes))("%s says what happened, what is safe and what to do", (type) => {
    for (const part of ["happened", "safe", "todo"]) expect(isMessage(`fault-${kebab(type)}-${part}`), part).toBe(true);
  });

  test.each(Object.keys(problemTypes))("problem %s has a sentence", (type) => expect(isMessage(`problem-${kebab(type)}`)).toBe(true));

  // Tags that come as texts of their own: read from the contract, so that a new one is missed here.
  test.each([["Role", "role"], ["Step", "step"], ["OrderPoint", "order-point"]])("every %s has a word", (type, prefix) => {
    const tags = [...(new RegExp(`export type ${type} = ([^;]+);`).exec(contract)?.[1] ?? "").matchAll(/"(\w+)"/g)].map((one) => one[1] ?? "");
    expect(tags.length).toBeGreaterThan(4);
    for (const tag of tags) expect(isMessage(`${prefix}-${kebab(tag)}`), tag).toBe(true);
  });

  test("every reason of a closed gate has a word", () => {
    const tags = [...(/export type Closed = ([\s\S]*?);\n/.exec(contract)?.[1] ?? "").matchAll(/"type": "(\w+)"/g)].map((one) => one[1] ?? "");
    expect(tags.length).toBeGreaterThan(8);
    for (const tag of tags) expect(isMessage(`closed-${kebab(tag)}`), tag).toBe(true);
  });

  test("a refusal lists its reasons and gives each field its own", () => {
    const problems: Problem[] = [
      { type: "notAllowed", roles: ["counsel"], who: ["M. Chen"] },
      { type: "required", field: "recipient" },
      { type: "gateClosed", cell: { target: "t1", category: "basicSubscriber" } as never, reasons: [{ type: "noBasis" }, { type: "stayed" }] },
    ];
    const fault: Fault = { type: "refused", problems };
    expect(problemWords(problems[0] as Problem)).toBe("This needs the role counsel. Ask M. Chen.");
    expect(problemWords({ type: "notAllowed", roles: ["counsel"], who: [] })).toContain("Nobody has it yet");
    expect(problemWords(problems[2] as Problem)).toBe("The gate is closed: there is no basis for a disclosure; the order is stayed.");
    expect(Object.keys(fieldErrors(fault))).toEqual(["recipient"]);
    render(FaultView, { props: { fault } });
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
  });

  test("in Spanish too, and no English is left in the sentence", () => {
    language.current = "es";
    const words = faultWords({ type: "noSpace", needed: null, free: 0 } as Fault);
    expect(words.happened).toBe("El disco está lleno: quedan 0 bytes libres.");
    expect(problemWords({ type: "notAllowed", roles: ["counsel"], who: [] })).toContain("asesor jurídico");
  });

  test("what was thrown and is no fault becomes an internal one", () => {
    expect(faultOf(new CallFault({ type: "locked" }))).toEqual({ type: "locked" });
    expect(faultOf(new TypeError("x"))).toEqual({ type: "internal", reference: "ui" });
  });
});
