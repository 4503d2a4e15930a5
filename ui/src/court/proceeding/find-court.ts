import type { Court } from "../../host";

const plain = (text: string): string => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[.,]/g, "").trim();

/** Courts that fit what was typed: every word begins a word of the abbreviation, name or state. Best first. */
export function findCourts(courts: readonly Court[], typed: string): Court[] {
  const text = plain(typed);
  if (text === "") return [...courts];
  const wanted = text.split(/\s+/);
  const close = text.replace(/\s/g, "");
  const rank = (court: Court): number => {
    const short = plain(court.abbreviation).replace(/\s/g, "");
    if (short === close || court.id === close) return 0;
    if (short.startsWith(close)) return 1;
    const words = plain(`${court.abbreviation} ${court.name} ${court.state}`).split(/\s+/);
    if (!wanted.every((one) => words.some((word) => word.startsWith(one)))) return 9;
    return plain(court.state).startsWith(wanted[wanted.length - 1] ?? "") ? 2 : 3;
  };
  return courts
    .map((court) => ({ court, rank: rank(court) }))
    .filter((one) => one.rank < 9)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => one.court);
}
