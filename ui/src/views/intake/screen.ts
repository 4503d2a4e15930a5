import { defineScreen } from "../../app/screen";
import IntakePage from "../../intake/IntakePage.svelte";

declare module "../../app/places" {
  interface Places {
    intake: Record<never, never>;
  }
}

export default defineScreen<"intake">({ name: "intake", title: "intake-title", component: IntakePage });
