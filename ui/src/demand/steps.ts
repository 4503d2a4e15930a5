import { word } from "../fault/words";
import type { DemandView } from "../host";
import { dateWords } from "../text/format";
import { t } from "../text/text.svelte";
import { dayWords, printedWords, saidWords } from "./order/printed";
import type { Reference } from "./reference.svelte";
import type { DemandTab } from "./tabs";

/** One station on the way of a demand. Not a wizard: any can be opened at any time. */
export interface Station {
  id: "received" | "logged" | "dates" | "search" | "counsel" | "notice" | "closed";
  label: string;
  state: "done" | "open" | "waiting" | "again" | "skipped";
  /** Who, when, or why not. */
  detail: string;
  tab: DemandTab;
}

function notice(view: DemandView): Pick<Station, "state" | "detail"> {
  const { demand } = view;
  const targets = demand.facts?.targets.map((one) => one.id) ?? [];
  const owed = targets.length === 0 ? [null] : targets;
  const made = owed.map((target) => demand.notices.find((one) => one.target === target)?.decision);
  const sent = owed.filter((target) => view.letters.some((one) => one.target === target && one.step === "sent")).length;
  if (view.notice === "forbidden") return { state: "skipped", detail: t("step-notice-forbidden") };
  if (view.notice === "held") return { state: "waiting", detail: t("step-notice-held") };
  if (made.some((one) => one === undefined)) return { state: "open", detail: t("step-notice-undecided") };
  const notify = made.filter((one) => one?.type === "notify").length;
  const later = made.find((one) => one?.type === "later");
  if (notify > sent) return { state: "waiting", detail: t("step-notice-to-send", { count: notify - sent }) };
  if (later?.type === "later") return { state: "waiting", detail: t("step-notice-later", { date: dateWords(later.on) }) };
  return notify === 0 ? { state: "skipped", detail: t("step-notice-no") } : { state: "done", detail: t("step-notice-sent") };
}

function counsel(view: DemandView, ref: Reference, zone: string): Pick<Station, "state" | "detail"> {
  const { demand } = view;
  const last = [...demand.decisions].sort((a, b) => a.at.localeCompare(b.at)).pop();
  if (demand.step === "withCounsel") return { state: "waiting", detail: t("step-counsel-waiting") };
  if (demand.step === "returned") return { state: "open", detail: t("step-counsel-returned") };
  if (last !== undefined) return { state: "done", detail: t("step-by", { who: ref.person(last.by), when: dayWords(last.at, zone) }) };
  return demand.step === "closed" ? { state: "skipped", detail: t("step-counsel-none") } : { state: "open", detail: t("step-counsel-not-asked") };
}

/** The way of a demand. `zone` is the desk's own. */
export function stations(view: DemandView, ref: Reference, zone: string): Station[] {
  const { demand } = view;
  const facts = demand.facts;
  const last = [...demand.searches].sort((a, b) => a.search.searched.at.localeCompare(b.search.searched.at)).pop();
  const stale = view.warnings.some((one) => one.type === "docketSearchStale");
  return [
    { id: "received", label: t("step-received"), state: "done", detail: facts === null ? "" : saidWords(facts.received), tab: "facts" },
    { id: "logged", label: t("step-logged"), state: "done", detail: demand.logged === null ? "" : dayWords(demand.logged, zone), tab: "timeline" },
    {
      id: "dates", label: t("step-dates"), state: facts?.returnDate === null ? "open" : "done", tab: "facts",
      detail: facts?.returnDate ? printedWords(facts.returnDate) : t("step-dates-none"),
    },
    {
      id: "search", label: t("step-search"), state: last === undefined ? "open" : stale ? "again" : "done", tab: "court",
      detail: last === undefined ? t("order-nobody-searched") : t("step-by", { who: ref.person(last.by), when: dayWords(last.search.searched.at, last.search.searched.zone) }),
    },
    { id: "counsel", label: t("step-counsel"), tab: "counsel", ...counsel(view, ref, zone) },
    { id: "notice", label: t("step-notice"), tab: "letters", ...notice(view) },
    {
      id: "closed", label: t("step-close"), state: demand.outcome === null ? "open" : "done", tab: "facts",
      detail: demand.outcome === null ? t("step-close-open") : word("outcome", demand.outcome),
    },
  ];
}
