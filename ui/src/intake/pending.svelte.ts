import type { Desk } from "../app/desk.svelte";
import type { Channel, DocumentRole, Picked } from "../host";

/** Files handed over for the demand to be logged, until its form takes them. Tokens only; gone when the desk locks. */
class Pending {
  files = $state.raw<readonly Picked[]>([]);
  /** How the last one came: most of a morning's papers come the same way. */
  channel: Channel | null = null;

  add(files: readonly Picked[]): void {
    const known = new Set(this.files.map((one) => one.token));
    this.files = [...this.files, ...files.filter((one) => !known.has(one.token))];
  }

  take(): readonly Picked[] {
    const files = this.files;
    this.files = [];
    return files;
  }

  clear(): void {
    this.files = [];
    this.channel = null;
  }
}

export const pending = new Pending();

/** To the intake form, with these files. */
export function logWith(desk: Desk, files: readonly Picked[]): void {
  pending.add(files);
  desk.navigation.go("intake", {});
}

/** What a file probably is, by its place: the first is the paper itself. A person changes it with one key. */
export function offeredRole(index: number): DocumentRole {
  return index === 0 ? "instrument" : "rider";
}
