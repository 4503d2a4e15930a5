import "../../../src/styles/base.css";
import Inbox from "@lucide/svelte/icons/inbox";
import Scale from "@lucide/svelte/icons/scale";
import Settings from "@lucide/svelte/icons/settings";
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import { mount, type Component } from "svelte";
import App from "../../../src/app/App.svelte";
import { Desk } from "../../../src/app/desk.svelte";
import type { Host } from "../../../src/host";
import { Screens, type Screen, type SidebarLine } from "../../../src/app/screen";
import Queue from "./Queue.svelte";
import Looks from "./Looks.svelte";
import Form from "./Form.svelte";

function screen(name: string, component: Component, icon: Component, order: number, count: number | null, section: "views" | "register" = "views"): Screen {
  const line = { id: name, label: `gallery-${name}`, icon, section, order, at: {}, count: () => count, keys: `g ${name[0]}` };
  return { name, title: `gallery-${name}`, component, sidebar: [line as unknown as SidebarLine] } as unknown as Screen;
}

const query = new URLSearchParams(location.search);
const screens = new Screens([
  screen("queue", Queue, Inbox as Component, 1, 12),
  screen("due", Queue, CalendarClock as Component, 2, 5000),
  screen("looks", Looks, Scale as Component, 3, null),
  screen("form", Form, Settings as Component, 4, null, "register"),
]);
const host: Host = { kind: "loopback", call: () => new Promise(() => undefined), listen: () => () => undefined, pageUrl: (path) => path };
const desk = new Desk(host, screens, {
  read: () => ({ theme: query.get("theme") ?? "light", language: query.get("lang") ?? "en", textSize: Number(query.get("size") ?? 100) }),
  write: () => undefined,
});
desk.enter("open", query.has("sample"));
desk.navigation.go((query.get("screen") ?? "queue") as never, {} as never);
if (query.has("jobs")) {
  desk.jobs.put({ id: "1", label: "Reading the scan, page 3 of 20", done: 3, total: 20, state: "running", cancel: () => desk.jobs.finish("1") });
  desk.toasts.done("Assigned to A. Rivera.", () => undefined);
  desk.toasts.fault("The file changed while it was being read. Nothing was kept of it.");
}
if (query.has("palette")) desk.paletteOpen = true;
if (query.has("keys")) desk.shortcutsOpen = true;
mount(App, { target: document.getElementById("app") as HTMLElement, props: { desk } });
