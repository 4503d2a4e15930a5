// Debian's Chromium over the loopback host: every key and click counted, every console error and policy violation kept.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// The front end's own copies: nothing else is installed for the tests.
const ours = createRequire(fileURLToPath(new URL("../../ui/package.json", import.meta.url)));
const { chromium } = ours("playwright-core");
const axe = readFileSync(ours.resolve("axe-core/axe.min.js"), "utf8");

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** One page with what went wrong on it. */
export class Seat {
  constructor(page) {
    this.page = page;
    this.wrong = [];
    this.keys = 0;
    this.pointer = 0;
    page.on("console", (message) => {
      // A fault of the desk is an HTTP status here; the window shows it in words, and Chromium notes the status.
      if (message.type() === "error" && !/Failed to load resource/.test(message.text())) this.wrong.push(`console: ${message.text().slice(0, 300)}`);
    });
    page.on("pageerror", (error) => this.wrong.push(`threw: ${error.message}`));
  }

  static async open(browser, url, { theme = "light", language = "en" } = {}) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", bypassCSP: false });
    await context.addInitScript(`localStorage.setItem("preferences", ${JSON.stringify(JSON.stringify({ theme, language }))});
      addEventListener("securitypolicyviolation", (event) => console.error("policy violated: " + event.violatedDirective + " " + event.blockedURI));`);
    // Everything is on this machine: what is not there by then does not come.
    context.setDefaultTimeout(10000);
    const seat = new Seat(await context.newPage());
    await seat.page.goto(url);
    await seat.page.waitForSelector("main");
    await seat.page.evaluate(() => document.fonts.ready);
    return seat;
  }

  /** Presses chords one after the other ("g a", "Control+k"). */
  async press(keys) {
    for (const one of keys.split(" ")) {
      this.keys += 1;
      await this.page.keyboard.press(one);
    }
    await pause(40);
  }

  async type(text) {
    this.keys += [...text].length;
    await this.page.keyboard.type(text);
    await pause(100);
  }

  async click(locator) {
    this.pointer += 1;
    await locator.click();
    await pause(150);
  }

  text() {
    return this.page.evaluate(() => document.body.innerText);
  }

  async sees(text, ms = 10000) {
    await this.page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, { timeout: ms });
  }

  /** Nothing moves any more: no spinner, no request. */
  async still() {
    await pause(250);
    await this.page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null, null, { timeout: 15000 }).catch(() => {});
  }

  /** What axe has against the page as it is now. */
  async axe(name) {
    await this.still();
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
      return violations.map((one) => ({ rule: one.id, nodes: one.nodes.map((node) => node.target.join(" ")).slice(0, 3), help: one.help, more: one.nodes.length, first: one.nodes[0]?.failureSummary?.slice(0, 300) }));
    });
    return found.map((one) => `${name}: axe ${one.rule} (${one.more}): ${one.help}: ${one.nodes.join(" | ")} ${one.first ?? ""}`);
  }
}
