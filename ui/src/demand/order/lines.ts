import type { CourtPaper, DemandView, Effect, Proceeding, RecordedPaper, Ruling, What } from "../../host";
import { dateWords, momentWords } from "../../text/format";
import { say, t } from "../../text/text.svelte";
import type { MessageId } from "../../text/ids.gen";
import { word } from "../../fault/words";
import type { Reference } from "../reference.svelte";
import { dayWords, printedWords } from "./printed";

/** What stands under the headline of the banner, in the order in which it is said. */
export interface BannerLines {
  /** What a court did say, or what is claimed: before everything else. */
  first: string | undefined;
  lines: string[];
  /** The docket search does not show everything: one click away. */
  caution: boolean;
}

interface Found {
  proceeding: Proceeding;
  recorded: RecordedPaper;
}

function papers(view: DemandView): Found[] {
  return view.proceedings.flatMap((proceeding) => proceeding.papers.map((recorded) => ({ proceeding, recorded })));
}

function effects(paper: CourtPaper, demand: string): Effect[] {
  return paper.effects.filter((one) => one.demand === demand);
}

function does(found: Found, view: DemandView, ...what: What[]): boolean {
  return effects(found.recorded.paper, view.demand.id).some((one) => what.includes(one.what));
}

/** "3:26-mc-80123 (N.D. Cal.)" */
export function docketWords(proceeding: Proceeding, ref: Reference): string {
  const court = ref.court(proceeding.court);
  const docket = proceeding.docket?.raw ?? "";
  if (docket === "") return court;
  return court === "" ? docket : `${docket} (${court})`;
}

function entered(paper: CourtPaper): string {
  if (paper.entered.type === "on") return t("order-entered", { date: dateWords(paper.entered.date) });
  if (paper.entered.type === "sealedConfirmed") return t("order-entered-sealed", { date: dateWords(paper.entered.date) });
  return t("order-entered-not-known");
}

/** Docket, entry, comply-by, who verified: one line of a paper that rules. */
function orderLine(found: Found, view: DemandView, ref: Reference, zone: string): string {
  const { paper, verified } = found.recorded;
  const by = effects(paper, view.demand.id).find((one) => one.complyBy !== null)?.complyBy ?? null;
  const parts = [docketWords(found.proceeding, ref), entered(paper)];
  if (by !== null) parts.push(t("order-comply-by", { date: printedWords(by) }));
  if (verified !== null) parts.push(t("order-verified-by", { who: ref.person(verified.by), date: dayWords(verified.at, zone) }));
  return parts.join(" · ");
}

const RULINGS: Partial<Record<Ruling["headline"], MessageId>> = {
  deniedOrQuashed: "order-said-denied",
  reversedOrVacated: "order-said-vacated",
  complied: "order-said-complied",
  withdrawn: "order-said-withdrawn",
  superseded: "order-said-superseded",
};

/** What a court (or the agency) did say, with the paper's own kind of effect where it is known. */
function said(view: DemandView): string | undefined {
  const latest = view.compulsion.latest;
  if (latest === null) return undefined;
  const date = dateWords(latest.day);
  const found = papers(view).find((one) => one.recorded.paper.id === latest.paper);
  if (found !== undefined && latest.headline === "deniedOrQuashed" && does(found, view, "quash")) return t("order-said-quashed", { date });
  if (found !== undefined && latest.headline === "reversedOrVacated" && does(found, view, "reverse")) return t("order-said-reversed", { date });
  const id = RULINGS[latest.headline];
  return id === undefined ? undefined : say(id, { date });
}

/** Who searched where and when, what it came to, and when to look again. */
export function searchLine(view: DemandView, ref: Reference, zone: string): string {
  const last = [...view.demand.searches].sort((a, b) => a.search.searched.at.localeCompare(b.search.searched.at)).pop();
  if (last === undefined) return t("order-nobody-searched");
  const court = ref.court(last.search.court);
  const where = court === "" ? word("search-place", last.search.place) : `${word("search-place", last.search.place)}, ${court}`;
  const line = [
    t("order-searched", {
      where, date: dayWords(last.search.searched.at, last.search.searched.zone), who: ref.person(last.by), result: word("search-result", last.search.result),
    }),
  ];
  const stale = view.warnings.find((one) => one.type === "docketSearchStale");
  if (stale !== undefined) line.push(t("order-search-stale", { days: stale.days }));
  if (view.recheckAt !== null) line.push(t("order-search-again", { date: dayWords(view.recheckAt, zone) }));
  return line.join(" ");
}

/** What is missing before counsel can verify a claimed paper. */
function missing(paper: CourtPaper): string[] {
  const gaps: string[] = [];
  if (paper.document === null) gaps.push(t("order-missing-paper"));
  if (paper.entered.type === "notKnown") gaps.push(t("order-missing-entry"));
  return gaps;
}

function claims(view: DemandView, ref: Reference): string[] {
  const searches = view.demand.searches
    .filter((one) => view.compulsion.openClaims.includes(one.search.id))
    .map((one) =>
      t("order-claim-search", {
        where: word("search-place", one.search.place), date: dayWords(one.search.searched.at, one.search.searched.zone),
        who: ref.person(one.by), docket: one.search.docket === "" ? t("order-no-docket") : one.search.docket,
      }),
    );
  const found = papers(view).filter((one) => one.recorded.verified === null && one.recorded.setAside === null && does(one, view, "produce", "doNotProduce"));
  const lines = found.map((one) => {
    const gaps = missing(one.recorded.paper);
    const line = t("order-claim-paper", { docket: docketWords(one.proceeding, ref), who: ref.person(one.recorded.by), title: one.recorded.paper.title });
    return gaps.length === 0 ? line : `${line} ${t("order-claim-missing", { what: gaps.join(", ") })}`;
  });
  return [...lines, ...searches].slice(0, 3);
}

function scope(view: DemandView): string[] {
  const { inPart, accounts, ofAccounts } = view.compulsion;
  if (!inPart) return [];
  return [accounts < ofAccounts ? t("order-in-part-accounts", { accounts, of: ofAccounts }) : t("order-in-part-records")];
}

/** What stands beside every headline: a restraint that somebody claims, the agency's own withdrawal, and what
 *  our counsel set aside. None changes it. */
function beside(view: DemandView, ref: Reference): string[] {
  const { claimedRestraints, withdrawnOn, setAsideVerified, headline } = view.compulsion;
  const claimed = papers(view).filter((one) => claimedRestraints.includes(one.recorded.paper.id));
  const lines = claimed.slice(-2).map((one) => t("order-restraint-claimed", { docket: docketWords(one.proceeding, ref), who: ref.person(one.recorded.by) }));
  if (withdrawnOn !== null && headline !== "withdrawn") lines.push(t("order-withdrawn-too", { date: dateWords(withdrawnOn) }));
  for (const one of papers(view).filter((found) => setAsideVerified.includes(found.recorded.paper.id)).slice(-2)) {
    lines.push(t("order-set-aside", { docket: docketWords(one.proceeding, ref), title: one.recorded.paper.title, reason: one.recorded.setAside ?? "" }));
  }
  return lines;
}

/** The second lines for a demand. `zone` is the desk's own. */
export function bannerLines(view: DemandView, ref: Reference, zone: string): BannerLines {
  const { first, lines, caution } = ownLines(view, ref, zone);
  return { first, lines: view.compulsion.guard === null ? [...lines, ...beside(view, ref)] : lines, caution };
}

function ownLines(view: DemandView, ref: Reference, zone: string): BannerLines {
  const { compulsion } = view;
  // The papers that act now, as the desk folded them: one that was lifted or vacated since is not named.
  const acting = (ids: readonly string[]): Found[] => papers(view).filter((one) => ids.includes(one.recorded.paper.id));
  const orders = acting(compulsion.inForce.map((one) => one.paper));
  const words = (found: Found[], label?: MessageId): string[] =>
    found.slice(-2).map((one) => (label === undefined ? orderLine(one, view, ref, zone) : say(label, { paper: orderLine(one, view, ref, zone) })));
  const search = searchLine(view, ref, zone);
  const instrument = view.demand.facts?.instrument ?? "notConfirmed";

  if (compulsion.guard === "notConfirmed") return { first: undefined, lines: [t("order-not-confirmed-sub")], caution: false };
  if (compulsion.guard === "otherInstrument") {
    return { first: undefined, lines: [t("order-other-sub", { kind: word("instrument", instrument) })], caution: false };
  }
  switch (compulsion.headline) {
    case "conflictingOrders":
      return {
        first: t("order-conflicting-sub"),
        lines: [...words(orders, "order-line-produce"), ...words(acting(compulsion.contradictions), "order-line-against"), ...scope(view)],
        caution: false,
      };
    case "restrained":
      return { first: words(acting(compulsion.restraints)).pop(), lines: scope(view), caution: false };
    case "inForce":
      return { first: words(orders)[0], lines: [...words(orders).slice(1), ...scope(view)], caution: false };
    case "stayed":
      return { first: words(acting(compulsion.stays), "order-line-stay").pop(), lines: [...words(acting(compulsion.stayed), "order-line-stayed"), ...scope(view)], caution: false };
    case "claimed": {
      const by = compulsion.claimedComplyBy;
      const first = by === null ? t("order-claimed-sub") : `${t("order-claimed-sub")} ${t("order-claimed-by", { date: printedWords(by) })}`;
      return { first, lines: [...[said(view)].flatMap((one) => one ?? []), ...claims(view, ref), ...scope(view)], caution: false };
    }
    default: {
      const pending = compulsion.headline === "proceedingPending" ? view.proceedings.find((one) => !one.ended) : undefined;
      const first = said(view) ?? (pending === undefined ? undefined : t("order-pending", { docket: docketWords(pending, ref) }));
      // An order that ended is on record; what can be said is that none is in force.
      const none = t(compulsion.hadOrder ? "order-none-sub-ended" : "order-none-sub", { time: momentWords(compulsion.asOf, zone) });
      return { first, lines: [none, search], caution: true };
    }
  }
}
