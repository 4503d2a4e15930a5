/** Presentation mode: identifiers are masked on the screen, for a shared screen or a shoulder. */
class Veil {
  on = $state(false);
}

export const veil = new Veil();

/** "@river_lantern_88" → "@ri•••88": enough to tell two apart, too little to know one. */
export function masked(value: string): string {
  const sign = value.startsWith("@") ? "@" : "";
  const letters = Array.from(value.slice(sign.length));
  if (letters.length < 6) return `${sign}•••`;
  return `${sign}${letters.slice(0, 2).join("")}•••${letters.slice(-2).join("")}`;
}
