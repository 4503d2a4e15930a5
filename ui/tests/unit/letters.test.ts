import { cleanup, screen } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import type { Letter, LetterView } from "../../src/host";
import LettersTab from "../../src/letter/LettersTab.svelte";
import { facts, people, view } from "./demand-fixtures";
import { MAY, openTab, settle } from "./tab";

const gates = ["t1", "t2"].map((target) => ({ cell: { target, category: "name" as const }, gate: { type: "closed" as const, reasons: [{ type: "noBasis" as const }] } }));
const mine = (more: Parameters<typeof view>[0] = {}, demand: Parameters<typeof view>[1] = {}) => view({ gates, may: MAY.counsel, ...more }, demand);

function letter(more: Partial<Letter> = {}): Letter {
  return {
    id: "l1", version: "1", demand: "d1", target: "t1", kind: "userNotice", language: "en", author: "p1", template: null, approval: null, sendings: [], step: "draft", ...more,
  };
}

const shown = (one: Letter, more: Partial<LetterView> = {}): LetterView => ({ letter: one, text: "Dear user, here is what we got.", missing: [], stopped: [], keptOnly: false, pages: 2, revision: "r7", factsChanged: false, ...more });

const approval = { by: "p2", at: "2026-11-23T18:00:00Z", document: "doc5", text: "x", asOf: "2026-11-23T18:00:00Z", selfApproved: true };

describe("drafting", () => {
  test("l drafts for the first account in its own language, after a mere request", async () => {
    const { user, acts } = await openTab(LettersTab, mine({}, { facts: facts({ targets: facts().targets.map((one) => ({ ...one, language: "es" })) }) }));
    expect(screen.getByText("The agency asked not to tell. A request forbids nothing.")).toBeTruthy();
    await user.keyboard("l");
    await settle();
    expect(acts()).toEqual([expect.objectContaining({ type: "draftLetter", demand: "d1", target: "t1", kind: "userNotice", language: "es" })]);
  });

  test("an order forbids, an asserted one holds: no letter is offered", async () => {
    const order = { type: "ordered" as const, court: "cand", docket: "3:26-mc-1", start: null, end: null, review: null, document: null };
    await openTab(LettersTab, mine({ notice: "forbidden" }, { facts: facts({ nonDisclosure: order }) }));
    expect(screen.getByText(/A court's order forbids telling: N\.D\. Cal\., 3:26-mc-1/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Draft in/ })).toBeNull();
  });

  test("a decision against telling one account is said there, and the other is free", async () => {
    await openTab(LettersTab, mine({}, { notices: [{ target: "t1", decision: { type: "no", reason: "test account" }, by: "p2", byCounsel: true }] }));
    expect(screen.getByText(/It was decided not to tell this user: test account/)).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /Draft in English/ })).toHaveLength(1);
  });

  test("a paper that is not an agency's own, or not confirmed, is offered no letter, and says why", async () => {
    for (const guard of ["notConfirmed", "otherInstrument"] as const) {
      await openTab(LettersTab, mine({ compulsion: { ...view().compulsion, guard } }));
      expect(screen.getByText(/an agency issued the demand and no judge signed it/)).toBeTruthy();
      expect(screen.queryByRole("button", { name: /Draft in/ })).toBeNull();
      cleanup();
    }
  });

  test("where courts contradict each other about one account, only the other is offered a letter", async () => {
    const torn = gates.map((one) => (one.cell.target === "t1" ? { ...one, gate: { type: "closed" as const, reasons: [{ type: "conflictingOrders" as const }] } } : one));
    await openTab(LettersTab, mine({ gates: torn }));
    expect(screen.getByText(/Courts' orders about this account contradict each other/)).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /Draft in English/ })).toHaveLength(1);
  });
});

describe("a letter", () => {
  test("one that is stopped says why and is neither approved nor sent", async () => {
    for (const one of [letter(), letter({ step: "approved", approval })]) {
      await openTab(LettersTab, mine({ letters: [one] }), { script: { letter: shown(one, { stopped: [{ type: "ordersContradict" }] }) } });
      expect(screen.getAllByText(/Courts' orders about this account contradict each other/)).toHaveLength(1);
      expect(screen.queryByRole("button", { name: /Approve|Mark as sent/ })).toBeNull();
      cleanup();
    }
  });

  test("shows its pages by revision, with text for a screen reader, and what is missing", async () => {
    await openTab(LettersTab, mine({ letters: [letter()] }), { script: { letter: shown(letter(), { missing: ["contact", "recordsHeld.name", "brandNew"] }) } });
    const images = screen.getAllByRole<HTMLImageElement>("img");
    expect(images.map((one) => one.getAttribute("src"))).toEqual(["letter/l1/1?r=r7", "letter/l1/2?r=r7"]);
    expect(images[0]?.alt).toMatch(/Page 1 of 2/);
    expect(screen.getByRole("region", { name: "Text of the letter" }).textContent).toContain("Dear user");
    for (const name of ["Fill in: how the user reaches us", "Fill in: the records we hold", "Fill in: brandNew"]) expect(screen.getByRole("button", { name })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Approve/ })).toBeNull();
  });

  test("counsel approves with Ctrl+Enter; triage sees who can", async () => {
    const first = await openTab(LettersTab, mine({ letters: [letter()] }), { script: { letter: shown(letter()) } });
    await first.user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(first.acts()).toEqual([{ type: "approveLetter", letter: "l1" }]);
  });

  test("triage cannot approve", async () => {
    const { user, acts } = await openTab(LettersTab, mine({ letters: [letter()], may: MAY.triage }), { roles: ["triage"], person: "p1", script: { letter: shown(letter()) } });
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([]);
    expect(screen.getByText("Only counsel can do this: M. Chen.")).toBeTruthy();
  });

  test("one's own letter: the only counsel approves it and it says so; of two, the other must", async () => {
    const own = letter({ author: "p2" });
    await openTab(LettersTab, mine({ letters: [own] }), { script: { letter: shown(own) } });
    expect(screen.getByText(/recorded and shown as approved by its author/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /Approve the letter/ })).toBeTruthy();
  });

  test("where two counsel exist nobody is offered to approve their own", async () => {
    const own = letter({ author: "p2" });
    const two = { people: { ...people.people, persons: people.people.persons.map((one) => ({ ...one, roles: ["counsel" as const] })) } };
    await openTab(LettersTab, mine({ letters: [own] }), { script: { letter: shown(own), people: two } });
    expect(screen.getByText("You drafted this letter. Another counsel must approve it: A. Rivera.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Approve the letter/ })).toBeNull();
  });

  test("self-approval is shown as such; the PDF is saved by its document", async () => {
    const one = letter({ approval, step: "approved" });
    const { user, requests } = await openTab(LettersTab, mine({ letters: [one] }), { script: { letter: shown(one), export_document: true } });
    expect(screen.getByText("Approved by its author, because there was one counsel only")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save the PDF" }));
    expect(requests("export_document")).toEqual([expect.objectContaining({ demand: "d1", document: "doc5" })]);
    expect(screen.queryByText(/mail program/i)).toBeNull();
  });

  test("changed facts: it is made again and cannot be marked as sent", async () => {
    const one = letter({ approval, step: "approved" });
    await openTab(LettersTab, mine({ letters: [one] }), { script: { letter: shown(one, { factsChanged: true }) } });
    expect(screen.getByRole("button", { name: /Make it again and approve/ })).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Mark as sent/ })).toBeNull();
  });
});

describe("sending", () => {
  const approved = letter({ approval, step: "approved" });

  test("needs its proof, then says when the window ends", async () => {
    const sent = letter({ approval, step: "sent", sendings: [{ sent: { at: "2026-11-23T18:00:00Z", zone: "UTC" }, channel: "email", address: "a@b.example", proof: "doc7", windowEnds: "2026-12-04T07:59:59Z", bounced: null }] });
    let marked = false;
    const { user, acts } = await openTab(LettersTab, mine({ letters: [approved] }, { documents: [{ document: "doc7", name: "report.txt", sha256: "", length: 1, mediaType: "text/plain", role: "sendingProof" }] }), {
      script: { letter: () => shown(marked ? sent : approved), act: () => ((marked = true), { seq: "9", touched: [], again: false, reference: null }) },
    });
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    await user.keyboard("a@b.example{Control>}{Enter}{/Control}");
    expect(acts()).toEqual([]);
    expect(screen.getByText("Proof of sending is missing.")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: /Proof of sending/ }), "doc7");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([
      { type: "markLetterSent", letter: "l1", sent: { at: "2026-11-23T18:00:00.000Z", zone: "America/Los_Angeles" }, channel: "email", address: "a@b.example", proof: "doc7" },
    ]);
    expect(screen.getByText("Marked as sent. The user's window runs until Thu 3 Dec 2026, 11:59 PM PST.")).toBeTruthy();
  });

  test("after a bounce the window is said not to have run, and another channel is proposed", async () => {
    const bounced = letter({ approval, step: "bounced", sendings: [{ sent: { at: "2026-11-23T18:00:00Z", zone: "UTC" }, channel: "email", address: "a@b.example", proof: "doc7", windowEnds: "2026-12-04T07:59:59Z", bounced: "no such box" }] });
    const { user } = await openTab(LettersTab, mine({ letters: [bounced] }), { script: { letter: shown(bounced) } });
    expect(screen.getByText("Bounced: no such box. The window did not run from it.")).toBeTruthy();
    expect(screen.queryByText(/window runs until/)).toBeNull();
    await user.click(screen.getByRole("button", { name: /second channel/ }));
    await settle();
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: /Channel/ }).value).toBe("inProduct");
  });
});
