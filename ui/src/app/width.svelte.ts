/** The three layouts: list beside or above a split demand; list as a column; one pane at a time. */
export type Width = "wide" | "middle" | "narrow";

/** The layout for a window of so many CSS px at a text size in percent: larger text needs the room of a smaller window. */
export function widthFor(px: number, textSize: number): Width {
  const room = px / Math.max(1, textSize / 100);
  if (room >= 1360) return "wide";
  return room >= 1000 ? "middle" : "narrow";
}

export class WindowWidth {
  px = $state(typeof innerWidth === "number" ? innerWidth : 1440);
  #textSize: () => number;

  constructor(textSize: () => number) {
    this.#textSize = textSize;
  }

  get layout(): Width {
    return widthFor(this.px, this.#textSize());
  }
}
