import { describe, expect, test } from "vitest";
import { bannerLines } from "../../src/demand/order/lines";
import { orderLook } from "../../src/demand/order/state";
import type { Reference } from "../../src/demand/reference.svelte";
import type { DemandView, Headline } from "../../src/host";
import { language, say } from "../../src/text/text.svelte";
import { compulsion, paper, proceeding, view } from "./demand-fixtures";

const names: Record<string, string> = { p1: "A. Rivera", p2: "M. Chen" };
const reference = { person: (id: string) => names[id] ?? "?", court: (id: string) => (id === "cand" ? "N.D. Cal." : id) } as unknown as Reference;
const lines = (one: DemandView) => bannerLines(one, reference, "America/Los_Angeles");
const none: Headline[] = ["proceedingPending", "deniedOrQuashed", "reversedOrVacated", "complied", "withdrawn", "superseded", "noneOnRecord"];

describe("the words and shapes of the order state", () => {
  test("the words of DESIGN §10, to the letter", () => {
    const words = (headline: Headline) => say(orderLook(null, headline, "i138").headline);
    for (const headline of none) expect(words(headline)).toBe("No enforcement order on record");
    expect(words("claimed")).toBe("Order claimed, not yet verified: counsel now");
    expect(words("inForce")).toBe("Court order on record");
    expect(words("restrained")).toBe("Court order: DO NOT PRODUCE");
    expect(words("stayed")).toBe("Enforcement order stayed, do not produce the stayed part");
    expect(words("conflictingOrders")).toContain("counsel now");
    language.current = "es";
    expect(words("noneOnRecord")).toBe("No consta orden judicial de cumplimiento");
  });

  test("every look has a shape of its own; orders not to produce have the stop", () => {
    const all = [...none.slice(-1), "claimed", "inForce", "restrained", "stayed", "conflictingOrders"] as Headline[];
    const drawn = all.map((one) => orderLook(null, one, "i138")).map((one) => `${one.look}/${one.shape}`);
    expect(drawn).toEqual(["slate/sealBar", "amber/sealDashed", "plum/sealFilled", "stop/stop", "struck/stop", "stop/stop"]);
  });

  test("a guard comes before every headline and says nothing about compulsion", () => {
    for (const headline of [...none, "inForce", "restrained"] as Headline[]) {
      expect(say(orderLook("notConfirmed", headline, "notConfirmed").headline)).toBe("Type of paper not confirmed");
      expect(say(orderLook("otherInstrument", headline, "grandJury").headline)).toBe("This paper can compel on its own: counsel now");
    }
    expect(say(orderLook("otherInstrument", "noneOnRecord", "informal").headline)).toBe("This paper has rules of its own: counsel now");
    const guarded = lines(view({ compulsion: compulsion({ guard: "notConfirmed" }) }));
    expect(guarded.lines.join(" ")).toMatch(/^No statement about compulsion yet\./);
  });
});

describe("the second lines", () => {
  test("none: issued by an agency, nobody searched", () => {
    const text = lines(view());
    expect(text.first).toBeUndefined();
    expect(text.lines).toEqual([
      "Issued by an agency, not a court. No federal court order to comply is recorded here as of Mon 23 Nov 2026, 10:00 AM PST.",
      "Nobody has searched a docket yet.",
    ]);
    expect(text.caution).toBe(true);
  });

  test("who searched where and when, that it is old, and when to look again", () => {
    const search = {
      id: "s1", searched: { at: "2026-11-14T18:00:00Z", zone: "America/Los_Angeles" }, place: "pacer" as const, court: "cand", terms: "", result: "noneFound" as const,
      docket: "", claimedComplyBy: null, proof: null, note: "",
    };
    const text = lines(view({ recheckAt: "2026-11-21T18:00:00Z", warnings: [{ type: "docketSearchStale", days: 9 }] }, { searches: [{ search, by: "p1", answered: null }] }));
    expect(text.lines[1]).toBe("PACER, N.D. Cal., searched Sat 14 Nov 2026 by A. Rivera: none found. That search is 9 days old. Search again by Sat 21 Nov 2026.");
  });

  test("what a court did say comes first", () => {
    const denied = compulsion({ headline: "deniedOrQuashed", latest: { headline: "deniedOrQuashed", day: "2026-11-09", paper: "paper-deny" } });
    expect(lines(view({ compulsion: denied, proceedings: [proceeding(paper("deny"))] })).first).toBe("A court denied enforcement, Mon 9 Nov 2026.");
    const quashed = compulsion({ headline: "deniedOrQuashed", latest: { headline: "deniedOrQuashed", day: "2026-11-09", paper: "paper-quash" } });
    expect(lines(view({ compulsion: quashed, proceedings: [proceeding(paper("quash"))] })).first).toBe("A court quashed the demand, Mon 9 Nov 2026.");
    const withdrawn = compulsion({ headline: "withdrawn", latest: { headline: "withdrawn", day: "2026-11-09", paper: null } });
    expect(lines(view({ compulsion: withdrawn })).first).toBe("The agency withdrew the demand, Mon 9 Nov 2026. No court ruling on it is recorded here.");
    expect(lines(view({ compulsion: compulsion({ headline: "proceedingPending" }), proceedings: [proceeding()] })).first).toBe(
      "A proceeding is pending: 3:26-mc-80123 (N.D. Cal.). No enforcement order in force.",
    );
  });

  test("an order that ended is on record: only that none is in force is said", () => {
    const text = lines(view({ compulsion: compulsion({ headline: "complied", hadOrder: true, latest: { headline: "complied", day: "2026-11-09", paper: null } }) }));
    expect(text.lines[0]).toContain("is in force here as of");
  });

  test("claimed: dates are real until checked, who said so, what is missing", () => {
    const claimed = paper("produce", { document: null, entered: { type: "notKnown" }, title: "Order to comply" }, false);
    const text = lines(view({
      compulsion: compulsion({ headline: "claimed", claims: 1, claimedComplyBy: { date: "2026-12-04", time: null, zone: "America/Los_Angeles" } }),
      proceedings: [proceeding(claimed)],
    }));
    expect(text.first).toBe("Treat its dates as real until checked. Comply-by claimed: Fri 4 Dec 2026.");
    expect(text.lines).toEqual(["Order to comply: 3:26-mc-80123 (N.D. Cal.), recorded by A. Rivera, not verified. Missing: the paper itself, its date of entry."]);
  });

  test("on record: docket, court, entry, comply-by, who verified; in part", () => {
    const order = paper("produce", { effects: [{ what: "produce", demand: "d1", cells: { type: "all" }, actsOn: null, complyBy: { date: "2026-12-04", time: "17:00:00", zone: "America/Los_Angeles" } }] });
    const text = lines(view({
      compulsion: compulsion({ headline: "inForce", inPart: true, accounts: 1, inForce: [{ proceeding: "c1", paper: "paper-produce", complyBy: null, effective: "2026-11-20", cells: [] }] }),
      proceedings: [proceeding(order)],
    }));
    expect(text.first).toBe("3:26-mc-80123 (N.D. Cal.) · entered Fri 20 Nov 2026 · comply by Fri 4 Dec 2026, 5:00 PM PST · verified by M. Chen, Sat 21 Nov 2026");
    expect(text.lines).toEqual(["In part: this holds for 1 of 2 accounts."]);
  });

  test("a stay names the stay first, then what it stays", () => {
    const text = lines(view({ compulsion: compulsion({ headline: "stayed", stays: ["paper-stay"], stayed: ["paper-produce"] }), proceedings: [proceeding(paper("produce"), paper("stay"))] }));
    expect(text.first).toMatch(/^Stay: /);
    expect(text.lines[0]).toMatch(/^Stayed order: /);
  });

  test("a restraint that is only claimed is said beside an order in force, and a withdrawal changes neither", () => {
    const text = lines(view({
      compulsion: compulsion({
        headline: "inForce", inForce: [{ proceeding: "c1", paper: "paper-produce", complyBy: null, effective: "2026-11-20", cells: [] }],
        claimedRestraints: ["paper-doNotProduce"], withdrawnOn: "2026-11-22",
      }),
      proceedings: [proceeding(paper("produce"), paper("doNotProduce", {}, false))],
    }));
    expect(text.lines.join(" ")).toMatch(/claimed and not verified.*Produce nothing until counsel has read it/);
    expect(text.lines.join(" ")).toMatch(/withdrew the demand on Sun 22 Nov 2026\. That is not a ruling/);
  });

  test("a verified order that counsel set aside is said, with the reason, and no court is named as having done it", () => {
    const recorded = { ...paper("produce"), setAside: "another company's" };
    const text = lines(view({ compulsion: compulsion({ headline: "noneOnRecord", setAsideVerified: ["paper-produce"] }), proceedings: [proceeding(recorded)] }));
    expect(text.lines.join(" ")).toMatch(/Our counsel set aside a paper that had been verified: another company's\. No court did that\./);
  });

  test("a restraint that was lifted is not named as what restrains", () => {
    const text = lines(view({ compulsion: compulsion({ headline: "conflictingOrders", inForce: [], contradictions: [] }), proceedings: [proceeding(paper("doNotProduce"))] }));
    expect(text.lines).toEqual([]);
  });
});
