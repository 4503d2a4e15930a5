import { describe, expect, test } from "vitest";
import { emptyForm, factsOf, formOf, missingHard, pasteTargets, returnsBeforeService } from "../../src/demand/facts/form.svelte";
import { guessKind, splitIdentifiers } from "../../src/demand/facts/guess";
import { hasHidden, visibleName } from "../../src/demand/documents/name";
import { facts } from "./demand-fixtures";

const fresh = () => emptyForm({ recipient: "Example Platform, Inc.", channel: "email", now: "2026-11-23T18:00:00Z", zone: "America/Los_Angeles" });

describe("kinds of account, offered", () => {
  test.each([
    ["@river_lantern_88", "handle"], ["river_lantern_88", "handle"], ["quiet@mail.example", "email"], ["https://platform.example/u/9", "url"],
    ["platform.example/u/9", "url"], ["203.0.113.7", "ip"], ["203.0.113.7:443", "ip"], ["2001:db8::1", "ip"], ["+1 (415) 555-0100", "phone"],
    ["415-555-0100", "phone"], ["123456789012345678", "accountId"], ["R. Silva", "name"], ["the account above", "other"], ["999.999.1.1", "handle"],
  ])("%s is offered as %s", (identifier, kind) => {
    expect(guessKind(identifier)).toBe(kind);
  });

  test("pasted lines become accounts; bullets, numbers, quotes and repeats fall away", () => {
    expect(splitIdentifiers("1. @one\r\n• “@two”\n\n@one\n(3) @three,\n")).toEqual(["@one", "@two", "@three"]);
  });

  test("a paste fills its row and adds rows, without those already there", () => {
    const form = fresh();
    const rows = pasteTargets(form.targets, 0, "@one\n@two\n@three");
    expect(rows.map((one) => one.identifier)).toEqual(["@one", "@two", "@three"]);
    expect(new Set(rows.map((one) => one.id)).size).toBe(3);
    const again = pasteTargets([...rows, { ...rows[0]!, id: "x", identifier: "" }], 3, "@two\n@four\n@one");
    expect(again.map((one) => one.identifier)).toEqual(["@one", "@two", "@three", "@two", "@four"]);
  });
});

describe("the form of facts", () => {
  test("facts on record come back as they were: nothing changes unless it is touched", () => {
    const before = facts();
    expect(factsOf(formOf(before, "America/Los_Angeles"), before)).toEqual(before);
  });

  test.each([
    { type: "none" } as const, { type: "asserted", basis: "§ 2705(b)" } as const, { type: "statutory", basis: "§ 2709(c)" } as const,
    { type: "ordered", court: "cand", docket: "3:26-mc-1", start: "2026-11-01", end: null, review: "2027-05-01", document: "doc1" } as const,
  ])("non-disclosure $type comes back as it was", (nonDisclosure) => {
    const before = facts({ nonDisclosure, returnDate: { date: "2026-12-03", time: null, zone: "America/New_York" }, served: null, targets: [], noTargetStated: true });
    expect(factsOf(formOf(before, "America/Los_Angeles"), before)).toEqual(before);
  });

  test("only the touched moment changes", () => {
    const before = facts();
    const form = formOf(before, "America/Los_Angeles");
    form.received = { ...form.received!, time: "08:30" };
    const after = factsOf(form, before);
    expect(after.received).toEqual({ at: "2026-11-12T16:30:00.000Z", zone: "America/Los_Angeles" });
    expect(after.served).toEqual(before.served);
  });

  test("hard fields only: type of paper may stay unconfirmed", () => {
    const form = { ...fresh(), channel: null, recipient: " " };
    expect(missingHard(form)).toEqual(["recipient", "targets", "channel"]);
    expect(missingHard({ ...fresh(), noTargetStated: true })).toEqual([]);
    const made = factsOf({ ...fresh(), noTargetStated: true });
    expect(made.instrument).toBe("notConfirmed");
    expect([made.targets, made.numbers, made.records]).toEqual([[], [], []]);
  });

  test("a guessed kind is kept unless a person chose another", () => {
    const form = fresh();
    form.targets = [{ ...form.targets[0]!, identifier: " quiet@mail.example " }, { ...form.targets[0]!, id: "b", identifier: "203.0.113.7", kind: "other" }, { ...form.targets[0]!, id: "c" }];
    expect(factsOf(form).targets.map((one) => [one.identifier, one.kind])).toEqual([["quiet@mail.example", "email"], ["203.0.113.7", "other"]]);
  });

  test("a return date before service is flagged and kept", () => {
    const form = formOf(facts({ returnDate: { date: "2026-11-11", time: null, zone: "America/Los_Angeles" } }), "America/Los_Angeles");
    expect(returnsBeforeService(form)).toBe(true);
    expect(factsOf(form).returnDate).toEqual({ date: "2026-11-11", time: null, zone: "America/Los_Angeles" });
    form.served = null;
    form.received = { date: "2026-11-11", time: "09:00", zone: "America/Los_Angeles" };
    expect(returnsBeforeService(form)).toBe(false);
  });

  test("several items of a category stay several", () => {
    const form = fresh();
    form.records = { sessions: "log-ins\n\n durations ", name: "" };
    expect(factsOf({ ...form, noTargetStated: true }).records).toEqual([
      { category: "name", words: "" }, { category: "sessions", words: "log-ins" }, { category: "sessions", words: "durations" },
    ]);
  });
});

describe("names of files", () => {
  test("invisible and turning characters are written out", () => {
    expect(visibleName("invoice\u202efdp.exe")).toBe("invoice[U+202E]fdp.exe");
    expect(visibleName("a\u0000b\u200bc\u0085")).toBe("a[U+0000]b[U+200B]c[U+0085]");
    expect([hasHidden("año 2026.pdf"), hasHidden("مذكرة.pdf"), hasHidden("a\nb")]).toEqual([false, false, true]);
  });
});
