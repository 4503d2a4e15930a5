import { untrack } from "svelte";

/** How many dialogs stand open. The key map is silent while one does. */
class OpenDialogs {
  count = $state(0);

  /** Counts one dialog; returns what to call when it closes. Safe inside an effect. */
  enter(): () => void {
    this.count = untrack(() => this.count) + 1;
    return () => {
      this.count = untrack(() => this.count) - 1;
    };
  }
}

export const openDialogs = new OpenDialogs();
