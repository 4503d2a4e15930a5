import Archive from "@lucide/svelte/icons/archive";
import { defineScreen } from "../../app/screen";
import RegisterScreen from "../../register/RegisterScreen.svelte";

declare module "../../app/places" {
  interface Places {
    register: Record<never, never>;
  }
}

export default defineScreen<"register">({
  name: "register",
  title: "register-title",
  component: RegisterScreen,
  sidebar: [{ id: "register", label: "register-title", icon: Archive, section: "register", order: 30, at: {}, keys: "g b" }],
});
