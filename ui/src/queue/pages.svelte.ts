import type { Desk } from "../app/desk.svelte";
import { faultOf, type Fault, type QueueRow, type QueueSort, type QueueView } from "../host";

/** What the list shows. */
export interface Question {
  view: QueueView;
  sort: QueueSort;
  text: string;
}

const PAGE = 100;
const LEAP = 500;

/** The rows of a view, fetched as they come to sight. Pages follow one another by key, never by counting from the start, so a
 *  far jump fetches what lies between, in larger pages. Old rows stay on the screen until the new ones are there. */
export class QueueRows {
  rows = $state.raw<readonly QueueRow[]>([]);
  total = $state(0);
  fault = $state.raw<Fault | null>(null);
  /** Nothing was answered yet for this question. */
  waiting = $state(true);
  readonly #desk: Desk;
  #question: Question | null = null;
  #next: string | null = null;
  #ended = false;
  #wanted = PAGE - 1;
  #turn = 0;
  #running = false;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  at(index: number): QueueRow | undefined {
    return this.rows[index];
  }

  /** Another question: from the top. */
  ask(question: Question): void {
    this.#question = question;
    this.#wanted = PAGE - 1;
    this.waiting = true;
    void this.again();
  }

  /** The same question, as far as it was read. */
  async again(): Promise<void> {
    this.#turn += 1;
    await this.#run(this.#turn, true);
  }

  /** Rows up to `last` are about to be seen. */
  need(last: number): void {
    this.#wanted = Math.max(this.#wanted, last);
    if (!this.#running && !this.#ended && this.rows.length <= this.#wanted) void this.#run(this.#turn, false);
  }

  /** The place of a demand among the rows read, or -1. */
  indexOf(demand: string): number {
    return this.rows.findIndex((one) => one.demand === demand);
  }

  async #run(turn: number, fresh: boolean): Promise<void> {
    const question = this.#question;
    if (question === null) return;
    this.#running = true;
    let rows = fresh ? [] : [...this.rows];
    let after = fresh ? null : this.#next;
    let ended = false;
    try {
      do {
        const limit = this.#wanted - rows.length > LEAP ? LEAP : PAGE;
        const page = await this.#desk.host.call("queue", { ...question, after, limit });
        if (turn !== this.#turn) return;
        rows = rows.concat(page.rows);
        after = page.next;
        ended = page.next === null || page.rows.length === 0;
        // While going on, what is there is shown; when starting over, only once it reaches as far as what was shown.
        if (!fresh || ended || rows.length > this.#wanted) {
          this.rows = rows;
          this.total = page.total;
        }
      } while (!ended && rows.length <= this.#wanted);
      this.#next = after;
      this.#ended = ended;
      this.fault = null;
    } catch (reason) {
      if (turn === this.#turn) this.fault = faultOf(reason);
    }
    if (turn === this.#turn) {
      this.#running = false;
      this.waiting = false;
    }
  }
}
