// Searching everything: the papers of the SAMPLE are read by the desk itself, found by their words, and opened where they
// stand.
import { pause } from "./browser.mjs";
import { all, open } from "./queue.mjs";

/** The desk reads by itself once the register is open; what it has not read cannot be found. */
export async function papersRead(host) {
  for (let turn = 0; turn < 240; turn += 1) {
    const reading = await host.call("reading");
    if (reading.waiting === 0) return;
    await pause(500);
  }
  throw new Error("the papers of the SAMPLE are not read after two minutes");
}

/** Out of the box, which keeps the letters for itself: once to clear it, once to leave it. */
async function leave(seat) {
  const box = seat.page.locator("input[type=search]");
  if ((await box.count()) === 0) return;
  await box.first().focus();
  await seat.page.keyboard.press("Escape");
  await seat.page.keyboard.press("Escape");
}

async function typed(seat, words) {
  await leave(seat);
  await all(seat);
  await seat.press("g f");
  await seat.page.waitForSelector("input[type=search]", { timeout: 5000 });
  await seat.page.locator("input[type=search]").fill(words);
  await seat.page.keyboard.press("Enter");
  await pause(600);
}

export async function searching(seat, visit) {
  await visit("search, empty", async () => {
    await all(seat);
    await seat.press("g f");
    await pause(400);
  });
  await visit("search, hits", async () => {
    await typed(seat, "specimen");
    await seat.page.waitForSelector("mark", { timeout: 5000 });
  });
  await visit("search, on a hit", async () => {
    await seat.page.keyboard.press("ArrowDown");
    await pause(200);
  });
  await visit("search, a hit opened", async () => {
    await typed(seat, "fictional lantern");
    await seat.page.waitForSelector("mark", { timeout: 5000 });
    await seat.page.keyboard.press("ArrowDown");
    await seat.page.keyboard.press("Enter");
    await seat.page.waitForSelector(".mark.source, .mark.current", { timeout: 10_000 });
    await pause(400);
  });
  await seat.page.keyboard.press("Alt+ArrowLeft");
  await pause(800);
  const kept = await seat.page.locator("input[type=search]").inputValue();
  if (kept !== "fictional lantern") throw new Error(`back from a hit the box holds ${JSON.stringify(kept)}`);
  await visit("search, only pages", async () => {
    await typed(seat, "specimen");
    await seat.page.locator("main select").first().selectOption("page");
    await pause(600);
  });
  await visit("search, within a demand", async () => {
    await leave(seat);
    await open(seat, "2026-0006");
    await seat.press("/");
    await pause(300);
    await seat.page.keyboard.type("specimen");
    await pause(900);
  });
  await visit("search, nothing found", async () => {
    await typed(seat, "zzzzqq");
  });
  await visit("search, how far papers are read", async () => {
    await leave(seat);
    await all(seat);
    await seat.press("g f");
    await seat.page.waitForSelector("details summary", { timeout: 5000 });
    await seat.page.locator("details summary").click();
    await pause(400);
  });
  await visit("palette, nothing matches", async () => {
    await leave(seat);
    await all(seat);
    await seat.page.keyboard.press("Control+k");
    await pause(200);
    await seat.page.keyboard.type("zzzzqq");
    await pause(900);
  });
  await seat.page.keyboard.press("Escape");
}
