// Every screen of the SAMPLE, light and dark, English and Spanish: axe finds nothing, the console is quiet, no policy is
// broken. Usage: node screens.mjs URL
import { launch, pause, Seat } from "./browser.mjs";

const [url] = process.argv.slice(2);
const browser = await launch();
let passed = 0;
const failures = [];

async function visit(seat, look, name, lead) {
  const before = seat.wrong.length;
  const label = `${look.theme} ${look.language} ${name}`;
  try {
    await lead();
    const found = await seat.axe(label);
    const wrong = [...found, ...seat.wrong.slice(before).map((one) => `${label}: ${one}`)];
    if (wrong.length === 0) passed += 1;
    failures.push(...wrong);
  } catch (reason) {
    failures.push(`${label}: ${String(reason).slice(0, 400)}`);
  }
}

/** To the list of all demands, from wherever. */
async function all(seat) {
  for (let times = 0; times < 3; times += 1) await seat.press("Escape");
  await seat.press("g a");
  await seat.still();
}

async function open(seat, reference) {
  await all(seat);
  await seat.press("/");
  await seat.press("Control+a");
  await seat.type(reference);
  await pause(500);
  await seat.press("Enter");
  await pause(300);
  if ((await seat.page.locator("[role=tab]").count()) === 0) await seat.press("Enter");
  await seat.page.waitForSelector("[role=tab]", { timeout: 8000 });
  await seat.still();
}

async function tab(seat, number) {
  await seat.page.locator("[role=tab]").nth(number).click();
  await seat.still();
}

async function look(theme, language) {
  const appearance = { theme, language };
  const seat = await Seat.open(browser, url, appearance);
  await visit(seat, appearance, "start", () => pause(300));
  if (!/SAMPLE|MUESTRA/.test(await seat.text())) throw new Error("the SAMPLE is not open");
  for (const keys of ["g t", "g d", "g c", "g o", "g n", "g a"]) await visit(seat, appearance, `queue ${keys}`, () => seat.press(keys));
  await visit(seat, appearance, "queue, one peeked at", async () => {
    await all(seat);
    await seat.press("j Space");
  });
  // One demand per state of the order, and the two that are not of this kind.
  const numbers = theme === "light" && language === "en" ? [...Array(14).keys()].map((n) => n + 1) : [1, 2, 3, 5, 6, 8, 9];
  for (const number of numbers) {
    const reference = `2026-${String(number).padStart(4, "0")}`;
    await visit(seat, appearance, `demand ${reference}`, () => open(seat, reference));
  }
  await open(seat, "2026-0006");
  const tabs = await seat.page.locator("[role=tab]").count();
  for (let number = 0; number < tabs; number += 1) await visit(seat, appearance, `tab ${number} of a demand`, () => tab(seat, number));
  // The dialogs, each from its key on the tab it belongs to.
  for (const [number, keys] of [[0, "m"], [0, "a"], [0, "s"], [0, "e"], [1, "c"], [1, "p"], [1, "o"], [1, "v"], [2, "r"], [2, "y"], [2, "d"]]) {
    await visit(seat, appearance, `dialog ${keys}`, async () => {
      await open(seat, keys === "v" ? "2026-0005" : "2026-0006");
      await tab(seat, number);
      await seat.press(keys);
      await pause(300);
    });
  }
  await visit(seat, appearance, "a letter", async () => {
    await open(seat, "2026-0001");
    await tab(seat, 3);
    await seat.press("l");
    await pause(1200);
  });
  await visit(seat, appearance, "intake", async () => {
    await all(seat);
    await seat.press("n");
    await pause(500);
  });
  await visit(seat, appearance, "intake, empty fields refused", async () => {
    await seat.press("Control+Enter");
    await pause(400);
  });
  await seat.page.locator("body").click({ position: { x: 5, y: 5 } }).catch(() => {});
  await all(seat);
  for (const [name, keys] of [["people", "g p"], ["register", "g b"], ["settings", "g s"]]) await visit(seat, appearance, name, () => seat.press(keys));
  await all(seat);
  await visit(seat, appearance, "palette", () => seat.press("Control+k"));
  await all(seat);
  await visit(seat, appearance, "shortcuts", () => seat.press("?"));
  await all(seat);
  await seat.page.context().close();
}

async function before(theme, language) {
  const seat = await Seat.open(browser, url, { theme, language });
  await visit(seat, { theme, language }, "first run", () => pause(300));
  await seat.page.context().close();
}

async function locked(theme, language) {
  const seat = await Seat.open(browser, url, { theme, language });
  await visit(seat, { theme, language }, "lock screen", () => pause(300));
  await seat.page.context().close();
}

const looks = ["light", "dark"].flatMap((theme) => ["en", "es"].map((language) => [theme, language]));
try {
  for (const one of looks) await before(...one);
  const address = new URL(url);
  const token = new URLSearchParams(address.hash.slice(1)).get("token");
  const call = (name) => fetch(`${address.origin}/call/${name}`, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: "{}" });
  const made = await call("open_sample");
  if (!made.ok) throw new Error(`open_sample: ${await made.text()}`);
  // Two at a time: more than one browser keeps connections open for, and than this machine has cores, gains nothing.
  for (const pair of [looks.slice(0, 2), looks.slice(2)]) await Promise.all(pair.map((one) => look(...one)));
  await call("lock");
  for (const one of looks) await locked(...one);
} catch (reason) {
  failures.push(String(reason.stack ?? reason));
} finally {
  await browser.close();
}
for (const one of failures) console.log(`✗ ${one}`);
console.log(`${passed} screens without a finding, ${failures.length} findings`);
process.exit(failures.length === 0 ? 0 : 1);
