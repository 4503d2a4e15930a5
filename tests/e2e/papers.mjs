// Papers on the screen: beside the form of a new demand and beside the list of files; one behind a password, one broken, one
// that is a mail with files inside.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { brokenPdf, lockedPdf, pdf } from "./pdf.mjs";
import { all, open, tab } from "./queue.mjs";
import { LOOKS } from "./visits.mjs";

const PAGES = [
  ["SPECIMEN - FICTIONAL", "IMMIGRATION ENFORCEMENT SUBPOENA", "Subpoena Number SPEC-2026-90001", "To: Example Platform, Inc.", "Accounts: @still_water_5"],
  ["SPECIMEN - FICTIONAL", "Attachment A", "Name, address, and the length of service of the account"],
];
const PASSWORD = "fictional";

/** A mail with a paper, a note and a file without a name. */
function mail(paper) {
  const inside = [["application/pdf", "SPECIMEN attachment of the agency.pdf", paper], ["text/plain", "note.txt", Buffer.from("SPECIMEN note")], ["text/plain", null, Buffer.from("SPECIMEN")]];
  const parts = inside.map(([type, name, bytes]) => [
    `--part\r\nContent-Type: ${type}${name === null ? "" : `; name="${name}"`}`, `Content-Disposition: attachment${name === null ? "" : `; filename="${name}"`}`,
    "Content-Transfer-Encoding: base64", "", bytes.toString("base64").replace(/.{76}/g, "$&\r\n"), "",
  ].join("\r\n"));
  return [
    "From: Officer <officer@agency.example>", "To: legal@platform.example", "Subject: SPECIMEN service of a subpoena", "Date: Mon, 09 Nov 2026 09:58:00 -0500",
    "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="part"', "", "--part", "Content-Type: text/plain", "", "SPECIMEN - FICTIONAL. Please find it attached.", "",
  ].join("\r\n") + `${parts.join("")}--part--\r\n`;
}

const drawn = (seat) => seat.page.waitForFunction(
  () => [...document.querySelectorAll(".leaf img")].some((image) => image.complete && image.naturalWidth > 0), null, { timeout: 15000 },
);
const shown = (seat, selector) => seat.page.waitForSelector(selector, { timeout: 15000 });

/** A new demand with this file chosen for it. */
async function choose(seat, host, path) {
  await all(seat);
  await host.answerNextDialog(path);
  await seat.press("n");
  await shown(seat, "[data-field=recipient]");
  await seat.press("Control+o");
}

/** Nothing of the page is wider than the window. */
async function fits(seat) {
  const wide = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) throw new Error(`the page is ${wide} px wider than the window`);
}

/** The file is kept with this demand. */
async function attach(host, reference, path) {
  const { rows } = await host.call("queue", { view: "all", sort: "reference", text: reference, limit: 5 });
  await host.answerNextDialog(path);
  const [{ token }] = await host.call("pick_files", { purpose: "papers" });
  await host.call("attach", { op: crypto.randomUUID(), demand: rows[0].demand, file: token, role: "other" });
}

/** One look after the other: what the next native dialog answers is the desk's, not a page's. */
export async function papers(visits, host, folder) {
  const made = { "specimen.pdf": pdf(PAGES), "specimen-locked.pdf": lockedPdf(PAGES, PASSWORD), "specimen-broken.pdf": brokenPdf(), "specimen.eml": mail(Buffer.from(pdf(PAGES))) };
  const paths = Object.fromEntries(Object.entries(made).map(([name, bytes]) => [name, join(folder, name)]));
  for (const [name, bytes] of Object.entries(made)) writeFileSync(paths[name], bytes);
  await attach(host, "2026-0006", paths["specimen.pdf"]);
  await attach(host, "2026-0006", paths["specimen.eml"]);
  for (const look of LOOKS) {
    await visits.sit(host, look, async (seat, visit) => {
      await visit("paper beside the form", async () => {
        await choose(seat, host, paths["specimen.pdf"]);
        await drawn(seat);
      });
      await visit("paper, words found", async () => {
        await seat.press("Control+f");
        await seat.type("subpoena");
        await shown(seat, ".mark.current");
      });
      for (const [width, height] of [[1366, 768], [1000, 800], [720, 450]]) {
        await visit(`paper beside the form, ${width} px`, async () => {
          await seat.page.setViewportSize({ width, height });
          await seat.still();
          await fits(seat);
        });
      }
      await seat.page.setViewportSize({ width: 1440, height: 900 });
    });
    await visits.sit(host, look, async (seat, visit) => {
      await visit("paper behind a password", async () => {
        await choose(seat, host, paths["specimen-locked.pdf"]);
        await shown(seat, ".unread input[type=password]");
      });
      await visit("paper, wrong password", async () => {
        await seat.page.locator(".unread input[type=password]").fill("another");
        await seat.press("Enter");
        await shown(seat, ".unread [aria-invalid=true]");
      });
      await visit("paper, password accepted", async () => {
        await seat.page.locator(".unread input[type=password]").fill(PASSWORD);
        await seat.press("Enter");
        await drawn(seat);
      });
    });
    await visits.sit(host, look, (seat, visit) => visit("paper that is broken", async () => {
      await choose(seat, host, paths["specimen-broken.pdf"]);
      await shown(seat, ".unread .empty");
    }));
    await visits.sit(host, look, (seat, visit) => visit("paper of the list of files", async () => {
      await open(seat, "2026-0006");
      await tab(seat, 4);
      await seat.click(seat.page.locator(".files [aria-label$='specimen.pdf']").first());
      await drawn(seat);
    }));
    await visits.sit(host, look, (seat, visit) => visit("files inside a mail", async () => {
      await open(seat, "2026-0006");
      await tab(seat, 4);
      await seat.click(seat.page.locator(".files [aria-label$='specimen.eml']").first());
      await shown(seat, "details select");
      await fits(seat);
    }));
  }
}
