// A fax of a demand: nothing but a picture of black and white dots, a little crooked, as a machine sends it.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { KEY, until } from "./window.mjs";

const FONT = join(dirname(fileURLToPath(import.meta.url)), "../../src-tauri/crates/letters/fonts/SourceSerif4-Regular.otf");

/** What the fax says that a person would have to type. Fictional. */
export const SAYS = { number: "HSI-LA-2026-00417", account: "@river_lantern_88", recipient: "Example Platform, Inc." };

const LINES = [
  "SPECIMEN - FICTIONAL",
  "U.S. DEPARTMENT OF HOMELAND SECURITY",
  "IMMIGRATION ENFORCEMENT SUBPOENA",
  "Form I-138",
  `Subpoena Number: ${SAYS.number}`,
  `To: ${SAYS.recipient}`,
  "8 U.S.C. 1225(d)(4)(A), 8 C.F.R. 287.4",
  "YOU ARE HEREBY COMMANDED to produce the records described below.",
  `Username: ${SAYS.account}`,
  "If you fail to comply, an order of a United States District Court may be sought,",
  "and failure to obey that order may be punished as contempt.",
];

/** Two pages at the resolution of a fine fax (204 by 196 dots an inch), squeezed as faxes are (CCITT group 4). */
export function faxed(path) {
  const page = (lines) => [
    "(", "-size", "1728x2200", "xc:white", "-font", FONT, "-pointsize", "38", "-fill", "black", "-gravity", "NorthWest",
    ...lines.flatMap((line, at) => ["-annotate", `+170+${200 + at * 80}`, line]),
    "-distort", "SRT", "0.6", "-colorspace", "Gray", "-threshold", "60%", "-units", "PixelsPerInch", "-density", "204x196", ")",
  ];
  const ran = spawnSync("convert", [...page(LINES), ...page(["SPECIMEN - FICTIONAL", "Attachment A", "Name and address of the account's user"]), "-compress", "Group4", path], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`no fax: ${ran.stderr ?? ran.error}`);
}

/** From the form with the fax beside it to the saved demand: what is offered is taken field by field, the rest is typed. */
export async function logFax(window) {
  await until("the fax to be read, and its words offered", () => window.run("return document.querySelectorAll('.offer').length > 0 && document.querySelector('[aria-busy=true]') === null;"));
  await window.inField("instrument");
  await window.count();
  const left = () => window.run("return document.querySelectorAll('.offer').length;");
  for (let times = 0; times < 60 && (await left()) > 0; times += 1) await window.press(KEY.enter);
  await window.press(KEY.control, KEY.shift, KEY.enter);
  await window.inField("channel");
  await window.type("F");
  await until("fax to be chosen", () => window.run("return document.activeElement.value === 'fax';"));
  await window.press(KEY.control, KEY.shift, KEY.enter);
  await window.tab("Facts");
  return window.counted();
}
