import type { CourtPaper, DemandView, DocketNumber, Effect, Entered, PrintedDate, Proceeding, RecordedPaper } from "../host";
import { scopeWords } from "../counsel/cells/cells";
import { dateWords, timeWords, zoneWords } from "../text/format";
import { t } from "../text/text.svelte";
import type { Known } from "./act/known";

/** A printed date as printed: "Thu 3 Dec 2026, 5:00 PM PST". */
export function printedWords(date: PrintedDate): string {
  if (date.time === null) return dateWords(date.date);
  const time = date.time.slice(0, 5);
  return `${dateWords(date.date)}, ${timeWords(time)} ${zoneWords(date.zone, new Date(`${date.date}T${time}:00Z`))}`;
}

/** "Order of 9 Nov, no. 12" in short: the title, or the kind. */
export function paperWords(paper: CourtPaper): string {
  return paper.title.trim() === "" ? t(`court-paper-kind-${paper.kind}`) : paper.title;
}

export function enteredWords(entered: Entered): string {
  if (entered.type === "notKnown") return t("court-entered-words-notKnown");
  if (entered.type === "on") return t("court-entered-words-on", { date: dateWords(entered.date) });
  return t("court-entered-words-sealed", { date: dateWords(entered.date), with: entered.with });
}

/** How a docket number was read, or that it was not: it is kept as typed either way. */
export function docketReading(docket: DocketNumber): { read: boolean; words: string } {
  const { parsed } = docket;
  if (parsed === null) return { read: false, words: t("court-proceeding-docket-raw") };
  const values = { year: String(parsed.year), kind: parsed.kind, number: String(parsed.sequence) };
  const words = parsed.office === null
    ? t("court-proceeding-docket-read-short", values)
    : t("court-proceeding-docket-read", { office: parsed.office, ...values });
  const judges = parsed.judges.length === 0 ? "" : t("court-proceeding-docket-judges", { judges: parsed.judges.join("-") });
  return { read: true, words: words + judges };
}

/** "N.D. Cal. 3:26-mc-80123" */
export function proceedingWords(proceeding: Proceeding, known: Known): string {
  return `${known.court(proceeding.court)?.abbreviation ?? proceeding.court} ${proceeding.docket?.raw ?? ""}`.trim();
}

/** Papers that can order something; the others are requests, recommendations or notes. */
export const canRule = (paper: CourtPaper): boolean => paper.kind === "order" || paper.kind === "appellateDecision";

/** True where a paper says something that counsel has to check before it counts. */
export const isClaim = (recorded: RecordedPaper): boolean =>
  recorded.verified === null && recorded.setAside === null && recorded.paper.effects.some((effect) => effect.what !== "pending");

export const paperOf = (view: DemandView, id: string): CourtPaper | undefined =>
  view.proceedings.flatMap((one) => one.papers).find((one) => one.paper.id === id)?.paper;

/** One effect in words: what, on which cells, on which earlier paper, by when. */
export function effectWords(view: DemandView, effect: Effect): string {
  const parts = [t(`court-what-${effect.what}`), scopeWords(view, effect.cells)];
  if (effect.actsOn !== null) {
    const earlier = paperOf(view, effect.actsOn);
    parts.push(t("court-acts-on-words", { paper: earlier === undefined ? "" : paperWords(earlier) }));
  }
  if (effect.complyBy !== null) parts.push(t("court-comply-words", { date: printedWords(effect.complyBy) }));
  return parts.join(" · ");
}

/** What one may call a document of the demand. */
export const documentName = (view: DemandView, id: string | null): string | undefined =>
  view.demand.documents.find((one) => one.document === id)?.name;
