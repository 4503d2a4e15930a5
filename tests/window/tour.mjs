// Drives the real window through the SAMPLE and takes a picture of every screen, light and dark, English and Spanish.
// Usage: node tour.mjs PROGRAM FOLDER
import { join } from "node:path";
import { focusOn } from "./first-run.mjs";
import { KEY, pause, Stage } from "./window.mjs";

const [program, folder] = process.argv.slice(2);

/** Each screen: its file name, and the keys that lead to it from the queue of all demands. */
const DEMANDS = ["2026-0001", "2026-0002", "2026-0003", "2026-0005", "2026-0006", "2026-0007", "2026-0008", "2026-0009"];

async function look(window, theme, language) {
  const shot = (name) => window.picture(join(folder, `${theme}-${language}`, `${name}.png`));
  await window.run(`
    const kept = JSON.parse(localStorage.getItem("preferences") ?? "{}");
    localStorage.setItem("preferences", JSON.stringify({ ...kept, theme: ${JSON.stringify(theme)}, language: ${JSON.stringify(language)} }));
    location.reload();`);
  await pause(2500);
  await all(window);
  shot("queue");
  for (const reference of DEMANDS) {
    await open(window, reference);
    shot(`demand-${reference}`);
    if (reference === "2026-0006") {
      for (const [key, name] of [["c", "court"], ["r", "counsel"], ["l", "letters"]]) {
        await window.press(key);
        await pause(1200);
        shot(name);
      }
    }
    await all(window);
  }
  await window.press("n");
  await pause(900);
  shot("intake");
  await window.press(KEY.escape);
  await window.press(KEY.control, "k");
  await pause(600);
  shot("palette");
  await window.press(KEY.escape);
  await window.press("?");
  await pause(600);
  shot("keys");
  await window.press(KEY.escape);
  for (const [name, words] of [["people", /People|Personas/], ["keeping", /Backup|Copias/], ["settings", /Settings|Ajustes|Configuraci/]]) {
    await window.run(`[...document.querySelectorAll("nav a, nav button, aside a, aside button")].find((one) => ${words}.test(one.innerText))?.click()`);
    await pause(900);
    shot(name);
  }
  await all(window);
}

async function all(window) {
  await window.press("g");
  await window.press("a");
  await pause(700);
}

async function open(window, reference) {
  await window.press("/");
  await window.press(KEY.control, "a");
  await window.type(reference);
  await pause(700);
  await window.press(KEY.enter);
  await pause(200);
  if (!(await window.run("return document.body.innerText")).includes("Docket")) await window.press(KEY.enter);
  await pause(1000);
}

const stage = await new Stage().start();
try {
  const window = await stage.open(program);
  await window.sees("Found a new register");
  window.picture(join(folder, "first-run.png"));
  await focusOn(window, "SAMPLE");
  await window.press(KEY.enter);
  await window.sees("SAMPLE", 30000);
  await pause(2500);
  for (const theme of ["light", "dark"]) {
    for (const language of ["en", "es"]) await look(window, theme, language);
  }
  await window.press(KEY.control, KEY.shift, "l");
  await pause(900);
  window.picture(join(folder, "lock.png"));
  await window.close();
} finally {
  stage.stop();
}
