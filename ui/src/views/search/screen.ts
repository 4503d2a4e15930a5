import TextSearch from "@lucide/svelte/icons/text-search";
import { defineScreen } from "../../app/screen";
import type { SearchAt } from "../../search/at";
import { searchEverywhere } from "../../search/everywhere";
import SearchPage from "../../search/SearchPage.svelte";

declare module "../../app/places" {
  interface Places {
    search: SearchAt;
  }
}

// "g s" are the settings; F as in find.
export default defineScreen<"search">({
  name: "search",
  title: "search-title",
  component: SearchPage,
  sidebar: [{ id: "search", label: "search-title", icon: TextSearch, section: "views", order: 30, at: {}, keys: "g f" }],
  everywhere: searchEverywhere,
});
