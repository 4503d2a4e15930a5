// From wherever to the list of all demands, and from it to one of them and its tabs.
import { pause } from "./browser.mjs";

/** To the list of all demands, from wherever. */
export async function all(seat) {
  await seat.press("Escape Escape Escape g a");
  await seat.still();
}

/** The list is filtered until this one demand is left. */
export async function filter(seat, reference) {
  await all(seat);
  await seat.press("/");
  await seat.press("Control+a");
  await seat.type(reference);
  await seat.page.waitForFunction(
    (wanted) => [...document.querySelectorAll("[role=row]")].filter((row) => /2026-\d{4}/.test(row.innerText)).every((row) => row.innerText.includes(wanted)),
    reference, { timeout: 8000 },
  );
}

export async function open(seat, reference) {
  await filter(seat, reference);
  await seat.press("Enter");
  await pause(200);
  if ((await seat.page.locator("[role=tab]").count()) === 0) await seat.press("Enter");
  await seat.page.waitForFunction((wanted) => document.querySelector("h1")?.innerText.includes(wanted), reference, { timeout: 8000 });
  await seat.still();
}

export async function tab(seat, number) {
  await seat.page.locator("[role=tab]").nth(number).click();
  await seat.still();
}

/** No word of the list is cut: what is too long ends in an ellipsis, and of the order's state nothing is left out. */
export async function wordsWhole(seat) {
  const cut = await seat.page.evaluate(() => {
    const column = [...document.querySelectorAll("[role=columnheader]")].findIndex((one) => /^(Court order|Orden judicial)/.test(one.innerText));
    const over = (one) => getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth;
    return [...document.querySelectorAll("[role=row]")].flatMap((row) => [...row.children].flatMap((cell, at) =>
      [cell, ...cell.querySelectorAll(":not(.visually-hidden, .visually-hidden *, svg *)")]
        .filter((one) => over(one) && (at === column || getComputedStyle(one).textOverflow !== "ellipsis" || one.childElementCount > 0))
        .map((one) => one.innerText)));
  });
  if (cut.length > 0) throw new Error(`cut in the list: ${cut.join(" | ")}`);
}
