import type { HitPlace, Piece, ReadingView, SearchFound, SearchHit } from "../../src/host";

export const readingView = (more: Partial<ReadingView> = {}): ReadingView => ({
  read: 40, waiting: 0, troubled: 0, holding: 0, recognisedPages: 0, troubles: [], paused: false, now: null, recognition: "twoReadings", ...more,
});

export const demandOf = (number: number, open = true) => ({ demand: `d${number}`, reference: `2026-000${number}`, open });

/** "…[river] …": the words in brackets are those met. */
export const pieces = (text: string): Piece[] =>
  text.split(/(\[[^\]]*\])/).filter((one) => one !== "").map((one) => (one.startsWith("[") ? { text: one.slice(1, -1), hit: true } : { text: one, hit: false }));

export const hit = (place: HitPlace, snippet = "about the [river] at night", demands = [demandOf(3)]): SearchHit => ({ place, demands, snippet: pieces(snippet) });

export const page = (more: object = {}): HitPlace => ({
  type: "page", document: "doc1", name: "subpoena.pdf", page: 2, at: [[10, 20, 50, 30]], recognised: false, ...more,
});

export const found = (hits: SearchHit[], more: Partial<SearchFound> = {}): SearchFound => ({
  hits, more: false, newestOnly: false, identifiers: [], reading: readingView(), ...more,
});
