import Users from "@lucide/svelte/icons/users";
import { defineScreen } from "../../app/screen";
import PeopleScreen from "../../people/PeopleScreen.svelte";

declare module "../../app/places" {
  interface Places {
    people: Record<never, never>;
  }
}

export default defineScreen<"people">({
  name: "people",
  title: "people-title",
  component: PeopleScreen,
  sidebar: [{ id: "people", label: "people-command", icon: Users, section: "register", order: 20, at: {}, keys: "g p" }],
});
