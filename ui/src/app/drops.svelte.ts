import type { Picked } from "../host";
import { untrack } from "svelte";

/** Takes files dropped on the window. */
export interface DropTaker {
  /** What will happen, in words: "Log a new demand with these files". */
  label: () => string;
  take: (files: readonly Picked[]) => void;
}

/** Files over the window. The whole window is one target; the screen that came last takes them. */
export class Drops {
  over = $state(false);
  #takers = $state.raw<readonly DropTaker[]>([]);

  get taker(): DropTaker | undefined {
    return this.#takers[this.#takers.length - 1];
  }

  /** Becomes the one who takes; returns the end of it. */
  add(taker: DropTaker): () => void {
    this.#takers = [...untrack(() => this.#takers), taker];
    return () => {
      this.#takers = untrack(() => this.#takers).filter((one) => one !== taker);
    };
  }

  give(files: readonly Picked[]): void {
    this.over = false;
    if (files.length > 0) this.taker?.take(files);
  }
}
