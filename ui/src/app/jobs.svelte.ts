import { SvelteMap } from "svelte/reactivity";
import type { Job } from "../parts/StatusBar.svelte";

/** Long work, shown in one place wherever the person goes. A finished job leaves; a failed one stays until read. */
export class Jobs {
  #map = new SvelteMap<string, Job>();

  get list(): Job[] {
    return [...this.#map.values()];
  }

  get(id: string): Job | undefined {
    return this.#map.get(id);
  }

  /** Begins or moves a job on. */
  put(job: Job): void {
    this.#map.set(job.id, job);
  }

  progress(id: string, done: number, total: number | undefined, label?: string): void {
    const job = this.#map.get(id);
    if (job !== undefined) this.#map.set(id, { ...job, done, total, label: label ?? job.label });
  }

  finish(id: string): void {
    this.#map.delete(id);
  }

  fail(id: string, fault: string): void {
    const job = this.#map.get(id);
    if (job !== undefined) this.#map.set(id, { ...job, state: "failed", fault, cancel: undefined });
  }

  clear(): void {
    this.#map.clear();
  }
}
