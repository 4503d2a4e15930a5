// The main job in the window, by keyboard alone: from the unlocked queue to a letter marked as sent, and closed.
import { focusOn } from "./first-run.mjs";
import { KEY, until } from "./window.mjs";

const SAVE = [KEY.control, KEY.enter];
const SAVE_AND_OPEN = [KEY.control, KEY.shift, KEY.enter];

/** Does the whole job; `ended` is told each step with its keys by the page's own count. Gives the keys typed into native dialogs. */
export async function mainJob(window, { paper, proof, account, address }, ended) {
  let dialogKeys = 0;
  const step = async (name, work) => {
    const before = await window.counted();
    await work();
    const after = await window.counted();
    ended({ name, keys: after.keys - before.keys, withModifiers: after.withModifiers - before.withModifiers, pointer: after.pointer - before.pointer });
  };
  const choose = async (press, file) => {
    const asked = press();
    await window.stage.chooser("Attach papers", file);
    await asked;
    // As one types it: Ctrl+L, the path, Enter.
    dialogKeys += file.length + 2;
  };

  await step("log", async () => {
    await window.press("n");
    await window.inField("instrument");
    await window.type("Im");
    await until("I-138 to be chosen", () => window.run("return document.activeElement.value === 'i138';"));
    // Saving goes to the first hard field that is empty.
    await window.press(...SAVE_AND_OPEN);
    await window.inField("targets");
    await window.type(account);
    await window.press(...SAVE_AND_OPEN);
    await window.inField("channel");
    await window.type("E");
    await until("e-mail to be chosen", () => window.run("return document.activeElement.value === 'email';"));
    await choose(() => window.press(KEY.control, "o"), paper.path);
    await window.sees(paper.name);
    await window.press(...SAVE_AND_OPEN);
    await window.tab("Facts");
    await until("the paper to be attached", () => window.run("return [...document.querySelectorAll('[role=tab]')].some((one) => /Files\\s*1/.test(one.innerText));"));
  });

  // What the letter will name and the form did not insist on.
  await step("complete", async () => {
    await window.press("m");
    await window.inField("instrument");
    await moveTo(window, "component", KEY.enter);
    await window.type("I");
    await until("the component to be chosen", () => window.run("return document.activeElement.value === 'iceHsi';"));
    await moveTo(window, "records", KEY.tab);
    await window.press(KEY.space);
    await until("the first kind of records to be chosen", () => window.run("return document.activeElement.checked === true;"));
    // Saving goes to the reason, which a change needs.
    await window.press(...SAVE);
    await window.inField("reason");
    await window.type("on page 1");
    await window.press(...SAVE);
    await until("the form to be done", () => window.run("return document.querySelector('[data-field=reason]') === null;"));
    await window.sees("ICE HSI");
  });

  await step("docket search", async () => {
    await window.press("c");
    await window.tab("Court");
    await window.sees("Nobody has searched a docket yet");
    await window.press("c");
    await window.dialog();
    await window.press(...SAVE);
    await window.noDialog();
    await window.sees("Docket search, done");
  });

  await step("to counsel", async () => {
    await window.press("s");
    await window.dialog();
    await window.press(...SAVE);
    await window.noDialog();
    await window.sees("waits for counsel");
  });

  await step("decide", async () => {
    await window.press("r");
    await window.tab("Counsel");
    await window.press("r");
    await window.dialog();
    await window.press("3");
    await window.press(...SAVE);
    await window.noDialog();
    await window.sees("Counsel, done");
  });

  await step("notice", async () => {
    await window.press("y");
    await window.dialog();
    await window.press(...SAVE);
    await window.noDialog();
    await window.sees("1 letter to send");
  });

  await step("letter", async () => {
    await window.press("l");
    await window.tab("Letters");
    await window.press("l");
    await until("the first page of the letter", () =>
      window.run("const page = document.querySelector('img.page'); return page !== null && page.src.startsWith('page:') && page.complete && page.naturalWidth > 300;"),
    );
    await window.press(...SAVE);
    await window.sees("Approved by");
  });

  await step("sent", async () => {
    await window.press(...SAVE);
    await window.dialog();
    await window.inField("address");
    await window.type(address);
    await focusOn(window, "Choose a file");
    await choose(() => window.press(KEY.enter), proof.path);
    await window.sees(proof.name);
    await window.press(...SAVE);
    await window.noDialog();
    await window.sees("Notice, done");
  });

  await step("close", async () => {
    await window.press("e");
    await window.dialog();
    await window.type("O");
    await window.press(...SAVE);
    await window.noDialog();
    await window.sees("Close, done");
  });

  return dialogKeys;
}

/** Presses a key until the keyboard is in the field of this name. */
async function moveTo(window, name, key) {
  for (let times = 0; times < 30; times += 1) {
    if ((await window.run("return document.activeElement?.closest('[data-field]')?.dataset.field ?? ''")) === name) return;
    await window.press(key);
  }
  throw new Error(`no key reaches the field ${name}`);
}
