import { defineScreen } from "../../app/screen";
import DemandPage from "../../demand/DemandPage.svelte";
import type { OpenPaper } from "../../demand/documents/open";
import type { DemandTab } from "../../demand/tabs";

declare module "../../app/places" {
  interface Places {
    /** One demand. With a time it is history: nothing can be done from it. With a document, its paper stands open. */
    demand: { id: string; tab?: DemandTab; asOf?: string; knownAt?: string } & Partial<OpenPaper>;
  }
}

export default defineScreen<"demand">({ name: "demand", title: "demand-title", component: DemandPage });
