import type { Desk } from "../app/desk.svelte";
import { faultOf, type Fault, type SearchFound, type SearchRequest } from "../host";

/** The last question and its answer. An answer to an earlier question that comes late is dropped. */
export class Searching {
  found = $state.raw<SearchFound | null>(null);
  /** What `found` answers: the words in the box may have moved on. */
  answered = $state.raw<SearchRequest | null>(null);
  fault = $state.raw<Fault | null>(null);
  waiting = $state(false);
  readonly #desk: Desk;
  #turn = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Asks; nothing to ask takes away what was found. What was found before stays until the new answer is there. */
  async ask(request: SearchRequest | null): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.waiting = request !== null;
    if (request === null) {
      this.found = null;
      this.answered = null;
      this.fault = null;
      return;
    }
    try {
      const found = await this.#desk.host.call("search", request);
      if (turn !== this.#turn) return;
      this.found = found;
      this.answered = request;
      this.fault = null;
    } catch (reason) {
      if (turn !== this.#turn) return;
      this.fault = faultOf(reason);
    }
    this.waiting = false;
  }
}
