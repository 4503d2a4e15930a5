/** A binding as written: "n", "g t", "?", "Mod+K", "Mod+Shift+L", "Alt+ArrowLeft", "F1". Mod is Ctrl, on a Mac Command. */
export interface Binding {
  keys: string;
  run: () => void;
  /** Works while a text box has the focus; only for bindings with Mod, Alt or a function key. */
  inText?: boolean;
}

/** What the key map did with a key. */
export type Outcome = "ran" | "waiting" | "nothing";

export interface Circumstances {
  /** Single-character keys are switched on (WCAG 2.1.4). */
  letters: boolean;
  /** A dialog stands open. */
  blocked: boolean;
  mac: boolean;
}

const CHORD_MS = 1500;

/** One stroke in the notation of bindings. Shift is written only with Mod, Alt or a named key: "?" is itself. */
export function stroke(event: KeyboardEvent, mac: boolean): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const single = event.key.length === 1;
  const key = event.key === " " ? "Space" : single ? event.key.toUpperCase() : event.key;
  const parts = [];
  if (mod) parts.push("Mod");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && (mod || event.altKey || !single || /[A-Z]/.test(key))) parts.push("Shift");
  return [...parts, key].join("+");
}

/** A binding's strokes in the same notation. */
export function strokes(keys: string): string[] {
  return keys.split(" ").map((one) => (one.length === 1 ? one.toUpperCase() : one.replace(/\+([a-z])$/, (_, last: string) => `+${last.toUpperCase()}`)));
}

/** A character alone, with or without Shift. */
export function isCharacter(one: string): boolean {
  const bare = one.replace(/^Shift\+/, "");
  return bare.length === 1 || bare === "Space";
}

/** True where typed characters belong to the control. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !/^(button|checkbox|radio|submit|reset|range|color|file)$/.test(target.type);
}

/** Finds the binding that a key finishes. Chords ("g t") wait 1.5 s for their second stroke. */
export class KeyMap {
  #first: { stroke: string; at: number } | null = null;

  feed(event: KeyboardEvent, bindings: readonly Binding[], now: Circumstances): Outcome {
    const ignored = event.defaultPrevented || event.isComposing || now.blocked;
    if (ignored || /^(Shift|Control|Alt|Meta|CapsLock)$/.test(event.key)) return "nothing";
    const one = stroke(event, now.mac);
    const character = isCharacter(one);
    const writing = takesText(event.target);
    if (character && (writing || !now.letters)) {
      this.#first = null;
      return "nothing";
    }
    const before = this.#first !== null && event.timeStamp - this.#first.at <= CHORD_MS ? this.#first.stroke : null;
    this.#first = null;
    const usable = bindings.filter((binding) => !writing || binding.inText === true);
    const find = (wanted: string): Binding | undefined =>
      usable.find((binding) => strokes(binding.keys).join(" ") === wanted);
    const found = (before === null ? undefined : find(`${before} ${one}`)) ?? find(one);
    if (found !== undefined) {
      event.preventDefault();
      found.run();
      return "ran";
    }
    if (usable.some((binding) => strokes(binding.keys).length > 1 && strokes(binding.keys)[0] === one)) {
      event.preventDefault();
      this.#first = { stroke: one, at: event.timeStamp };
      return "waiting";
    }
    return "nothing";
  }
}
