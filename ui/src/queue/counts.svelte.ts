import type { Desk } from "../app/desk.svelte";
import { touches } from "../app/pushes";
import type { QueueCounts } from "../host";
import { logWith, pending } from "../intake/pending.svelte";
import { t } from "../text/text.svelte";
import { findDemands } from "./find";

const GATHER_MS = 150;

/** How many demands each built-in view shows; follows the pushes as long as the window lives. */
class Counts {
  value = $state.raw<QueueCounts | null>(null);
  #desk: Desk | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** From the first time the queue is drawn. A file dropped where no screen takes it begins a new demand. */
  follow(desk: Desk): void {
    if (this.#desk === desk) return;
    this.#desk = desk;
    desk.drops.add({ label: () => t("queue-drop"), take: (files) => logWith(desk, files) });
    desk.commands.addFinder((typed) => findDemands(desk, typed));
    desk.pushes.touched.on((subjects) => {
      if (touches(subjects, "demand") || touches(subjects, "proceeding") || touches(subjects, "letter")) this.#soon();
    });
    desk.pushes.session.on((event) => {
      if (event.event === "locked") {
        this.value = null;
        pending.clear();
      } else if (event.event === "opened") this.#soon();
    });
    void this.#read();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), GATHER_MS);
  }

  async #read(): Promise<void> {
    const counts = await this.#desk?.host.call("queue_counts", {}).catch(() => null);
    if (counts !== null && counts !== undefined) this.value = counts;
  }
}

export const counts = new Counts();
