import type { Places } from "../app/places";
import { visibleName } from "../demand/documents/name";
import type { DemandTab } from "../demand/tabs";
import type { Part, Piece, SearchHit } from "../host";
import { kebab } from "../fault/kebab";
import { masked } from "../parts/veil.svelte";
import type { MessageId } from "../text/ids.gen";
import { say, t } from "../text/text.svelte";

/** Where each part of what is recorded of a demand is to be seen. */
const TABS: Record<Part, DemandTab> = {
  reference: "facts", number: "facts", target: "facts", person: "facts", office: "facts", recipient: "facts", stated: "facts",
  // Reasons and notes of every kind stand in the timeline; other tabs have only some of them.
  note: "timeline", docketSearch: "court", documentName: "files", docket: "court", courtPaper: "court", address: "letters",
};

/** A part in words: "note", "docket number". */
export const partWords = (part: Part): string => say(`search-part-${kebab(part)}` as MessageId);

/** What it is: "subpoena.pdf, page 3", "Demand · note". */
export function whatWords({ place }: SearchHit): string {
  if (place.type === "page") return t("search-what-page", { name: visibleName(place.name), page: place.page + 1 });
  return t("search-what", { kind: t(`search-what-${place.type}`), part: partWords(place.part) });
}

/** The words met, as they stand there: the first of them, and what follows it in a row. */
export function wordsMet(snippet: readonly Piece[]): string | undefined {
  const first = snippet.findIndex((one) => one.hit);
  if (first < 0) return undefined;
  let last = first;
  for (let at = first + 1; at < snippet.length; at += 1) {
    const one = snippet[at];
    if (one?.hit === true) last = at;
    else if (one?.text.trim() !== "") break;
  }
  const words = snippet.slice(first, last + 1).map((one) => one.text).join("").trim().replace(/\s+/g, " ");
  return words === "" ? undefined : words;
}

/** Where a hit is opened, in one of its demands. */
export function placeOf(hit: SearchHit, demand: string): Places["demand"] {
  const { place } = hit;
  if (place.type === "proceeding") return { id: demand, tab: "court" };
  if (place.type === "letter") return { id: demand, tab: "letters" };
  if (place.type === "demand") return { id: demand, tab: TABS[place.part] };
  const paper = { id: demand, tab: "files" as const, document: place.document, name: place.name, page: place.page };
  if (place.at.length > 0) return { ...paper, lit: place.at };
  const find = wordsMet(hit.snippet);
  return find === undefined ? paper : { ...paper, find };
}

// What may tell a person: an address, a handle, a number of four digits and more however it is written.
const TELLING = /@|(?:\d[^\p{L}\s]{0,2}){4,}/u;

/** Its words as they may be seen: in presentation mode nothing that tells a person. */
export function snippetShown({ place, snippet }: SearchHit, veiled: boolean): readonly Piece[] {
  const part = place.type === "page" ? null : place.part;
  if (!veiled || part === "reference" || part === "number" || part === "docket") return snippet;
  const all = part === "target" || part === "address" || part === "person";
  return snippet.map(({ text, hit }) => ({ hit, text: text.replace(/\S+/g, (word) => (all || TELLING.test(word) ? masked(word) : word)) }));
}
