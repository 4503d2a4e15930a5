import { readFileSync } from "node:fs";
import { join } from "node:path";
import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import type { TimelineLine } from "../../src/host";
import { language, sayIn } from "../../src/text/text.svelte";
import type { MessageId } from "../../src/text/ids.gen";
import { groupOf, groups } from "../../src/timeline/kinds";
import { told } from "../../src/timeline/lines";
import TimelineTab from "../../src/timeline/TimelineTab.svelte";
import { pathWords, valueWords } from "../../src/timeline/values";
import { view } from "./demand-fixtures";
import { SRC } from "./files";
import { openTab, settle } from "./tab";

const MATTER = join(SRC, "../../src-tauri/crates/matter/src");
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The variants of an enum, from its Rust source. */
function variants(file: string, name: string): string[] {
  const text = readFileSync(join(MATTER, file), "utf8").replace(/\/\/.*$/gm, "");
  const start = text.indexOf(`pub enum ${name} {`);
  if (start === -1) throw new Error(`${name} is not in ${file}`);
  let depth = 0;
  let body = "";
  for (const letter of text.slice(text.indexOf("{", start))) {
    if (letter === "{") depth += 1;
    if (depth === 1) body += letter;
    if (letter === "}") depth -= 1;
    if (depth === 0) break;
  }
  return [...body.matchAll(/(?:^|[{},])\s*([A-Z]\w*)/g)].map((found) => lower(found[1] ?? ""));
}

const entries: [string, string][] = [
  ["demand/entry.rs", "DemandEntry"], ["proceeding/entry.rs", "ProceedingEntry"], ["letter/mod.rs", "LetterEntry"], ["policy/mod.rs", "PolicyEntry"],
  ["people/entry.rs", "PeopleEntry"], ["register/mod.rs", "RegisterEntry"], ["access/mod.rs", "AccessEntry"],
];

const names = { name: (id: string) => ({ p1: "A. Rivera", p2: "M. Chen", t1: "@river" })[id], zone: "America/Los_Angeles" };

function line(more: Partial<TimelineLine> = {}): TimelineLine {
  return {
    seq: "5", subject: { type: "demand", id: "d1" }, kind: "noted", happened: { at: "2026-11-20T18:00:00Z", zone: "America/Los_Angeles" }, recorded: "2026-11-20T18:00:10Z",
    actor: "p1", body: {}, changes: [], digest: "", ...more,
  };
}

describe("every kind of entry", () => {
  test("no enum of entries is forgotten", () => {
    const entry = readFileSync(join(MATTER, "entry.rs"), "utf8");
    const named = [...entry.matchAll(/^ {4}\w+\((\w+Entry)\),/gm)].map((found) => found[1]);
    expect(named.sort()).toEqual(entries.map(([, name]) => name).sort());
  });

  test.each(entries)("%s %s has words in both languages and a place in the filter", (file, name) => {
    const kinds = variants(file, name);
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds) {
      const id = `timeline-kind-${kind}` as MessageId;
      const [en, es] = [sayIn("en", id), sayIn("es", id)];
      expect(en, kind).not.toBe(id);
      expect(es, kind).not.toBe(id);
      expect(es, kind).not.toBe(en);
      expect(groupOf(kind), kind).toBeDefined();
    }
  });

  test("the filter names no kind that is not there", () => {
    const kinds = new Set(entries.flatMap(([file, name]) => variants(file, name)));
    for (const kind of Object.values(groups).flat()) expect(kinds.has(kind), kind).toBe(true);
    expect(kinds.has("demandLogged") && kinds.has("exported") && kinds.has("letterBounced")).toBe(true);
  });

  test("every act that can be refused has words", () => {
    const acts = variants("act.rs", "Act");
    expect(acts.length).toBeGreaterThan(30);
    for (const act of acts) for (const code of ["en", "es"] as const) expect(sayIn(code, `timeline-act-${act}` as MessageId), act).not.toMatch(/^timeline-act/);
  });
});

describe("every field of what is folded", () => {
  const wire = readFileSync(join(SRC, "host/contract.gen.ts"), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
  const NOUNS = ["Demand", "DemandFacts", "Proceeding", "RecordedPaper", "CourtPaper", "Effect", "Letter", "Approval", "Sending", "DocketSearch", "RecordedSearch", "Target", "TargetNotice", "BasisSignature", "Disclosure"];

  test.each(NOUNS)("%s: each has a word in both languages", (noun) => {
    const body = new RegExp(`export type ${noun} = \\{([^}]*)\\};`).exec(wire)?.[1] ?? "";
    const fields = [...body.matchAll(/(\w+)\??: /g)].map((found) => found[1] ?? "");
    expect(fields.length).toBeGreaterThan(2);
    for (const field of fields.filter((one) => !["id", "version"].includes(one))) {
      for (const code of ["en", "es"] as const) {
        language.current = code;
        expect(sayIn(code, `timeline-field-${field}` as MessageId), field).not.toBe(`timeline-field-${field}`);
      }
    }
  });
});

describe("a line", () => {
  test("before and after, path in words, an unknown path raw", () => {
    const one = told(line({
      kind: "demandAmended", body: { reason: "misread" },
      changes: [
        { path: "facts.returnDate", before: { date: "2026-12-03", time: "17:00:00", zone: "America/Los_Angeles" }, after: { date: "2026-12-10", time: null, zone: "America/Los_Angeles" } },
        { path: "facts.someNewThing", before: "a", after: "b" },
        { path: "step", before: "needsTriage", after: "withCounsel" },
        { path: "owner", before: null, after: "p2" },
      ],
    }), names);
    expect(one.what).toBe("Facts changed: misread");
    expect(one.changes).toEqual([
      { path: "return date", before: "Thu 3 Dec 2026, 5:00 PM", after: "Thu 10 Dec 2026" },
      { path: "facts.someNewThing", before: "a", after: "b" },
      { path: "step", before: "needs triage", after: "with counsel" },
      { path: "owner", before: undefined, after: expect.any(String) as string },
    ]);
  });

  test("a list says what came, what went and what changed inside", () => {
    const paper = { paper: { id: "x1", kind: "order", title: "Order" }, by: "p1", verified: null };
    const one = told(line({
      kind: "orderVerified",
      changes: [
        { path: "papers", before: [paper], after: [{ ...paper, verified: { at: "2026-11-20T18:00:00Z", by: "p2", note: "", points: [{ point: "seal", holds: true }, { point: "notStayed", holds: false }] } }] },
        { path: "numbers", before: [{ label: "File", value: "1" }], after: [{ label: "File", value: "2" }] },
      ],
    }), names);
    expect(one.changes[0]).toMatchObject({ path: "court papers › verification", before: undefined, after: expect.stringContaining("1 of 2 points hold") as string });
    expect(one.changes[1]).toEqual({ path: "agency's numbers", before: "File 1", after: "File 2" });
  });

  test("both times are said when they differ", () => {
    expect(told(line(), names).recorded).toBeUndefined();
    expect(told(line({ recorded: "2026-11-23T18:00:00Z" }), names).recorded).toBe("Mon 23 Nov 2026, 10:00 AM PST");
  });

  test("a refusal says which act and why; a disposed body is said to be gone", () => {
    const one = told(line({ kind: "refused", body: { act: "verifyPaper", problems: [{ type: "notAllowed", roles: ["counsel"], who: ["M. Chen"] }] } }), names);
    expect(one.what).toBe("Refused: verify a court paper: This needs the role counsel. Ask M. Chen.");
    expect([one.tone, one.mark]).toEqual(["refused", "refused"]);
    expect(told(line({ body: null }), names).what).toMatch(/disposed of under a retention rule/);
    expect(told(line({ kind: "fromTheFuture" }), names).what).toBe("fromTheFuture");
  });

  test("counsel's reasons are marked privileged", () => {
    expect(told(line({ kind: "counselDecided", body: { decision: "object", note: "why" } }), names)).toMatchObject({ what: "Counsel decided: Object, nothing without an order. why", mark: "privileged" });
  });

  test("values in Spanish", () => {
    language.current = "es";
    expect(pathWords("facts.nonDisclosure.type")).toBe("no divulgación › clase");
    expect(valueWords("cells", { type: "all" }, names)).toBe("todas las cuentas y registros");
    expect(valueWords("onHold", true, names)).toBe("sí");
    expect(valueWords("note", "", names)).toBe("sin indicar");
  });
});

test("the tab filters by kind and shows refusals", async () => {
  const timeline = [line({ seq: "1", kind: "demandLogged", body: { reference: "2026-0003" } }), line({ seq: "2", kind: "refused", body: { act: "disclose", problems: [] } })];
  await openTab(TimelineTab, view(), { script: { timeline } });
  await settle();
  expect(screen.getByText("Refused: record a disclosure")).toBeTruthy();
  expect(screen.getByText("2 of 2 entries")).toBeTruthy();
  await userEvent.setup().selectOptions(screen.getByRole("combobox", { name: "Show" }), "court");
  expect(screen.getByText("Nothing of this kind is recorded.")).toBeTruthy();
  await userEvent.setup().selectOptions(screen.getByRole("combobox", { name: "Show" }), "facts");
  expect(screen.getByText("Demand logged: 2026-0003")).toBeTruthy();
});
