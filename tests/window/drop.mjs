// A file dropped on the window by the mouse, out of another program: the X drag and drop protocol, no test door.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pause, until } from "./window.mjs";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "drag-source.py");

/** Drags the files from a window of another program to the middle of ours, and lets go. */
export async function dropOn(stage, title, files) {
  stage.spawn("/usr/bin/python3", [SOURCE, ...files]);
  const named = (name) => stage.xdotool("search", "--onlyvisible", "--name", name).out.split("\n")[0];
  const source = await until("the window to drag from", () => named("^Drag source$"));
  const target = await until("our own window", () => named(title));
  stage.xdotool("windowmove", "--sync", source, "20", "20");
  stage.xdotool("windowactivate", "--sync", source);
  const from = place(stage, source);
  const to = place(stage, target);
  stage.xdotool("mousemove", `${from.x}`, `${from.y}`);
  stage.xdotool("mousedown", "1");
  // GTK begins a drag after some pixels, and each side answers the other between two moves.
  for (let step = 1; step <= 20; step += 1) {
    const at = (a, b) => Math.round(a + ((b - a) * step) / 20);
    stage.xdotool("mousemove", `${at(from.x, to.x)}`, `${at(from.y, to.y)}`);
    await pause(60);
  }
  return { release: () => stage.xdotool("mouseup", "1") };
}

function place(stage, id) {
  const said = Object.fromEntries(stage.xdotool("getwindowgeometry", "--shell", id).out.split("\n").map((line) => line.split("=")));
  return { x: Number(said.X) + Math.round(Number(said.WIDTH) / 2), y: Number(said.Y) + Math.round(Number(said.HEIGHT) / 2) };
}
