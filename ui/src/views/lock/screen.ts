import { defineScreen } from "../../app/screen";
import LockScreen from "../../session/LockScreen.svelte";

declare module "../../app/places" {
  interface Places {
    lock: Record<never, never>;
  }
}

export default defineScreen<"lock">({ name: "lock", title: "lock-title", component: LockScreen, frame: "bare" });
