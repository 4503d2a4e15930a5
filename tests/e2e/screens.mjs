// Every screen of the SAMPLE as it is worked with. Usage: see session.mjs.
import { pause } from "./browser.mjs";
import { all, open, tab, wordsWhole } from "./queue.mjs";
import { papersRead, searching } from "./search.mjs";
import { claimPaper, session, standing } from "./session.mjs";

async function inside({ theme, language }, claimed, seat, visit) {
  await visit("start", () => pause(300));
  if (!/SAMPLE|MUESTRA/.test(await seat.text())) throw new Error("the SAMPLE is not open");
  for (const keys of ["g t", "g d", "g c", "g o", "g n", "g a"]) await visit(`queue ${keys}`, () => seat.press(keys));
  for (const width of [1366, 1280, 1000, 1440]) {
    await visit(`queue, ${width} px`, async () => {
      await seat.page.setViewportSize({ width, height: 900 });
      await pause(300);
      await wordsWhole(seat);
    });
  }
  await visit("queue, one peeked at", async () => {
    await all(seat);
    await seat.press("j Space");
  });
  // One demand per state of the order, and the two that are not of this kind.
  const numbers = theme === "light" && language === "en" ? [...Array(14).keys()].map((n) => n + 1) : [1, 2, 3, 5, 6, 8, 9];
  for (const number of numbers) {
    const reference = `2026-${String(number).padStart(4, "0")}`;
    await visit(`demand ${reference}`, () => open(seat, reference));
  }
  await open(seat, "2026-0006");
  const tabs = await seat.page.locator("[role=tab]").count();
  for (let number = 0; number < tabs; number += 1) await visit(`tab ${number} of a demand`, () => tab(seat, number));
  // The dialogs, each from its key on the tab it belongs to.
  for (const [number, keys] of [[0, "a"], [0, "s"], [0, "e"], [1, "c"], [1, "p"], [1, "o"], [1, "v"], [2, "r"], [2, "y"], [2, "d"]]) {
    await visit(`dialog ${keys}`, async () => {
      await open(seat, keys === "v" ? claimed : "2026-0006");
      await tab(seat, number);
      await seat.press(keys);
      await seat.page.waitForSelector("[role=dialog], [role=alertdialog]", { timeout: 5000 });
    });
  }
  await visit("a court paper of which nothing is said", async () => {
    await open(seat, "2026-0006");
    await tab(seat, 1);
    await seat.press("o");
    await seat.press("Control+Enter");
    await seat.page.waitForSelector("[role=dialog] [aria-invalid=true], dialog [aria-invalid=true]", { timeout: 15000 });
  });
  await visit("facts being corrected", async () => {
    await open(seat, "2026-0006");
    await tab(seat, 0);
    await seat.press("m");
    await seat.page.waitForSelector("[data-field=recipient]", { timeout: 5000 });
  });
  // Begun again: what is being corrected is kept as a draft and holds the keys.
  await seat.page.reload();
  await seat.page.waitForSelector("main");
  await seat.still();
  await visit("a letter", async () => {
    await open(seat, "2026-0001");
    await tab(seat, 3);
    await seat.press("l");
    await pause(1200);
  });
  await visit("intake", async () => {
    await all(seat);
    await seat.press("n");
    await pause(500);
  });
  await visit("intake, empty fields refused", async () => {
    await seat.press("Control+Enter");
    await pause(400);
  });
  await seat.page.locator("body").click({ position: { x: 5, y: 5 } }).catch(() => {});
  await all(seat);
  for (const [name, keys] of [["people", "g p"], ["register", "g b"], ["settings", "g s"]]) await visit(name, () => seat.press(keys));
  await visit("settings of the register", async () => {
    await seat.press("g s");
    await seat.page.getByRole("tab").nth(1).click();
    // The platform's own identifiers: a row is added, its first box has the focus.
    const add = seat.page.getByRole("button", { name: language === "en" ? "Add a pattern" : "Añadir un patrón" });
    await add.click();
    await seat.page.keyboard.press("Tab");
    await seat.page.keyboard.type("\\bu-\\d{6}\\b");
    await seat.page.keyboard.press("Tab");
    await seat.page.keyboard.type("u-204417");
    await add.scrollIntoViewIfNeeded();
  });
  // Out of the box: what follows are keys, no text.
  await seat.page.locator("body").click({ position: { x: 5, y: 5 } }).catch(() => {});
  await all(seat);
  await visit("palette", () => seat.press("Control+k"));
  await all(seat);
  await visit("shortcuts", () => seat.press("?"));
  await seat.page.keyboard.press("Escape");
  await searching(seat, visit);
}

await session(async ({ visits, host }) => {
  await standing(visits, host, "first run");
  await host.call("open_sample");
  const claimed = await claimPaper(host);
  await papersRead(host);
  await visits.everyLook(host, (seat, visit, look) => inside(look, claimed, seat, visit));
  await host.call("lock");
  await standing(visits, host, "lock screen");
  await host.call("close_register");
  await standing(visits, host, "first run, registers used before");
});
