import type { Progress, SessionEvent, Subject } from "../host";

type Heard<T> = (value: T) => void;

function channel<T>(): { on: (heard: Heard<T>) => () => void; give: Heard<T> } {
  const all = new Set<Heard<T>>();
  return {
    on(heard) {
      all.add(heard);
      return () => all.delete(heard);
    },
    give(value) {
      for (const heard of [...all]) heard(value);
    },
  };
}

/** The three pushes, each on a line of its own. In a component: `$effect(() => desk.pushes.touched.on(…))`. */
export class Pushes {
  readonly touched = channel<readonly Subject[]>();
  readonly progress = channel<Progress>();
  readonly session = channel<SessionEvent>();
}

/** What the desk does by itself: nobody started it, nobody waits for it, and it is no job in the list. */
export const OWN_WORK: ReadonlySet<string> = new Set(["reading"]);

/** True when one of the subjects is this one; without an id, any of the kind. */
export function touches(subjects: readonly Subject[], type: Subject["type"], id?: string): boolean {
  return subjects.some((one) => one.type === type && (id === undefined || ("id" in one && one.id === id)));
}
