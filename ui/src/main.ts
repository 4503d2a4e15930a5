import "./styles/base.css";
import { mount } from "svelte";
import { Desk } from "./app/desk.svelte";
import { Screens, type Screen } from "./app/screen";
import { connect } from "./host";
import Root from "./Root.svelte";
import { Session } from "./session/session.svelte";

// Every folder under views/ with a screen.ts is a screen; there is no list to keep.
const found = import.meta.glob("./views/*/screen.ts", { eager: true, import: "default" }) as Record<string, Screen>;

const target = document.getElementById("app");
if (target === null) throw new Error("index.html has no #app");

const desk = new Desk(connect(), new Screens(Object.values(found)));
const session = new Session(desk);
mount(Root, { target, props: { desk, session } });
void session.start();
