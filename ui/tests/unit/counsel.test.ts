import { screen, within } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import CounselTab from "../../src/counsel/CounselTab.svelte";
import { wouldOpen } from "../../src/counsel/gate-words";
import { standingWords } from "../../src/counsel/notice-words";
import { notesOf } from "../../src/counsel/record";
import { SAME_ROLES, type Known } from "../../src/court/act/known";
import type { Category, CellGate, Closed, NonDisclosure, TimelineLine } from "../../src/host";
import { mayLines } from "../../src/people/may";
import { language } from "../../src/text/text.svelte";
import { facts, paper, proceeding, view } from "./demand-fixtures";
import { fault } from "./scripted";
import { MAY, openTab, settle } from "./tab";

const shut = (...reasons: Closed[]): CellGate["gate"] => ({ type: "closed", reasons });
const open: CellGate["gate"] = { type: "open", basis: { type: "enforcementOrder", paper: "paper-produce" } };
const cell = (target: string, category: Category) => ({ target, category });
const gates: CellGate[] = [
  { cell: cell("t1", "name"), gate: open },
  { cell: cell("t1", "sessions"), gate: shut({ type: "stayed" }) },
  { cell: cell("t2", "name"), gate: shut({ type: "noBasis" }, { type: "userChallenge" }) },
  { cell: cell("t2", "sessions"), gate: shut({ type: "noBasis" }, { type: "userChallenge" }) },
];
const mine = (more: Parameters<typeof view>[0] = {}, demand: Parameters<typeof view>[1] = {}) =>
  view({ gates, may: MAY.counsel, proceedings: [proceeding(paper("produce", { title: "Order granting petition" }))], ...more }, demand);

const every: Closed[] = [
  { type: "noBasis" }, { type: "instrumentNotConfirmed" }, { type: "conflictingOrders" }, { type: "restrained" }, { type: "stayed" }, { type: "restraintClaimed" },
  { type: "noticeNotSent" }, { type: "noticeBounced" }, { type: "noticeWindow", until: "2026-12-01T00:00:00Z" }, { type: "userChallenge" },
  { type: "conflict", complyBy: null }, { type: "secondSignatureMissing" }, { type: "demandClosed" },
];

describe("the gate", () => {
  test("answers in words: the basis, or the reasons and what would open each", async () => {
    await openTab(CounselTab, mine());
    expect(screen.getByText("Open: enforcement order in force (Order granting petition)")).toBeTruthy();
    const text = document.body.textContent ?? "";
    expect(text).toContain("The order is stayed.");
    expect(text).toContain("A court lifts the stay: record that order and verify it.");
    expect(text).toContain("For quiet@mail.example: (A) Name, (C) Connection records");
  });

  test("every reason has words for what would open it, in both languages", () => {
    for (const code of ["en", "es"] as const) {
      language.current = code;
      const words = every.map(wouldOpen);
      expect(new Set(words).size).toBe(every.length);
      for (const one of words) expect(one).not.toMatch(/^counsel-would/);
    }
  });
});

describe("decisions", () => {
  test("r, 3 and Ctrl+Enter record an objection for every undecided cell", async () => {
    const { user, acts } = await openTab(CounselTab, mine({}, { decisions: [{ cell: cell("t1", "name"), decision: "narrow", by: "p2", at: "2026-11-20T18:00:00Z" }] }));
    await user.keyboard("r");
    await settle();
    await user.keyboard("3{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([
      {
        type: "decideCells", demand: "d1", decision: "object", note: "",
        cells: { type: "some", cells: [cell("t1", "sessions"), cell("t2", "name"), cell("t2", "sessions")] },
      },
    ]);
  });

  test("nothing is decided by saving an empty form", async () => {
    const { user, acts } = await openTab(CounselTab, mine());
    await user.keyboard("r");
    await settle();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(acts()).toEqual([]);
    expect(screen.getByText("Fill in: Decision.")).toBeTruthy();
  });

  test("complying without an order in force is said before it is saved", async () => {
    const { user } = await openTab(CounselTab, mine());
    await user.keyboard("r");
    await settle();
    await user.keyboard("1");
    expect(screen.getByText(/No enforcement order in force covers 4 chosen cells/)).toBeTruthy();
  });

  test("triage is told who decides", async () => {
    await openTab(CounselTab, mine({ may: MAY.triage }), { roles: ["triage"], person: "p1" });
    expect(screen.queryByRole("button", { name: /Record a decision/ })).toBeNull();
    expect(screen.getAllByText("Only counsel can do this: M. Chen.").length).toBeGreaterThan(0);
  });

  test("return to triage needs its reason", async () => {
    const { user, acts } = await openTab(CounselTab, mine({}, { step: "withCounsel" }));
    await user.keyboard("b");
    await settle();
    await user.keyboard("Ask for the rider{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([{ type: "returnToTriage", demand: "d1", note: "Ask for the rider" }]);
  });
});

describe("disclosures", () => {
  test("the refusal names the account and the reasons, cell by cell", async () => {
    const problems = [
      { type: "gateClosed" as const, cell: cell("t1", "sessions"), reasons: [{ type: "stayed" as const }] },
      { type: "notDecided" as const, cell: cell("t1", "name") },
    ];
    const { user, acts } = await openTab(CounselTab, mine(), { script: { act: fault({ type: "refused", problems }) } });
    await user.keyboard("d");
    await settle();
    await user.click(screen.getByRole("checkbox", { name: /@river_lantern_88: \(C\)/ }));
    expect(screen.getByText(/The gate is closed for 1 chosen cell\. The desk will refuse/)).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: /What was handed over/ }), "log-ins");
    await user.type(screen.getByRole("textbox", { name: /To whom/ }), "the agency's portal");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()[0]).toMatchObject({ type: "disclose", disclosure: { what: "log-ins", cells: [cell("t1", "name"), cell("t1", "sessions")] } });
    const box = within(document.querySelector<HTMLElement>(".fault")!);
    expect(box.getByText("@river_lantern_88: (C) Connection records, session times and durations: closed because the order is stayed.")).toBeTruthy();
    expect(box.getByText("@river_lantern_88: (A) Name: counsel has not decided to disclose this.")).toBeTruthy();
  });

  test("only open cells are proposed", async () => {
    const { user } = await openTab(CounselTab, mine());
    await user.keyboard("d");
    await settle();
    const chosen = screen.getAllByRole<HTMLInputElement>("checkbox").filter((one) => one.checked).map((one) => one.getAttribute("aria-label"));
    expect(chosen).toEqual(["@river_lantern_88: (A) Name"]);
  });

  test("a signature opens nothing that was not chosen by hand", async () => {
    const { user, acts } = await openTab(CounselTab, mine());
    await user.click(screen.getByRole("button", { name: "Sign a basis" }));
    await settle();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(acts()).toEqual([]);
    expect(screen.getByText("Fill in: Ground.")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: /Emergency/ }));
    await user.type(screen.getByRole("textbox", { name: /Facts relied on/ }), "a threat");
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "call of the police");
    await user.click(screen.getByRole("checkbox", { name: "quiet@mail.example: (A) Name" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([
      { type: "signBasis", demand: "d1", cells: { type: "some", cells: [cell("t2", "name")] }, basis: { type: "emergency", ground: "a threat" }, reason: "call of the police" },
    ]);
  });

  test("an exception with one signature waits for another person", async () => {
    const bases = [{ cells: { type: "all" as const }, basis: { type: "exception" as const, ground: "safety" }, reason: "why", by: "p1", byCounsel: false, at: "2026-11-20T18:00:00Z" }];
    const { user, acts } = await openTab(CounselTab, mine({}, { bases }));
    await user.click(screen.getByRole("button", { name: "Sign as the second person" }));
    await settle();
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "I agree");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([{ type: "signBasis", demand: "d1", cells: { type: "all" }, basis: { type: "exception", ground: "safety" }, reason: "I agree" }]);
  });
});

describe("telling the users", () => {
  const known = { court: () => ({ abbreviation: "N.D. Cal." }) } as unknown as Known;
  const words = (nonDisclosure: NonDisclosure, notice: "free" | "held" | "forbidden" | "endUnconfirmed") =>
    standingWords(view({ notice }, { facts: facts({ nonDisclosure }) }), known);

  test("a request forbids nothing; an order is named with its court, number and end", () => {
    expect(words({ type: "requested" }, "free")).toBe("The agency asked not to tell. A request forbids nothing.");
    expect(words({ type: "asserted", basis: "the letter" }, "held")).toMatch(/held until counsel decides/);
    const order = { type: "ordered" as const, court: "cand", docket: "3:26-mc-1", start: null, end: "2027-01-05", review: null, document: null };
    expect(words(order, "forbidden")).toBe("A court's order forbids telling: N.D. Cal., 3:26-mc-1. Until Tue 5 Jan 2027.");
    expect(words({ ...order, end: null }, "forbidden")).toMatch(/Until further order\.$/);
    expect(words(order, "endUnconfirmed")).toMatch(/waits for counsel's word/);
  });

  test("y decides for the first account without a decision", async () => {
    const { user, acts } = await openTab(CounselTab, mine({}, { notices: [{ target: "t1", decision: { type: "notify" }, by: "p1", byCounsel: false }] }));
    await user.keyboard("y");
    await settle();
    await user.keyboard("3");
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "account is the agency's own");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await settle();
    expect(acts()).toEqual([{ type: "decideNotice", demand: "d1", target: "t2", decision: { type: "no", reason: "account is the agency's own" } }]);
  });
});

describe("notes", () => {
  const line = (seq: string, kind: string, body: unknown): TimelineLine => ({
    seq, kind, body, subject: { type: "demand", id: "d1" }, happened: { at: "2026-11-20T18:00:00Z", zone: "UTC" }, recorded: "2026-11-20T18:00:00Z", actor: "p2", changes: [], digest: "",
  });

  test("latest first, numbers compared as numbers; a decision's reason is privileged", () => {
    const notes = notesOf([line("9", "sentToCounsel", { note: "please" }), line("10", "counselDecided", { note: "why" }), line("11", "viewed", {}), line("12", "noted", { text: "n", privileged: false })]);
    expect(notes.map((one) => [one.seq, one.privileged])).toEqual([["12", false], ["10", true], ["9", false]]);
  });
});

test("an act that stands in for others needs no other roles than they do", () => {
  const roles = new Map(mayLines.flatMap((one) => one.acts.map((act) => [act as string, one.roles] as const)));
  for (const [act, same] of Object.entries(SAME_ROLES)) {
    for (const role of roles.get(same) ?? ["none"]) expect(roles.get(act), act).toContain(role);
  }
});
