import { defineScreen } from "../../app/screen";
import DemandPage from "../../demand/DemandPage.svelte";
import type { DemandTab } from "../../demand/tabs";

declare module "../../app/places" {
  interface Places {
    /** One demand. With a time it is history: nothing can be done from it. */
    demand: { id: string; tab?: DemandTab; asOf?: string; knownAt?: string };
  }
}

export default defineScreen<"demand">({ name: "demand", title: "demand-title", component: DemandPage });
