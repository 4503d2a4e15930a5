/** What a screen reader is told: counts, changes of state, the end of long work. */
export class Announcer {
  polite = $state("");
  urgent = $state("");
  #flip = false;

  /** Said when the reader is free. */
  say(text: string): void {
    this.polite = this.#marked(text);
  }

  /** Said at once: only for a state that changes what may be done. */
  interrupt(text: string): void {
    this.urgent = this.#marked(text);
  }

  // The same sentence twice must be said twice: a changing trailing blank makes it new.
  #marked(text: string): string {
    this.#flip = !this.#flip;
    return this.#flip ? text : `${text}\u00a0`;
  }
}
