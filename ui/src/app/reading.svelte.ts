import { untrack } from "svelte";
import { faultOf, type Fault, type Subject } from "../host";
import type { Desk } from "./desk.svelte";

/** What a screen reads: the value, or the fault, and whether an answer is still on its way. */
export class Reading<T> {
  value = $state.raw<T | null>(null);
  fault = $state.raw<Fault | null>(null);
  loading = $state(true);
  #load: () => Promise<T>;
  #turn = 0;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Asks again. A late answer to an older question is dropped; the old value stays on the screen until then. */
  async again(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.loading = true;
    try {
      const value = await this.#load();
      if (turn === this.#turn) {
        this.value = value;
        this.fault = null;
      }
    } catch (reason) {
      if (turn === this.#turn) this.fault = faultOf(reason);
    }
    if (turn === this.#turn) this.loading = false;
  }
}

/** Reads while a component lives: now, when what `load` depends on changes, and when a push touches what it concerns.
 *  `load` names its dependencies by using them before its first await. */
export function reading<T>(desk: Desk, load: () => Promise<T>, concerns: (subjects: readonly Subject[]) => boolean): Reading<T> {
  let started: Promise<T> | null = null;
  const one = new Reading<T>(() => {
    const first = started;
    started = null;
    return first ?? load();
  });
  $effect(() => {
    // Called here so that the state it uses is what this effect depends on.
    started = load();
    started.catch(() => undefined);
    untrack(() => void one.again());
  });
  $effect(() =>
    desk.pushes.touched.on((subjects) => {
      if (concerns(subjects)) void one.again();
    }),
  );
  return one;
}
