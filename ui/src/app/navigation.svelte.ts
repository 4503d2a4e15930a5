import type { Place, PlaceName, Places } from "./places";

const same = (a: Place, b: Place): boolean => a.name === b.name && JSON.stringify(a.at) === JSON.stringify(b.at);

/** Where the window is, and the way back. There is no router: one object, two stacks. */
export class Navigation {
  current = $state.raw<Place>({ name: "start", at: {} });
  #back = $state.raw<Place[]>([]);
  #forward = $state.raw<Place[]>([]);
  #guards = new Set<() => boolean>();

  get canBack(): boolean {
    return this.#back.length > 0;
  }

  get canForward(): boolean {
    return this.#forward.length > 0;
  }

  /** A guard answers false to stay, after telling the person why (an unsaved form). Returns its removal. */
  guard(allows: () => boolean): () => void {
    this.#guards.add(allows);
    return () => this.#guards.delete(allows);
  }

  #mayLeave(): boolean {
    return [...this.#guards].every((allows) => allows());
  }

  /** Goes to a place; true when it went. */
  go<N extends PlaceName>(name: N, at: Places[N]): boolean {
    const next = { name, at } as Place;
    if (same(next, this.current)) return true;
    if (!this.#mayLeave()) return false;
    if (this.current.name !== "start") this.#back = [...this.#back.slice(-99), this.current];
    this.#forward = [];
    this.current = next;
    return true;
  }

  /** Changes the current place without a step in the history: a chosen tab, a sort, a selected row. */
  replace<N extends PlaceName>(name: N, at: Places[N]): void {
    this.current = { name, at } as Place;
  }

  back(): boolean {
    const last = this.#back[this.#back.length - 1];
    if (last === undefined || !this.#mayLeave()) return false;
    this.#forward = [this.current, ...this.#forward];
    this.#back = this.#back.slice(0, -1);
    this.current = last;
    return true;
  }

  forward(): boolean {
    const next = this.#forward[0];
    if (next === undefined || !this.#mayLeave()) return false;
    this.#back = [...this.#back, this.current];
    this.#forward = this.#forward.slice(1);
    this.current = next;
    return true;
  }

  /** Forgets everything, e.g. when the register is locked. */
  reset(): void {
    this.#back = [];
    this.#forward = [];
    this.current = { name: "start", at: {} };
  }
}
