/** A short word about something done. */
export interface Toast {
  id: number;
  text: string;
  tone: "done" | "fault";
  undo?: () => void | Promise<void>;
}

const LASTS_MS = 10_000;

/** What is said in the corner: done with Undo for ten seconds; a fault stays until it is read. */
export class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  done(text: string, undo?: Toast["undo"]): void {
    this.#add({ text, tone: "done", undo });
  }

  fault(text: string): void {
    this.#add({ text, tone: "fault" });
  }

  #add(toast: Omit<Toast, "id">): void {
    const id = this.#next++;
    this.list = [...this.list.slice(-3), { ...toast, id }];
    if (toast.tone === "done") this.wait(id);
  }

  /** Starts the ten seconds again. */
  wait(id: number): void {
    this.hold(id);
    this.#timers.set(id, setTimeout(() => this.close(id), LASTS_MS));
  }

  /** Pointed at or focused: it stays. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  close(id: number): void {
    this.hold(id);
    this.list = this.list.filter((one) => one.id !== id);
  }

  clear(): void {
    for (const one of this.list) this.hold(one.id);
    this.list = [];
  }

  async undo(id: number): Promise<void> {
    const toast = this.list.find((one) => one.id === id);
    this.close(id);
    await toast?.undo?.();
  }
}
