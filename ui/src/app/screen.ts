import type { Component } from "svelte";
import type { MessageId } from "../text/ids.gen";
import type { Desk } from "./desk.svelte";
import type { PlaceName, Places } from "./places";

/** A line of the sidebar. */
export interface SidebarLine<N extends PlaceName = PlaceName> {
  /** Unique among all lines. */
  id: string;
  label: MessageId;
  icon: Component;
  /** views stand above, register below. */
  section: "views" | "register";
  /** Smaller stands higher. */
  order: number;
  at: Places[N];
  /** How many, or null while it is not known. */
  count?: () => number | null;
  /** The chord that goes there: "g t". */
  keys?: string;
}

/** A screen: a folder under `views/` with a `screen.ts` whose default export is one of these. */
export interface Screen<N extends PlaceName = PlaceName> {
  name: N;
  /** Window and heading; holds no identifier. */
  title: MessageId;
  /** Gets the place's values as props. */
  component: Component<Places[N]>;
  /** bare: fills the window, no sidebar, no commands of the register (lock, first run). */
  frame?: "full" | "bare";
  sidebar?: readonly SidebarLine<N>[];
  /** What it adds to the whole window while a register is open, on whatever screen one is; returns the end of that. */
  everywhere?: (desk: Desk) => () => void;
}

/** Gives a screen its types. */
export function defineScreen<N extends PlaceName>(screen: Screen<N>): Screen {
  return screen as unknown as Screen;
}

/** The screens of this program by name, and their sidebar lines in order. */
export class Screens {
  readonly #all: ReadonlyMap<string, Screen>;

  constructor(screens: readonly Screen[]) {
    this.#all = new Map(screens.map((one) => [one.name, one]));
  }

  get(name: string): Screen | undefined {
    return this.#all.get(name);
  }

  /** Begins what screens add to the whole window; returns the end of all of it. */
  everywhere(desk: Desk): () => void {
    const ends = [...this.#all.values()].map((one) => one.everywhere?.(desk));
    return () => ends.forEach((end) => end?.());
  }

  lines(section: SidebarLine["section"]): { screen: Screen; line: SidebarLine }[] {
    return [...this.#all.values()]
      .flatMap((screen) => (screen.sidebar ?? []).map((line) => ({ screen, line })))
      .filter((one) => one.line.section === section)
      .sort((a, b) => a.line.order - b.line.order);
  }
}
