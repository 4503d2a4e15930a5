/** Lower case without accents: "Carta" and "carta", "días" and "dias" are the same. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

/** How well a text answers: 3 starts with it, 2 a word starts with it, 1 has it inside, 0 not at all. */
export function score(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 3;
  if (text.split(/[^\p{L}\p{N}@]+/u).some((word) => word.startsWith(wanted))) return 2;
  return text.includes(wanted) ? 1 : 0;
}

/** The things in which every typed word is found; the best first, else as they came. */
export function keyed<T>(things: readonly T[], typed: string, texts: (thing: T) => readonly string[]): T[] {
  const wanted = folded(typed).split(/\s+/).filter((word) => word !== "");
  if (wanted.length === 0) return [...things];
  return things
    .map((thing, place) => {
      const all = texts(thing).map(folded);
      const scores = wanted.map((word) => Math.max(0, ...all.map((text) => score(text, word))));
      return { thing, place, total: scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0) };
    })
    .filter((one) => one.total > 0)
    .sort((a, b) => b.total - a.total || a.place - b.place)
    .map((one) => one.thing);
}
