import type { JudgeAuthority, JudgePower, Proceeding, Suggestion, Suggestions } from "../../host";
import type { Offered } from "../../paper/offers.svelte";
import { dateWords } from "../../text/format";
import { t } from "../../text/text.svelte";
import type { PaperDraft } from "./paper-draft.svelte";

type Made = Omit<Offered<PaperDraft>, "page" | "places">;

/** That a magistrate judge has the parties' consent no signature says: counsel does. */
const AUTHORITY: Record<JudgePower, JudgeAuthority["type"]> = { districtJudge: "districtJudge", magistrateJudge: "magistrate", appellatePanel: "appellatePanel" };

function made({ field, value, quote }: Suggestion, all: Suggestions, zone: string): Made[] {
  if (value.type === "date" && (field === "signed" || field === "entered")) {
    const on = { date: value.date, time: null, zone };
    return [field === "signed"
      ? { field, text: dateWords(value.date), taken: (draft) => draft.signed?.date === value.date, take: (draft) => (draft.signed = on) }
      : { field, text: dateWords(value.date), taken: (draft) => draft.enteredOn?.date === value.date, take: (draft) => ([draft.entered, draft.enteredOn] = ["on", on]) }];
  }
  if (value.type === "judgePower") {
    const name = all.fields.find((other) => other.field === "judge")?.quote ?? quote;
    const judge = AUTHORITY[value.power];
    return [{ field: "judge", text: `${t(`court-judge-${judge}`)} · “${name}”`, taken: (draft) => draft.judge === judge, take: (draft) => (draft.judge = judge) }];
  }
  if (value.type === "filingStamp") {
    return [{ field: "entryNumber", text: value.document, taken: (draft) => draft.entryNumber.trim() === value.document, take: (draft) => (draft.entryNumber = value.document) }];
  }
  return [];
}

/** What is offered for a court paper: its number, judge and dates, each to be taken by itself. What it orders is offered never, nor
 *  what it is, from which the form concludes who made it and whether it decides: both are read by a person. */
export function offeredByPaper(all: Suggestions, zone: string): Offered<PaperDraft>[] {
  return all.fields.flatMap((one) => {
    const first = one.places[0]?.page ?? 0;
    const places = one.places.filter((place) => place.page === first).flatMap((place) => place.rects);
    return made(one, all, zone).map((found) => ({ ...found, page: first, places }));
  });
}

/** Something the paper says beside the fields, with its page from 1. */
export interface Said {
  text: string;
  page: number;
}

const page = (one: Suggestion): number => (one.places[0]?.page ?? 0) + 1;

/** Where the paper names another docket or court than the one it is being recorded in. An office or a judge's initials make no other case. */
export function otherCase(all: Suggestions, into: Proceeding, courtName: (id: string) => string): Said[] {
  const here = into.docket?.parsed ?? null;
  const found = all.fields.flatMap((one): Said[] => {
    const { value } = one;
    if (value.type === "court" && value.court !== into.court) return [{ text: courtName(value.court), page: page(one) }];
    const docket = value.type === "docket" || value.type === "filingStamp" ? value.docket : null;
    const there = docket?.parsed ?? null;
    if (docket === null || here === null || there === null) return [];
    const same = there.year === here.year && there.sequence === here.sequence && there.kind === here.kind;
    return same ? [] : [{ text: docket.raw, page: page(one) }];
  });
  return found.filter((one, at) => found.findIndex((other) => other.text === one.text) === at);
}

/** The sentences that seem to decide something, in the paper's own words. */
export function operativeWords(all: Suggestions): (Said & { what: string })[] {
  return all.fields.flatMap((one) => (one.value.type === "effect" ? [{ what: t(`court-what-${one.value.what}`), text: one.quote, page: page(one) }] : []));
}

