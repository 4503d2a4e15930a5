import type { Desk } from "../app/desk.svelte";
import { touches } from "../app/pushes";
import { faultWords } from "../fault/words";
import { faultOf, type Progress, type ReadingView } from "../host";
import { t } from "../text/text.svelte";

/** The line in the status bar comes when reading goes on for a while, and goes when it has ended for a while: a register of
 *  thousands of small papers is one line, not thousands. */
const APPEAR_MS = 2000;
const LINGER_MS = 2500;
/** When it is asked again: at the end of a paper, sooner while nothing is said yet, and after no sign of a paper that is read slowly. */
const SOON_MS = 250;
const BETWEEN_MS = 1000;
const SILENCE_MS = 3000;

type Line = "none" | "reading" | "paused";

/** How far the papers of the register are read, followed while it is open. One for a window. */
export class PapersReading {
  view = $state.raw<ReadingView | null>(null);
  /** A person asked for something and it is not answered yet. */
  busy = $state(false);
  readonly #desk: Desk;
  #line: Line = "none";
  #change: { to: Line; timer: ReturnType<typeof setTimeout> } | null = null;
  #again: { due: number; timer: ReturnType<typeof setTimeout> } | null = null;
  #turn = 0;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Follows until the end that is returned. */
  follow(): () => void {
    const { pushes } = this.#desk;
    const ends = [
      pushes.progress.on((progress) => this.#moved(progress)),
      pushes.touched.on((subjects) => {
        if (touches(subjects, "demand") || touches(subjects, "proceeding") || touches(subjects, "letter")) this.#soon(BETWEEN_MS);
      }),
    ];
    void this.#ask();
    return () => {
      for (const end of ends) end();
      clearTimeout(this.#again?.timer);
      this.#again = null;
      this.#turn += 1;
      this.view = null;
      this.#draw("none");
    };
  }

  /** Pauses, or lets it go on. */
  async pause(paused: boolean): Promise<void> {
    const done = await this.#act(() => this.#desk.host.call("pause_reading", { paused }));
    if (done) this.#desk.announcer.say(t(paused ? "reading-paused" : "reading-goes-on"));
  }

  /** Has one paper read again, or all that could not be. */
  async readAgain(document: string | null): Promise<void> {
    const done = await this.#act(() => this.#desk.host.call("read_again", { document }));
    if (done) this.#desk.toasts.done(t("reading-again-done"));
  }

  async #act(call: () => Promise<ReadingView>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const view = await call();
      if (turn === this.#turn) this.#take(view);
      return turn === this.#turn;
    } catch (reason) {
      const words = faultWords(faultOf(reason));
      if (turn === this.#turn) this.#desk.toasts.fault(`${words.happened} ${words.todo}`);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #ask(): Promise<void> {
    // What a person asked for is answered with the same; an older state must not come after it.
    if (this.busy) return this.#soon(BETWEEN_MS);
    this.#turn += 1;
    const turn = this.#turn;
    const view = await this.#desk.host.call("reading", {}).catch(() => null);
    if (turn === this.#turn && view !== null) this.#take(view);
  }

  /** Asks again in so long, or earlier if that was meant already: many signs are one question. */
  #soon(wait: number): void {
    const due = Date.now() + wait;
    if (this.#again !== null && this.#again.due <= due) return;
    clearTimeout(this.#again?.timer);
    this.#again = { due, timer: setTimeout(() => ((this.#again = null), void this.#ask()), wait) };
  }

  #moved(progress: Progress): void {
    if (progress.what !== "reading") return;
    const now = this.view?.now;
    if (!progress.ended && this.view?.paused !== true) this.#turnTo("reading", APPEAR_MS);
    if (this.view === null || progress.ended || now?.job !== progress.job) return this.#soon(this.#line === "none" ? SOON_MS : BETWEEN_MS);
    this.view = { ...this.view, now: { ...now, done: progress.done, pages: progress.total ?? now.pages } };
  }

  #take(view: ReadingView): void {
    this.view = view;
    if (view.paused) return this.#draw(view.waiting > 0 ? "paused" : "none");
    if (this.#line === "paused" && (view.now !== null || view.waiting > 0)) this.#draw("reading");
    if (view.now !== null) this.#soon(SILENCE_MS);
    else if (view.waiting > 0 && this.#line === "reading") this.#soon(BETWEEN_MS);
    this.#turnTo(view.now === null ? "none" : "reading", view.now === null ? LINGER_MS : APPEAR_MS);
  }

  #turnTo(to: Line, wait: number): void {
    if (to === this.#change?.to) return;
    clearTimeout(this.#change?.timer);
    this.#change = to === this.#line ? null : { to, timer: setTimeout(() => this.#draw(to), wait) };
  }

  #draw(line: Line): void {
    clearTimeout(this.#change?.timer);
    this.#change = null;
    if (line === this.#line) return;
    this.#line = line;
    const waiting = (): number => this.view?.waiting ?? 0;
    this.#desk.ownWork = line === "none" ? null : {
      text: () => t(line === "paused" ? "reading-line-paused" : "reading-line", { waiting: waiting() }),
      label: () => t(line === "paused" ? "reading-go-on" : "reading-pause"),
      run: () => void this.pause(line !== "paused"),
    };
  }
}

const made = new WeakMap<Desk, PapersReading>();

/** The window's one. */
export function papersReadingOf(desk: Desk): PapersReading {
  let found = made.get(desk);
  if (found === undefined) {
    found = new PapersReading(desk);
    made.set(desk, found);
  }
  return found;
}
