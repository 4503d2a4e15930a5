// The journey of the real window: first run, lock and unlock; the main job by keyboard alone, counted; papers out as they
// came in; the timeline; how long a key takes to a frame.
// Usage: node journey.mjs PROGRAM CLI [PART…]; without a part, all of them: first-run, main-job, drop, fax, frames.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dropOn } from "./drop.mjs";
import { faxed, logFax, SAYS } from "./fax.mjs";
import { focusOn, foundRegister } from "./first-run.mjs";
import { mainJob } from "./main-job.mjs";
import { PASSPHRASE, Prepared } from "./register.mjs";
import { KEY, Stage, until } from "./window.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "..", "output");
const [program, cli, ...only] = process.argv.slice(2);
if (cli === undefined) throw new Error("usage: node journey.mjs PROGRAM CLI");

const started = Date.now();
const say = (text) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const check = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** Runs one part on a screen of its own; what was on the screen when it failed is kept. */
async function part(name, work) {
  if (only.length > 0 && !only.includes(name)) return;
  const stage = await new Stage().start();
  let window = null;
  try {
    window = await stage.open(program);
    await work(window, stage);
    say(`${name}: done`);
  } catch (fault) {
    if (window !== null) {
      const picture = join(output, `window-${name}.png`);
      await Promise.resolve().then(() => window.picture(picture)).then(() => console.log(`picture: ${picture}`)).catch((why) => console.log(`no picture: ${why}`));
      console.log(await window.text().catch((why) => `no text: ${why}`));
    }
    throw fault;
  } finally {
    if (window !== null) await window.close();
    stage.stop();
  }
}

async function unlock(window) {
  await window.sees("Locked");
  await window.inField("passphrase");
  await window.type(PASSPHRASE);
  await window.press(KEY.enter);
  await until("the desk to be unlocked", async () => !(await window.text()).includes("Locked"));
}

/** Opens a register, in which nothing is logged yet, through the native folder dialog, and unlocks it. */
async function openExisting(window, stage, register) {
  await window.sees("Open an existing register");
  await focusOn(window, "Open an existing register");
  const asked = window.press(KEY.enter);
  await stage.chooser("Open a register", register);
  await asked;
  await unlock(window);
  await window.sees("No demand has been logged yet");
}

/** A real paper where this machine has the corpus, else one made here. */
function paperIn(folder) {
  const root = process.env.SUBPOENA_DESK_CORPUS ?? join(here, "..", "..", "..", "shared", "corpus");
  const real = join(root, "demands", "nov2007_nsl.pdf");
  if (!existsSync(real)) console.log("the corpus of real papers is absent: a paper made here is logged instead");
  const bytes = existsSync(real) ? readFileSync(real) : Buffer.from(`%PDF-1.4\n% SPECIMEN\n${"x".repeat(90000)}\n%%EOF\n`);
  const path = join(folder, "paper.pdf");
  writeFileSync(path, bytes);
  return { path, name: "paper.pdf", bytes };
}

async function firstRun(window) {
  await foundRegister(window, { passphrase: PASSPHRASE });
  await window.press(KEY.control, KEY.shift, "l");
  await unlock(window);
  await window.sees("No demand has been logged yet");
}

async function job(window, stage) {
  const prepared = new Prepared(stage, cli);
  say("a register was prepared with the command line");
  const paper = paperIn(stage.state);
  const proof = { path: join(stage.state, "receipt.eml"), name: "receipt.eml" };
  writeFileSync(proof.path, "Subject: notice sent\r\n\r\nSPECIMEN: accepted for delivery\r\n");

  await openExisting(window, stage, prepared.register);
  say("opened through the native folder dialog and unlocked");

  await window.count();
  const sent = window.keys;
  const told = ({ name, keys, pointer }) => say(`${name.padEnd(14)} ${String(keys).padStart(4)} keys, ${pointer} pointer actions`);
  const facts = { paper, proof, account: "@river_lantern_88", address: "river.lantern@example.com" };
  const dialogKeys = await mainJob(window, facts, told);
  const total = await window.counted();
  say(`main job: ${total.keys} keys (${total.withModifiers} with Ctrl and Shift counted too), ${total.pointer} pointer actions; ${dialogKeys} more in two native dialogs`);
  check(total.keys === window.keys - sent, `the page counted ${total.keys} keys, ${window.keys - sent} were sent`);
  check(total.keys <= 200 && total.withModifiers <= 200, `the main job takes ${total.keys} keys (${total.withModifiers}); 200 are allowed`);
  check(total.pointer === 0, `${total.pointer} pointer actions`);

  const saved = join(stage.state, "copy-of-paper.pdf");
  await page(window, "Files");
  await until("the button that exports the paper", () => window.run("return document.querySelector('[aria-label=\"Export paper.pdf\"]') !== null;"));
  await until("the button that exports the paper to have the keyboard", async () => {
    if (await window.run("return document.activeElement?.getAttribute('aria-label') === 'Export paper.pdf';")) return true;
    await window.press(KEY.tab);
    return false;
  });
  const saving = window.press(KEY.enter);
  await stage.chooser("Save a copy", saved);
  await saving;
  await window.sees("was saved byte for byte");
  check(readFileSync(saved).equals(paper.bytes), "the exported paper differs from the original");
  say(`the paper came out as it went in: ${paper.bytes.length} bytes`);

  await page(window, "Timeline");
  const acts = [
    "Demand logged", "Document attached", "Docket searched", "Sent to counsel", "Counsel decided", "Notice decided",
    "Letter drafted", "Letter approved", "Letter marked as sent", "Closed",
  ];
  for (const act of acts) await window.sees(act);
  say("the timeline tells every act");

  await window.close();
  const report = prepared.desk(["verify"]);
  check(report.consistent === true, `the register is not consistent: ${JSON.stringify(report)}`);
  const { rows } = prepared.desk(["list", "--view", "all"]);
  check(rows.length === 1 && rows[0].open === false, `the queue holds ${JSON.stringify(rows)}`);
  const { demand, letters } = prepared.desk(["show", rows[0].reference]);
  check(demand.outcome === "objected", `closed as ${demand.outcome}`);
  check(demand.decisions.length === 1 && demand.decisions[0].decision === "object", `decided: ${JSON.stringify(demand.decisions)}`);
  check(letters.length === 1 && letters[0].step === "sent" && letters[0].sendings.length === 1, `letters: ${JSON.stringify(letters)}`);
  check(demand.documents.some((one) => one.role === "instrument" && one.length === paper.bytes.length), `documents: ${JSON.stringify(demand.documents)}`);
  say("the command line finds the register consistent, the letter sent and the demand closed");
}

/** A paper dropped by the mouse is logged as a new demand, and lies in the register byte for byte. */
async function drop(window, stage) {
  const prepared = new Prepared(stage, cli);
  const paper = paperIn(stage.state);
  await openExisting(window, stage, prepared.register);
  const dragged = await dropOn(stage, "Subpoena Desk", [paper.path]);
  await window.sees("Log a new demand with these files");
  dragged.release();
  await window.sees(paper.name);
  await window.inField("instrument");
  await window.type("Im");
  await window.press(KEY.control, KEY.shift, KEY.enter);
  await window.inField("targets");
  await window.type("@river_lantern_88");
  await window.press(KEY.control, KEY.shift, KEY.enter);
  await window.inField("channel");
  await window.type("E");
  await window.press(KEY.control, KEY.shift, KEY.enter);
  await window.tab("Facts");
  await until("the paper to be attached", () => window.run("return [...document.querySelectorAll('[role=tab]')].some((one) => /Files\\s*1/.test(one.innerText));"));
  await window.close();
  const { rows } = prepared.desk(["list", "--view", "all"]);
  const copy = join(stage.state, "dropped.pdf");
  prepared.desk(["export", rows[0].reference, "paper.pdf", copy]);
  check(readFileSync(copy).equals(paper.bytes), "the dropped paper differs from the original");
  say(`a paper dropped by the mouse was logged and came out as it went in: ${paper.bytes.length} bytes`);
}

/** A fax dropped on the window: it is recognised, and what it says is taken over with Enter instead of being typed. */
async function fax(window, stage) {
  const prepared = new Prepared(stage, cli);
  const path = join(stage.state, "fax.tif");
  faxed(path);
  await openExisting(window, stage, prepared.register);
  const dragged = await dropOn(stage, "Subpoena Desk", [path]);
  await window.sees("Log a new demand with these files");
  dragged.release();
  const counted = await logFax(window);
  await window.close();
  const { rows } = prepared.desk(["list", "--view", "all"]);
  const { demand } = prepared.desk(["show", rows[0].reference]);
  check(demand.facts.instrument === "i138", `instrument: ${demand.facts.instrument}`);
  check(demand.facts.numbers.some((one) => one.value === SAYS.number), `numbers: ${JSON.stringify(demand.facts.numbers)}`);
  check(demand.facts.targets.some((one) => one.identifier === SAYS.account), `targets: ${JSON.stringify(demand.facts.targets)}`);
  check(demand.facts.recipient === SAYS.recipient, `recipient: ${demand.facts.recipient}`);
  say(`a fax dropped by the mouse was recognised and logged: ${counted.keys} keys, ${counted.pointer} pointer actions besides the drop (the model has 41 keys)`);
  check(counted.keys <= 41 && counted.pointer === 0, `${counted.keys} keys, ${counted.pointer} pointer actions`);
}

/** A page of the demand, by the palette. */
async function page(window, name) {
  await window.press(KEY.control, "k");
  await window.dialog();
  await window.type(name);
  await until(`${name} to be offered`, () => window.run(`return document.querySelector('[role=option][aria-selected=true], [role=option][data-selected]')?.innerText.includes(${JSON.stringify(name)}) ?? false;`));
  await window.press(KEY.enter);
  await window.tab(name);
}

async function frames(window) {
  await window.sees("SAMPLE");
  await focusOn(window, "SAMPLE");
  await window.press(KEY.enter);
  await until("the queue of the sample", () => window.run("return document.querySelectorAll('[role=row]').length > 5;"));
  await window.run(`
    window.frames_ = [];
    addEventListener("keydown", (event) => {
      const from = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => window.frames_.push(performance.now() - from)));
    }, true);`);
  for (let round = 0; round < 60; round += 1) {
    await window.press(Math.floor(round / 5) % 2 === 0 ? "j" : "k");
    await until("the frame", () => window.run(`return window.frames_.length > ${round};`));
  }
  const all = (await window.run("return window.frames_;")).sort((a, b) => a - b);
  check(all.length === 60, `${all.length} of 60 presses were drawn`);
  say(`keydown to the second frame: median ${all[30].toFixed(1)} ms, slowest ${all[59].toFixed(1)} ms (the bar is 16 ms on a machine that does nothing else)`);
}

mkdirSync(output, { recursive: true });
await part("first-run", firstRun);
await part("main-job", job);
await part("drop", drop);
await part("fax", fax);
await part("frames", frames);
