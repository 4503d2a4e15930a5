import type { Compulsion, CourtPaper, DemandFacts, DemandView, Effect, Policy, Proceeding, QueueRow, RecordedPaper } from "../../src/host";

/** Fictional facts, all fields filled. */
export function facts(more: Partial<DemandFacts> = {}): DemandFacts {
  return {
    instrument: "i138", authority: "8 U.S.C. § 1225(d)", purpose: "not stated in full", component: "iceHsi", office: "San Francisco",
    issuingOfficial: { name: "R. Silva", title: "Special Agent in Charge", contact: "555 0100" },
    pointOfContact: { name: "T. Nakamura", title: "", contact: "agent@agency.example" }, server: { name: "", title: "", contact: "" },
    numbers: [{ label: "Subpoena Number", value: "SPEC-2026-00417" }, { label: "Case Number", value: "C-9" }],
    issued: "2026-11-10", served: { at: "2026-11-12T18:00:31Z", zone: "America/Los_Angeles" }, received: { at: "2026-11-12T17:59:07.123Z", zone: "America/Los_Angeles" },
    returnDate: { date: "2026-12-03", time: "17:00:00", zone: "America/Los_Angeles" }, returnPlace: "630 Example Street", channel: "email",
    recipient: "Example Platform, Inc.", rider: true, nonDisclosure: { type: "requested" },
    targets: [
      { id: "t1", kind: "handle", identifier: "@river_lantern_88", account: "", language: "en", zone: null },
      { id: "t2", kind: "email", identifier: "quiet@mail.example", account: "acct-7", language: "es", zone: "America/Chicago" },
    ],
    noTargetStated: false, records: [{ category: "name", words: "subscriber name" }, { category: "sessions", words: "log-ins" }, { category: "sessions", words: "durations" }, { category: "content", words: "" }],
    periodFrom: "2026-08-01", periodTo: "2026-10-31", actBy: "2026-11-30", note: "first of its kind",
    ...more,
  };
}

export function compulsion(more: Partial<Compulsion> = {}): Compulsion {
  return {
    guard: null, headline: "noneOnRecord", accounts: 2, ofAccounts: 2, inPart: false, inForce: [], complyBy: null, claimedComplyBy: null, claims: 0,
    openClaims: [], claimedRestraints: [], restraints: [], stays: [], stayed: [], contradictions: [], hadOrder: false, respondBy: null, withdrawnOn: null, setAsideVerified: [],
    latest: null, asOf: "2026-11-23T18:00:00Z", ...more,
  };
}

export function view(more: Partial<DemandView> = {}, demand: Partial<DemandView["demand"]> = {}): DemandView {
  return {
    demand: {
      id: "d1", version: "3", reference: "2026-0003", facts: facts(), logged: "2026-11-12T18:05:00Z", step: "triaged", owner: "p1",
      documents: [], links: [], searches: [], proceedings: [], letters: [], decisions: [], notices: [], challenges: [], nonDisclosureEnded: false,
      bases: [], conflictReasons: [], disclosures: [], onHold: true, withdrawn: null, outcome: null, disposed: false, ...demand,
    },
    compulsion: compulsion(), gates: [], proceedings: [], letters: [], notice: "free",
    dates: [{ kind: "returnDate", at: "2026-12-04T01:00:00Z", zone: "America/Los_Angeles", theirs: true, businessDays: 7, days: 10 }],
    warnings: [{ type: "noDocketSearch" }], recheckAt: null, may: ["assign", "addNote", "setHold"], asOf: "2026-11-23T18:00:00Z", history: false,
    seen: [{ subject: { type: "demand", id: "d1" }, version: "3" }, { subject: { type: "proceeding", id: "c1" }, version: "1" }],
    ...more,
  } as DemandView;
}

/** A court paper that does one thing to all cells of d1. */
export function paper(what: Effect["what"], more: Partial<CourtPaper> = {}, verified = true): RecordedPaper {
  return {
    paper: {
      id: `paper-${what}`, kind: "order", title: "Order", entryNumber: "4", judge: { type: "districtJudge" }, signed: null, entered: { type: "on", date: "2026-11-20" },
      served: null, document: "doc1", effects: [{ what, demand: "d1", cells: { type: "all" }, actsOn: null, complyBy: null }], ...more,
    },
    by: "p1", recorded: "2026-11-20T18:00:00Z", setAside: null, standing: null,
    verified: verified ? { by: "p2", at: "2026-11-21T18:00:00Z", points: [], note: "" } : null,
  };
}

export function proceeding(...papers: RecordedPaper[]): Proceeding {
  return {
    id: "c1", version: "1", court: "cand", docket: { raw: "3:26-mc-80123", parsed: null }, kind: "enforcement", demands: ["d1"], papers, ended: false,
  };
}

export function row(index: number, more: Partial<QueueRow> = {}): QueueRow {
  return {
    demand: `d${index}`, reference: `2026-${String(index).padStart(4, "0")}`, instrument: "i138", component: "iceHsi", numbers: `SPEC-${index}`,
    firstTarget: `@account_${index}`, targets: 1, guard: null, headline: "noneOnRecord", inPart: false, step: "needsTriage", owner: null,
    dueAt: "2026-12-04T01:00:00Z", dueKind: "returnDate", dueZone: "America/Los_Angeles", actBy: null, receivedAt: "2026-11-12T18:00:00Z",
    searchedAt: null, claimed: false, noticeToSend: false, open: true, search: "", ...more,
  };
}

export const people = {
  people: {
    version: "2", recoveryKey: null,
    persons: [
      { id: "p1", name: "A. Rivera", roles: ["triage" as const], key: "k", removed: false },
      { id: "p2", name: "M. Chen", roles: ["counsel" as const], key: "k", removed: false },
      { id: "p3", name: "S. Okafor", roles: [], key: "k", removed: true },
    ],
  },
};

export const policy: Policy = {
  version: "1",
  settings: {
    organisation: "Example Platform, Inc.", address: [], contact: "", verification: "", zone: "America/Los_Angeles", noticeWindowDays: 10, docketRecheckDays: 7,
    idleLockMinutes: 10, helpOrganisations: [], identifierPatterns: [], keepDataClause: false,
  },
};

export const law = {
  courts: [{ id: "cand", name: "Northern District of California", abbreviation: "N.D. Cal.", circuit: "9", state: "California", zones: ["America/Los_Angeles"], zoneNote: null, source: "s", asOf: "2026-06-30" }],
  courtsAsOf: "2026-06-30",
};

export const counts = { needsTriage: 3, dueThisWeek: 2, waitingForCounsel: 1, claimedOrders: 0, noticesToSend: 0, all: 250 };
