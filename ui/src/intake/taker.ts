/** Puts words of the page into the box a person was in last. */
export class Taker {
  #box: HTMLInputElement | HTMLTextAreaElement | null = null;

  /** A box of the form has the focus now. */
  entered(target: EventTarget | null): void {
    const text = target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
    if (target instanceof HTMLTextAreaElement || text) this.#box = target;
  }

  /** What was in the box gives way, as when a person types over it; undo of the box brings it back. */
  give(words: string): void {
    const box = this.#box;
    if (box === null || !box.isConnected || box.disabled || box.readOnly) return;
    box.focus();
    box.select();
    // The one way that the box's own undo knows; where it is gone, the value is set and told.
    if (!("execCommand" in document) || !document.execCommand("insertText", false, words)) {
      box.value = words;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
}
