// Drives the real window through the SAMPLE and takes a picture of every screen, light and dark, English and Spanish.
// Usage: node tour.mjs PROGRAM FOLDER
import { join } from "node:path";
import { focusOn } from "./first-run.mjs";
import { KEY, pause, Stage, until } from "./window.mjs";

const [program, folder] = process.argv.slice(2);

/** Each screen: its file name, and the keys that lead to it from the queue of all demands. */
const DEMANDS = ["2026-0001", "2026-0002", "2026-0003", "2026-0005", "2026-0006", "2026-0007", "2026-0008", "2026-0009"];

/** The demand a letter in that language is drafted for: one each, so that neither look finds the other's draft. */
const LETTER_TO = { en: "2026-0005", es: "2026-0001" };

/** Drafts a letter in the language of the window, or finds it drafted by an earlier look, and waits for its page. */
async function letter(window, language) {
  await window.press("l");
  const drawn = () => window.run("return document.querySelector('.pages img')?.complete === true;");
  const draft = () =>
    window.run(`
      const named = ${language === "es" ? "/español/i" : "/English/i"};
      const button = [...document.querySelectorAll("main button")].find((one) => named.test(one.innerText));
      button?.click();
      return button !== undefined;`);
  await until("a letter or the button that drafts it", async () => (await drawn()) || (await draft()));
  await until("the letter's page", drawn);
  await pause(600);
}

async function look(window, theme, language) {
  const shot = (name) => window.picture(join(folder, `${theme}-${language}`, `${name}.png`));
  await window.run(`
    const kept = JSON.parse(localStorage.getItem("preferences") ?? "{}");
    localStorage.setItem("preferences", JSON.stringify({ ...kept, theme: ${JSON.stringify(theme)}, language: ${JSON.stringify(language)} }));
    window.old = true;
    location.reload();`);
  await until("the page to be drawn anew", () => window.run("return window.old !== true && document.querySelector('nav, aside') !== null;"));
  await all(window);
  shot("queue");
  for (const reference of DEMANDS) {
    await open(window, reference);
    shot(`demand-${reference}`);
    if (reference === LETTER_TO[language]) {
      await letter(window, language);
      shot("letter");
    }
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
  // A letter typed into a field is a letter: the sheet is asked for from the queue.
  await window.run("document.activeElement.blur();");
  await all(window);
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
  await rows(window, (count) => count > DEMANDS.length);
  await pause(300);
}

/** Waits for the queue to have so many lines, its heading counted. */
function rows(window, enough) {
  const ask = "return document.querySelectorAll('[role=row]').length;";
  return until("the queue", async () => enough(await window.run(ask)));
}

async function open(window, reference) {
  await window.press("/");
  await window.press(KEY.control, "a");
  await window.type(reference);
  await rows(window, (count) => count === 2);
  await window.press(KEY.enter);
  await pause(200);
  const isOpen = () => window.run("return document.querySelector('[role=tab]') !== null;");
  if (!(await isOpen())) await window.press(KEY.enter);
  await until(reference, isOpen);
  await pause(1000);
}

const stage = await new Stage().start();
try {
  const window = await stage.open(program);
  await window.sees("Found a new register");
  window.picture(join(folder, "first-run.png"));
  await focusOn(window, "SAMPLE");
  await window.press(KEY.enter);
  // Made whole before anything else is done: every demand stands in the queue.
  await rows(window, (count) => count > DEMANDS.length);
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
