import type { SearchKind, SearchRequest } from "../host";

/** What is searched for, and where: the values of the place, so that Back finds the same search again. */
export interface SearchAt {
  text?: string;
  /** Only of this demand, and how it is called where that is known. */
  demand?: string;
  reference?: string;
  kind?: SearchKind;
  open?: boolean;
  /** Received on this day or later; on this day or earlier. */
  from?: string;
  to?: string;
  /** As many as there can be. */
  more?: boolean;
  /** The hit one went to from here. */
  chosen?: number;
  /** How far papers are read stands open. */
  reading?: boolean;
}

/** How many hits are asked for at first, and at most. */
export const FIRST = 50;
export const MOST = 200;

/** The question; none while nothing is typed. */
export function requestOf(at: SearchAt): SearchRequest | null {
  const text = (at.text ?? "").trim();
  if (text === "") return null;
  return {
    text,
    within: {
      kinds: at.kind === undefined ? [] : [at.kind],
      open: at.open ?? null,
      demand: at.demand ?? null,
      receivedFrom: at.from ?? null,
      receivedTo: at.to ?? null,
    },
    limit: at.more === true ? MOST : FIRST,
  };
}

/** Something is left out beside what is typed. */
export function isFiltered({ demand, kind, open, from, to }: SearchAt): boolean {
  return [demand, kind, open, from, to].some((one) => one !== undefined);
}

/** The same words, everywhere. */
export function unfiltered({ text, reading }: SearchAt): SearchAt {
  return { text, reading };
}
