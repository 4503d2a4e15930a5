import "./styles/base.css";
import { mount } from "svelte";
import App from "./app/App.svelte";
import { Desk } from "./app/desk.svelte";
import { Screens, type Screen } from "./app/screen";

// Every folder under views/ with a screen.ts is a screen; there is no list to keep.
const found = import.meta.glob("./views/*/screen.ts", { eager: true, import: "default" }) as Record<string, Screen>;

const target = document.getElementById("app");
if (target === null) throw new Error("index.html has no #app");

const desk = new Desk(new Screens(Object.values(found)));
mount(App, { target, props: { desk } });
