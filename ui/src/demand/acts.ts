import type { Desk } from "../app/desk.svelte";
import { faultOf, opId, type Act, type Done, type Fault, type Moment, type Seen } from "../host";

/** An act came to an end: done, or the fault in the way. */
export type Ended = { done: Done; fault: null } | { done: null; fault: Fault };

/** One act that can be tried again: the same content keeps its op id, so that an uncertain failure never does it twice. */
export class Attempt {
  #op = opId();
  #sent = "";

  /** Performs it; a changed act is another act and gets another id. */
  async perform(desk: Desk, act: Act, seen: readonly Seen[] = [], happened: Moment | null = null): Promise<Ended> {
    const content = JSON.stringify([act, happened]);
    if (this.#sent !== "" && this.#sent !== content) this.#op = opId();
    this.#sent = content;
    try {
      const done = await desk.host.call("act", { op: this.#op, act, seen: [...seen], happened });
      this.#op = opId();
      this.#sent = "";
      return { done, fault: null };
    } catch (reason) {
      return { done: null, fault: faultOf(reason) };
    }
  }
}

/** An act that is done once, without a form behind it. */
export async function perform(desk: Desk, act: Act, seen: readonly Seen[] = []): Promise<Ended> {
  return new Attempt().perform(desk, act, seen);
}

/** Only what was seen of the demand itself: an act that concerns it alone is no conflict because a letter moved on. */
export function seenOf(seen: readonly Seen[], demand: string): Seen[] {
  return seen.filter((one) => one.subject.type === "demand" && one.subject.id === demand);
}
