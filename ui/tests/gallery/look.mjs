// Pictures of the gallery in Debian's Chromium, and axe over each: `npm run gallery && npm run look`.
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../output/gallery", import.meta.url));
const out = fileURLToPath(new URL("../output/look", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://x").pathname);
  try {
    const file = join(root, path === "/" ? "index.html" : path);
    const body = readFileSync(file);
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const base = `http://127.0.0.1:${server.address().port}/`;

const shots = [
  ["queue-light", "?sample", 1440, 900],
  ["queue-dark", "?theme=dark&jobs", 1440, 900],
  ["looks-light", "?screen=looks", 1440, 900],
  ["looks-dark", "?screen=looks&theme=dark", 1440, 900],
  ["looks-grey", "?screen=looks", 1440, 900, { grey: true }],
  ["looks-forced", "?screen=looks", 1440, 900, { forced: true }],
  ["form-light", "?screen=form", 1440, 1000],
  ["form-es", "?screen=form&lang=es&theme=dark", 1440, 1000],
  ["calendar", "?screen=form", 1440, 1000, { click: "button[aria-label^=Calendar]" }],
  ["dialog", "?screen=form&dialog", 1440, 900],
  ["palette", "?palette", 1440, 900],
  ["keys-es", "?keys&lang=es", 1440, 900],
  ["narrow", "?sample&jobs", 900, 600],
  ["large-text", "?size=150", 1280, 800],
];
const only = process.argv.slice(2);

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let faults = 0;
for (const [name, query, width, height, more = {}] of shots) {
  if (only.length > 0 && !only.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height }, bypassCSP: false, forcedColors: more.forced ? "active" : "none", reducedMotion: "reduce" });
  page.on("console", (message) => {
    if (message.type() === "error") console.log(`${name}: console: ${message.text().slice(0, 220)}`);
  });
  page.on("pageerror", (error) => console.log(`${name}: threw: ${error.message}`));
  await page.goto(base + query);
  await page.waitForSelector("main, .palette");
  await page.evaluate(() => document.fonts.ready);
  if (more.click) await page.click(more.click);
  await page.waitForTimeout(250);
  if (more.grey) {
    await page.evaluate(() => document.documentElement.style.setProperty("filter", "grayscale(1)"));
  }
  await page.screenshot({ path: join(out, `${name}.png`) });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Runtime.evaluate", { expression: readFileSync(axe, "utf8") });
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const one of found.violations) {
    faults += 1;
    console.log(`${name}: axe ${one.id} (${one.impact}): ${one.nodes.slice(0, 2).map((node) => `${node.target.join(" ")} — ${node.failureSummary?.split("\n")[1] ?? ""}`).join(" | ")}`);
  }
  await page.close();
}
await browser.close();
server.close();
console.log(faults === 0 ? "axe: nothing found" : `axe: ${faults} found`);
process.exitCode = faults === 0 ? 0 : 1;
