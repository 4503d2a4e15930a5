import Settings from "@lucide/svelte/icons/settings";
import { defineScreen } from "../../app/screen";
import type { SettingsTab } from "../../settings/tab";
import SettingsScreen from "../../settings/SettingsScreen.svelte";

declare module "../../app/places" {
  interface Places {
    settings: { tab?: SettingsTab };
  }
}

export default defineScreen<"settings">({
  name: "settings",
  title: "settings-title",
  component: SettingsScreen,
  sidebar: [{ id: "settings", label: "settings-title", icon: Settings, section: "register", order: 40, at: {}, keys: "g s" }],
});
