import type { PageText, TextWord } from "../host";

/** Left, top, right, bottom, in 1/72 inch from the page's top left. */
export type Place = readonly [number, number, number, number];

/** Places of a page that are to be seen. */
export interface Source {
  page: number;
  places: readonly Place[];
}

/** Words found on a page. */
export interface Hit {
  page: number;
  places: readonly Place[];
}

/** Letters without marks and case, so that "Peticion" finds "petición". */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
}

/** Every place where the typed words stand in a row, the first and the last perhaps only in part. */
export function hitsOn(text: PageText, typed: string): Hit[] {
  const wanted = folded(typed).trim().split(/\s+/).filter((one) => one !== "").join(" ");
  if (wanted === "") return [];
  const words: TextWord[] = text.lines.flatMap((line) => line.words);
  const starts: number[] = [];
  let plain = "";
  for (const word of words) {
    if (plain !== "") plain += " ";
    starts.push(plain.length);
    plain += folded(word.text);
  }
  const hits: Hit[] = [];
  for (let from = plain.indexOf(wanted); from >= 0; from = plain.indexOf(wanted, from + wanted.length)) {
    const to = from + wanted.length;
    const found = words.filter((word, index) => {
      const start = starts[index] ?? 0;
      return start < to && start + folded(word.text).length > from;
    });
    if (found.length > 0) hits.push({ page: text.page, places: found.map((word) => word.at) });
  }
  return hits;
}

/** Words between two of a page in reading order, both included, as a person would copy them. */
export function wordsBetween(text: PageText, first: TextWord, last: TextWord): string {
  const words = text.lines.flatMap((line) => line.words);
  const [a, b] = [words.indexOf(first), words.indexOf(last)].sort((x, y) => x - y);
  if (a === undefined || b === undefined || a < 0) return last.text;
  return words.slice(a, b + 1).map((word) => word.text).join(" ");
}
