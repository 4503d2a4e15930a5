import type { Desk } from "../app/desk.svelte";
import type { FormValues } from "./facts/form.svelte";

/** What is kept of a form while it is not saved. */
export interface Kept {
  /** The demand's id stays the same: saved twice after an uncertain failure, it is logged once. */
  demand: string;
  form: FormValues;
}

/** Keeps a form as it is typed, encrypted with the register. */
export class Draft {
  readonly #desk: Desk;
  readonly #key: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: Kept | null = null;
  #last = "";
  readonly #kept: (well: boolean) => void;

  constructor(desk: Desk, key: string, kept: (well: boolean) => void = () => undefined) {
    this.#desk = desk;
    this.#key = key;
    this.#kept = kept;
  }

  async load(): Promise<Kept | null> {
    const found = await this.#desk.host.call("load_draft", { key: this.#key }).catch(() => null);
    const value = found?.value as Partial<Kept> | null | undefined;
    if (typeof value?.demand !== "string" || typeof value.form !== "object" || value.form === null) return null;
    this.#last = JSON.stringify(value);
    return value as Kept;
  }

  /** The form as it is now is what an untouched one looks like: nothing to keep. */
  settle(value: Kept): void {
    this.#last = JSON.stringify(value);
  }

  keep(value: Kept): void {
    if (JSON.stringify(value) === this.#last) return;
    this.#next = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), 400);
  }

  /** Keeps at once what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const value = this.#next;
    this.#next = null;
    if (value === null) return;
    try {
      await this.#desk.host.call("save_draft", { key: this.#key, value });
      this.#last = JSON.stringify(value);
      this.#kept(true);
    } catch {
      this.#kept(false);
    }
  }

  async drop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#next = null;
    await this.#desk.host.call("drop_draft", { key: this.#key }).catch(() => undefined);
  }
}
