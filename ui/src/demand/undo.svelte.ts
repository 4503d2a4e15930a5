import type { Desk } from "../app/desk.svelte";
import { faultWords } from "../fault/words";
import type { Act } from "../host";
import { t } from "../text/text.svelte";
import { perform } from "./acts";

/** Compensating acts of this session, the latest last. Undo never takes an entry away: it adds one. */
export class UndoStack {
  #acts: { what: string; act: Act }[] = [];
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.pushes.session.on((event) => {
      if (event.event === "locked") this.#acts = [];
    });
  }

  /** Says what was done, with Undo for ten seconds and Ctrl+Z as long as the session lasts. */
  done(what: string, compensating: Act | null): void {
    if (compensating === null) return this.#desk.toasts.done(what);
    const entry = { what, act: compensating };
    this.#acts = [...this.#acts.slice(-49), entry];
    this.#desk.toasts.done(what, () => this.#take(entry));
  }

  /** Undoes the latest. */
  async undo(): Promise<void> {
    const last = this.#acts[this.#acts.length - 1];
    if (last === undefined) return this.#desk.toasts.done(t("undo-nothing"));
    await this.#take(last);
  }

  async #take(entry: { what: string; act: Act }): Promise<void> {
    if (!this.#acts.includes(entry)) return;
    this.#acts = this.#acts.filter((one) => one !== entry);
    // Its message offers an Undo that is spent.
    const spent = this.#desk.toasts.list.find((one) => one.text === entry.what && one.undo !== undefined);
    if (spent !== undefined) this.#desk.toasts.close(spent.id);
    const { fault } = await perform(this.#desk, entry.act);
    if (fault === null) return this.#desk.toasts.done(t("undo-done", { what: entry.what }));
    const words = faultWords(fault);
    this.#desk.toasts.fault([words.happened, ...words.points].join(" "));
  }
}

const made = new WeakMap<Desk, UndoStack>();

/** The window's one. */
export function undoOf(desk: Desk): UndoStack {
  let found = made.get(desk);
  if (found === undefined) {
    found = new UndoStack(desk);
    made.set(desk, found);
  }
  return found;
}
