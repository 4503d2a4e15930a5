import { cleanup, screen } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import { later, Performing } from "../../src/court/act/performing.svelte";
import CourtTab from "../../src/court/CourtTab.svelte";
import { EffectDraft } from "../../src/court/paper/effect-draft.svelte";
import { findCourts } from "../../src/court/proceeding/find-court";
import { consequence } from "../../src/court/verify/consequence";
import { compareNames, needed } from "../../src/court/verify/points.svelte";
import { CallFault, type Category, type CellGate, type Effect } from "../../src/host";
import { language } from "../../src/text/text.svelte";
import { law, paper, proceeding, view } from "./demand-fixtures";
import { fault, scriptedHost } from "./scripted";
import { MAY, openTab, settle } from "./tab";

const closed: CellGate["gate"] = { type: "closed", reasons: [{ type: "noBasis" }] };
const gates = (["t1", "t2"] as const).flatMap((target) => (["name", "sessions"] as Category[]).map((category) => ({ cell: { target, category }, gate: closed })));
const mine = (more: Parameters<typeof view>[0] = {}, demand: Parameters<typeof view>[1] = {}) => view({ gates, may: MAY.counsel, ...more }, demand);
const claimed = paper("produce", {}, false);

describe("docket searches", () => {
  test("says that nobody has searched, and what not found means", async () => {
    await openTab(CourtTab, mine());
    expect(screen.getByText("Nobody has searched a docket yet.")).toBeTruthy();
    expect(screen.getByText(/Not found is not the same as does not exist/)).toBeTruthy();
  });

  test("c, 2, Ctrl+Enter records a search made now", async () => {
    const { user, acts, requests } = await openTab(CourtTab, mine());
    await user.keyboard("c");
    await settle();
    await user.keyboard("2{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()[0]).toMatchObject({
      type: "recordDocketSearch", demand: "d1",
      search: { result: "proceedingFound", place: "pacer", terms: "Example Platform, Inc.", proof: null, claimedComplyBy: null, searched: { at: "2026-11-23T18:00:00.000Z", zone: "America/Los_Angeles" } },
    });
    expect((requests("act")[0] as { seen: unknown[] }).seen).toEqual(view().seen);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("the proof is attached when the search is saved, once, and our own entry makes no conflict", async () => {
    const attached = { document: "doc9", name: "docket.pdf", sha256: "0".repeat(64), length: 4, mediaType: "application/pdf", role: "searchProof" as const };
    let refuse = true;
    const { user, requests } = await openTab(CourtTab, mine(), {
      script: {
        pick_files: [{ token: "tok", name: "docket.pdf", length: 4 }], attach: { attached, sameAs: [{ demand: "d9", reference: "2026-0009" }], alreadyHere: false },
        act: () => (refuse ? fault({ type: "refused", problems: [{ type: "inFuture", field: "searched" }] }) : { seq: "9", touched: [], again: false, reference: null }),
      },
    });
    await user.keyboard("c");
    await settle();
    await user.click(screen.getByRole("button", { name: "Choose a file…" }));
    expect(requests("attach")).toHaveLength(0);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(document.querySelector(".fault")?.textContent).toContain("This lies in the future: date of the search.");
    refuse = false;
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(requests("attach")).toEqual([expect.objectContaining({ demand: "d1", file: "tok", role: "searchProof" })]);
    const last = requests("act")[1] as { act: { search: { proof: string } }; seen: { version: string }[] };
    expect(screen.getByText("Same file as 2026-0009.")).toBeTruthy();
    expect(last.act.search.proof).toBe("doc9");
    expect(last.seen.map((one) => one.version)).toEqual(["4", "1"]);
  });

  test("a claimed order is said to be claimed; counsel answers it with a reason", async () => {
    const search = { id: "s1", searched: { at: "2026-11-20T18:00:00Z", zone: "America/Los_Angeles" }, place: "agencyClaim" as const, court: "", terms: "", result: "orderClaimed" as const, docket: "3:26-mc-1", claimedComplyBy: "2026-12-01", proof: null, note: "" };
    const { user, acts } = await openTab(CourtTab, mine({}, { searches: [{ search, by: "p1", answered: null }] }));
    expect(screen.getByText("Claimed, not verified")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Answer the claim" }));
    await settle();
    await user.type(screen.getByRole("textbox", { name: /What counsel found/ }), "a proposed order");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([{ type: "answerClaim", demand: "d1", search: "s1", reason: "a proposed order" }]);
  });

  test("history offers no act", async () => {
    await openTab(CourtTab, mine({ history: true }));
    expect(screen.queryByRole("button", { name: /Record|Open a proceeding/ })).toBeNull();
  });
});

describe("proceedings and papers", () => {
  test("a court is found by abbreviation, name and state; a docket number is kept raw", async () => {
    const courts = [...law.courts, { ...law.courts[0]!, id: "nysd", name: "Southern District of New York", abbreviation: "S.D.N.Y.", state: "New York" }];
    expect(findCourts(courts, "sdny").map((one) => one.id)).toEqual(["nysd"]);
    expect(findCourts(courts, "southern new y").map((one) => one.id)).toEqual(["nysd"]);
    expect(findCourts(courts, "N.D. Cal")[0]?.id).toBe("cand");
    expect(findCourts(courts, "nowhere")).toEqual([]);
    const { user, acts } = await openTab(CourtTab, mine());
    await user.keyboard("p");
    await settle();
    await user.keyboard("nd cal{Enter}garbage 12{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()[0]).toMatchObject({ type: "openProceeding", court: "cand", docket: "garbage 12", kind: "enforcement", demands: ["d1"] });
  });

  test("an unreadable number is said to be kept as typed", async () => {
    const { user } = await openTab(CourtTab, mine());
    await user.keyboard("p");
    await settle();
    await user.type(screen.getByRole("textbox", { name: /Docket number/ }), "Civ. whatever");
    await settle();
    expect(screen.getByText(/Not read as a docket number. It is kept exactly as typed/)).toBeTruthy();
  });

  test("a paper's effects go out per cell; production names its cells", async () => {
    const { user, acts } = await openTab(CourtTab, mine({ proceedings: [proceeding()] }));
    await user.click(screen.getByRole("button", { name: "Record a paper" }));
    await settle();
    // What an order does and whose it is follows from the paper, not from its kind.
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([]);
    expect(screen.getAllByText(/^Fill in: (judge|what the paper does)\.$/).length).toBeGreaterThan(1);
    await user.selectOptions(screen.getByRole("combobox", { name: /Who signed/ }), "districtJudge");
    await user.selectOptions(screen.getByRole("combobox", { name: /^Effect/ }), "produce");
    const ticked = (): boolean[] => screen.getAllByRole<HTMLInputElement>("checkbox").map((one) => one.checked);
    expect(ticked().some(Boolean), "production is ticked cell by cell").toBe(false);
    await user.selectOptions(screen.getByRole("combobox", { name: /^Effect/ }), "doNotProduce");
    expect(ticked().every(Boolean), "a restraint is about everything until somebody says otherwise").toBe(true);
    await user.selectOptions(screen.getByRole("combobox", { name: /^Effect/ }), "produce");
    expect(ticked().some(Boolean), "what was proposed for another effect is not taken over").toBe(false);
    await user.click(screen.getByRole("checkbox", { name: "All" }));
    await user.click(screen.getByRole("checkbox", { name: "quiet@mail.example: (A) Name" }));
    await user.type(screen.getByRole("textbox", { name: "Comply by" }), "4 Dec 2026 5pm");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    const sent = acts()[0] as { type: string; paper: { entered: unknown; effects: Effect[] } };
    expect(sent.type).toBe("recordCourtPaper");
    expect(sent.paper.entered).toEqual({ type: "notKnown" });
    expect(sent.paper.effects).toEqual([
      {
        what: "produce", demand: "d1", actsOn: null, complyBy: { date: "2026-12-04", time: "17:00:00", zone: "America/Los_Angeles" },
        cells: { type: "some", cells: [{ target: "t1", category: "name" }, { target: "t1", category: "sessions" }, { target: "t2", category: "sessions" }] },
      },
    ]);
  });

  test("what the paper says is offered one by one; what it orders is quoted and never filled in", async () => {
    const at = (page: number) => [{ page, rects: [[10, 10, 20, 20]] }];
    const one = (field: string, value: object, page = 0, quote = "as printed") => ({ field, value, quote, places: at(page), method: "shape", confidence: 0.9 });
    const docket = { raw: "3:26-mc-99999", parsed: { office: "3", year: 2026, kind: "mc", sequence: 99999, judges: [] } };
    const suggestions = {
      class: { class: { type: "court", kind: "reportAndRecommendation" }, confidence: 1, reasons: [{ mark: "title", quote: "REPORT AND RECOMMENDATION", places: at(0) }] },
      fields: [
        one("docket", { type: "docket", docket }), one("judge", { type: "text", text: "Ada Fernhollow" }, 2, "Ada Fernhollow"), one("judgePower", { type: "judgePower", power: "magistrateJudge" }, 2),
        one("signed", { type: "date", date: "2026-11-18" }, 2), one("filingStamp", { type: "filingStamp", docket, document: "17", filed: "2026-11-19" }),
        one("effect", { type: "effect", what: "doNotProduce" }, 1, "Respondent shall not produce the records."),
      ],
    };
    const ours = { ...docket, raw: "3:26-mc-80123", parsed: { ...docket.parsed, sequence: 80123 } };
    const { user, acts } = await openTab(CourtTab, mine({ proceedings: [{ ...proceeding(), docket: ours }] }), {
      script: { pick_files: [{ token: "tok", name: "rr.pdf", length: 4 }], suggestions: { type: "read", suggestions, pages: 3, unread: 0 } as never,
        attach: { attached: { document: "doc9", name: "rr.pdf", sha256: "0".repeat(64), length: 4, mediaType: "application/pdf", role: "courtPaper" }, sameAs: [], alreadyHere: false } },
    });
    await user.click(screen.getByRole("button", { name: "Record a paper" }));
    await settle();
    await user.click(screen.getByRole("button", { name: "Choose a file…" }));
    await settle();
    // In the caption and in the stamp: said once.
    expect(screen.getAllByText(/The paper names 3:26-mc-99999 \(p\. 1\)\. Check that it belongs to this docket\./)).toHaveLength(1);
    expect(screen.getByText("Respondent shall not produce the records.")).toBeTruthy();
    const kind = screen.getByRole<HTMLSelectElement>("combobox", { name: /What it is/ });
    expect(kind.value).toBe("order");
    expect(screen.queryByRole("button", { name: /Take for What it is/ }), "with the kind the form changes judge and effects").toBeNull();
    await user.selectOptions(kind, "reportAndRecommendation");
    expect(screen.queryByRole("button", { name: /Take for .*not produce/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: /Take for Number on the docket: 17/ }));
    await user.click(screen.getByRole("button", { name: /Take for Date signed/ }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()[0]).toMatchObject({ paper: { kind: "reportAndRecommendation", entryNumber: "17", signed: "2026-11-18", entered: { type: "notKnown" }, judge: { type: "magistrate" }, effects: [{ what: "pending" }] } });
  });

  test("without one, no page says that the agency withdrew", async () => {
    for (const [code, said, wrong] of [["en", /No withdrawal is on record/, /took the demand back/], ["es", /No consta ninguna retirada/, /La agencia retiró/]] as const) {
      await openTab(CourtTab, mine());
      language.current = code;
      expect(await screen.findByText(said)).toBeTruthy();
      expect(document.body.textContent).not.toMatch(wrong);
      cleanup();
    }
    language.current = "en";
  });

  test("a withdrawal says that it is no ruling", async () => {
    await openTab(CourtTab, mine({}, { withdrawn: { happened: { at: "2026-11-20T18:00:00Z", zone: "America/Los_Angeles" }, document: null, note: "" } }));
    expect(screen.getByText(/The agency withdrew this demand on Fri 20 Nov 2026.* That is not a court ruling\./)).toBeTruthy();
  });
});

describe("verifying", () => {
  test("triage sees who can, and no button", async () => {
    await openTab(CourtTab, mine({ may: MAY.triage, proceedings: [proceeding(claimed)] }), { roles: ["triage"], person: "p1" });
    expect(screen.queryByRole("button", { name: "Verify" })).toBeNull();
    expect(screen.getByText("Only counsel can verify: M. Chen.")).toBeTruthy();
  });

  test("a petition, a proposed order and a minute entry offer no verification", async () => {
    await openTab(CourtTab, mine({ proceedings: [proceeding(paper("produce", { kind: "proposedOrder" }, false))] }));
    expect(screen.queryByRole("button", { name: "Verify" })).toBeNull();
  });

  test("only compared accounts are verified, cells named one by one, and the consequence stands before the button", async () => {
    const { user, acts } = await openTab(CourtTab, mine({ proceedings: [proceeding(claimed)] }));
    await user.keyboard("v");
    await settle();
    expect(screen.getByText("8 needed points do not hold yet.")).toBeTruthy();
    await user.keyboard("h");
    expect(screen.getByText("All needed points hold.")).toBeTruthy();
    await user.click(screen.getAllByRole("checkbox", { name: "Compared: this account is bound" })[0]!);
    expect(screen.getByText("After this the banner will say").parentElement?.textContent).toMatch(/Enforcement order on record.*2 cells of 4 are ordered/s);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    const sent = acts()[0] as { type: string; effects: Effect[]; points: { point: string; holds: boolean }[] };
    expect(sent.type).toBe("verifyPaper");
    expect(sent.effects[0]?.cells).toEqual({ type: "some", cells: [{ target: "t1", category: "name" }, { target: "t1", category: "sessions" }] });
    expect(sent.points.every((one) => one.holds)).toBe(true);
    expect(sent.points).toHaveLength(8);
  });

  test("a name that differs takes the tick away and says where", async () => {
    const { user } = await openTab(CourtTab, mine({ proceedings: [proceeding(claimed)] }));
    await user.keyboard("v");
    await settle();
    const tick = screen.getAllByRole<HTMLInputElement>("checkbox", { name: "Compared: this account is bound" })[0]!;
    await user.click(tick);
    expect(tick.checked).toBe(true);
    await user.type(screen.getByRole("textbox", { name: "The order names, for @river_lantern_88" }), "@river_lantern_8");
    expect(screen.getByText(/differs from the demand at place 17/)).toBeTruthy();
    expect(tick.checked).toBe(false);
  });

  test("the reasons of a refusal are in words, and what was answered stays", async () => {
    const { user } = await openTab(CourtTab, mine({ proceedings: [proceeding(claimed)] }), {
      script: { act: fault({ type: "refused", problems: [{ type: "paperNotAttached" }, { type: "pointNotHeld", point: "notStayed" }] }) },
    });
    await user.keyboard("v");
    await settle();
    await user.keyboard("h{Control>}{Enter}{/Control}");
    await settle();
    expect(document.querySelector(".fault")?.textContent).toMatch(/attach it first.*not stayed/s);
    expect(screen.getByText("All needed points hold.")).toBeTruthy();
  });

  test("a paper that produces nothing needs neither scope nor being un-stayed", () => {
    expect(needed(true)).toHaveLength(8);
    expect(needed(false)).not.toContain("scopeAndDeadline");
    expect(needed(false)).not.toContain("notStayed");
  });

  test.each([
    ["@river_lantern_88", "@river_lantern_88 ", { same: true, place: null }],
    ["@river_lantern_88", "@river_lantern_8", { same: false, place: 17 }],
    ["@river", "@rivar", { same: false, place: 5 }],
    ["@river", "@somebody", { same: false, place: null }],
  ])("%s against %s", (a, b, wanted) => {
    expect(compareNames(a, b)).toEqual(wanted);
  });

  test("a do-not-produce beside an order in force may conflict; a stay says the stayed part", () => {
    const effect = (what: Effect["what"]): Effect => ({ what, demand: "d1", cells: { type: "all" }, actsOn: null, complyBy: null });
    const inForce = { ...view().compulsion, headline: "inForce" as const };
    expect(consequence(mine({ compulsion: inForce }), [effect("doNotProduce")])).toMatchObject({ headlines: ["Court order: DO NOT PRODUCE"], mayConflict: true, ordered: null });
    language.current = "es";
    expect(consequence(mine(), [effect("stay")]).headlines).toEqual(["Orden de cumplimiento suspendida, no entregar la parte suspendida"]);
  });
});

describe("what verifying will do", () => {
  const cells = gates.map((one) => one.cell);
  const effect = (what: Effect["what"], more: Partial<Effect> = {}): Effect => ({ what, demand: "d1", cells: { type: "all" }, actsOn: null, complyBy: null, ...more });
  const order = { proceeding: "c1", paper: "paper-produce", complyBy: null, effective: "2026-11-20", cells };
  const ordered = mine({
    compulsion: { ...view().compulsion, headline: "inForce", inForce: [order] }, proceedings: [proceeding(paper("produce"), paper("stay", { title: "Stay" }))],
  });
  const says = (...effects: Effect[]): string[] => consequence(ordered, effects).headlines;

  test("vacating a stay revives the order: it is never announced as no order", () => {
    expect(says(effect("vacate", { actsOn: "paper-stay" }))).toEqual(["As the orders on record say, without what this paper lifts"]);
    expect(says(effect("vacate", { actsOn: "paper-produce" }))[0]).toMatch(/^No enforcement order on record/);
    expect(says(effect("lift", { actsOn: "paper-stay" }))[0]).toMatch(/without what this paper lifts/);
  });

  test("a stay of a part leaves the rest ordered", () => {
    const part = effect("stay", { actsOn: "paper-produce", cells: { type: "some", cells: cells.slice(0, 1) } });
    expect(says(part)).toEqual(["Enforcement order on record, for 3 of 4 cells"]);
    expect(says(effect("stay", { actsOn: "paper-produce" }))).toEqual(["Enforcement order stayed, do not produce the stayed part"]);
  });

  test("vacating one of two orders leaves the other", () => {
    const two = mine({ compulsion: { ...view().compulsion, headline: "inForce", inForce: [order, { ...order, paper: "other", cells: cells.slice(0, 2) }] }, proceedings: ordered.proceedings });
    expect(consequence(two, [effect("vacate", { actsOn: "paper-produce" })]).headlines).toEqual(["Enforcement order on record, for 2 of 4 cells"]);
  });

  test("a vacatur is proposed on the order to produce, a lift on the stay", () => {
    expect(new EffectDraft(ordered, "vacate").actsOn).toBe("paper-produce");
    expect(new EffectDraft(ordered, "stay").actsOn).toBe("paper-produce");
    expect(new EffectDraft(ordered, "lift").actsOn).toBe("paper-stay");
    expect(new EffectDraft(ordered, "quash").actsOn).toBeNull();
  });
});

describe("performing", () => {
  test("an uncertain failure is retried under its key; another act gets another", async () => {
    let failing = true;
    const { host, asked } = scriptedHost({ act: () => (failing ? new CallFault({ type: "internal", reference: "x" } as never) : { seq: "1", touched: [], again: true, reference: null }) });
    const performing = new Performing({ host, toasts: { done: () => undefined } });
    const note = { type: "addNote", demand: "d1", text: "a", privileged: false } as const;
    expect(await performing.act(note, [])).toBeNull();
    expect(performing.fault?.type).toBe("internal");
    failing = false;
    await performing.act(note, []);
    await performing.act({ ...note, text: "b" }, []);
    const ops = asked.map(([, request]) => (request as { op: string }).op);
    expect(ops[0]).toBe(ops[1]);
    expect(ops[2]).not.toBe(ops[1]);
  });

  test("what others wrote since stays unseen", () => {
    const subject = { type: "demand", id: "d1" } as const;
    expect(later([{ subject, version: "9" }], [{ subject, version: "10" }])).toEqual([{ subject, version: "10" }]);
    expect(later([{ subject, version: "11" }], [{ subject, version: "10" }])).toEqual([{ subject, version: "11" }]);
  });
});
