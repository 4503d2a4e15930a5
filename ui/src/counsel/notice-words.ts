import type { Known } from "../court/act/known";
import type { DemandView, NoticeDecision } from "../host";
import { dateWords } from "../text/format";
import { t } from "../text/text.svelte";

/** Whether the users may be told, and by what: only an order or a statute forbids it, a request never does. */
export function standingWords(view: DemandView, known: Known): string {
  const ndo = view.demand.facts?.nonDisclosure ?? { type: "none" };
  if (view.notice === "endUnconfirmed") return t("counsel-notice-ended", { date: ndo.type === "ordered" && ndo.end !== null ? dateWords(ndo.end) : "" });
  if (view.notice === "held") return t("counsel-notice-held", { basis: ndo.type === "asserted" ? ndo.basis : "" });
  if (view.notice === "forbidden") {
    if (ndo.type === "statutory") return t("counsel-notice-statutory", { basis: ndo.basis });
    if (ndo.type === "ordered") {
      const court = known.court(ndo.court)?.abbreviation ?? ndo.court;
      return t("counsel-notice-ordered", { court, docket: ndo.docket, until: ndo.end === null ? "none" : dateWords(ndo.end) });
    }
  }
  return ndo.type === "requested" ? t("counsel-notice-requested") : t("counsel-notice-free");
}

export function decisionWords(decision: NoticeDecision | undefined): string {
  if (decision === undefined) return t("counsel-notice-undecided");
  if (decision.type === "notify") return t("counsel-notice-words-notify");
  if (decision.type === "no") return t("counsel-notice-words-no", { reason: decision.reason });
  return t("counsel-notice-words-later", { date: dateWords(decision.on), reason: decision.reason });
}
