// What was looked at, and what is wrong with it. Where a folder is named, a picture of each visit is kept in it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Seat } from "./browser.mjs";

export const LOOKS = ["light", "dark"].flatMap((theme) => ["en", "es"].map((language) => ({ theme, language })));

export class Visits {
  constructor(browser, pictures) {
    Object.assign(this, { browser, pictures, passed: 0, failures: [] });
  }

  /** A page of this look; it is closed when the work is done. */
  async sit(host, look, work) {
    const seat = await Seat.open(this.browser, host.url, look);
    try {
      await work(seat, (name, lead) => this.#visit(seat, look, name, lead));
    } finally {
      await seat.page.context().close();
    }
  }

  /** Every look of it, two at a time: more than one browser keeps connections open for gains nothing. */
  async everyLook(host, work) {
    for (const pair of [LOOKS.slice(0, 2), LOOKS.slice(2)]) {
      await Promise.all(pair.map((look) => this.sit(host, look, (seat, visit) => work(seat, visit, look))));
    }
  }

  async #visit(seat, look, name, lead) {
    const before = seat.wrong.length;
    const label = `${look.theme} ${look.language} ${name}`;
    try {
      await lead();
      const found = await seat.axe(label);
      const wrong = [...found, ...seat.wrong.slice(before).map((one) => `${label}: ${one}`)];
      if (wrong.length === 0) this.passed += 1;
      this.failures.push(...wrong);
    } catch (reason) {
      this.failures.push(`${label}: ${String(reason).slice(0, 400)}`);
    }
    await this.#picture(seat, look, name);
  }

  async #picture(seat, look, name) {
    if (this.pictures === undefined) return;
    const folder = join(this.pictures, `${look.theme}-${look.language}`);
    mkdirSync(folder, { recursive: true });
    // A page outside the register scrolls whole: it is shown whole.
    const height = await seat.page.evaluate(() => {
      const bare = document.querySelector("main.bare");
      bare?.scrollTo(0, 0);
      return bare?.scrollHeight ?? 0;
    });
    const size = seat.page.viewportSize();
    await seat.page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 40) });
    await seat.page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w.-]+/g, "-")}.png`) });
    await seat.page.setViewportSize(size);
  }
}
