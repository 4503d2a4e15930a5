import { defineScreen } from "../../app/screen";
import FirstRun from "../../session/first/FirstRun.svelte";

declare module "../../app/places" {
  interface Places {
    firstRun: Record<never, never>;
  }
}

export default defineScreen<"firstRun">({ name: "firstRun", title: "first-language", component: FirstRun, frame: "bare" });
