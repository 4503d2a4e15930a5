// First run in the real window, by keyboard and the native folder dialog: found, type the key back, lock, unlock.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { KEY, pause } from "./window.mjs";

/** Founds a register through the window and leaves it open. Returns its folder. */
export async function foundRegister(window, { organisation = "Example Platform, Inc.", person = "A. Rivera", passphrase = "correct horse battery" } = {}) {
  const keep = join(window.stage.state, "keep");
  mkdirSync(keep, { recursive: true });
  await window.sees("Found a new register");
  await focusOn(window, "Found a new register");
  await window.press(KEY.enter);
  await focusOn(window, "Choose a folder");
  const asked = window.press(KEY.enter);
  await window.stage.chooser("Folder for the register", keep);
  await asked;
  await window.sees("keep");
  await fill(window, "name", "Desk one");
  await fill(window, "organisation", organisation);
  await window.press(KEY.enter);
  await fill(window, "person", person);
  await fill(window, "passphrase", passphrase);
  await fill(window, "again", passphrase);
  await window.press(KEY.enter);
  const key = await recoveryKey(window);
  await focusOn(window, "I have written it down");
  await window.press(KEY.enter);
  await fill(window, "typed", key);
  await window.press(KEY.enter);
  await window.sees("No demand has been logged yet");
  return join(keep, "Desk one.register");
}

/** Presses Tab until the focused control says this. */
export async function focusOn(window, text) {
  for (let times = 0; times < 60; times += 1) {
    const focused = await window.run("const at = document.activeElement; return at === null || at === document.body ? '' : at.innerText;");
    if (focused.includes(text)) return;
    await window.press(KEY.tab);
  }
  throw new Error(`no Tab reaches “${text}”`);
}

/** Presses Tab until the field of this name has the focus, then types. */
export async function fill(window, name, text) {
  for (let times = 0; times < 60; times += 1) {
    if ((await window.run("return document.activeElement?.closest('[data-field]')?.dataset.field ?? ''")) === name) {
      await window.press(KEY.control, "a");
      await window.type(text);
      return;
    }
    await window.press(KEY.tab);
  }
  throw new Error(`no Tab reaches the field ${name}`);
}

async function recoveryKey(window) {
  await window.sees("I have written it down");
  await pause(300);
  const groups = await window.run(`return (document.body.innerText.match(/\\b[0-9A-Z]{5}\\b/g) ?? []).join("-")`);
  if (groups.split("-").length < 11) throw new Error("the recovery key is not shown in eleven groups");
  return groups;
}
