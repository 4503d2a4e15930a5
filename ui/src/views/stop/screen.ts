import { defineScreen } from "../../app/screen";
import StopScreen from "../../session/StopScreen.svelte";

declare module "../../app/places" {
  interface Places {
    stop: Record<never, never>;
  }
}

export default defineScreen<"stop">({ name: "stop", title: "stop-title", component: StopScreen, frame: "bare" });
