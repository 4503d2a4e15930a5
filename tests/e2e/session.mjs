// One desk behind a host, one browser, and what was found wrong: light and dark, English and Spanish, axe finds nothing, the
// console is quiet, no policy is broken. Usage of every script: node SCRIPT URL FOLDER [PICTURES]: the folder holds the
// host's own `state`; PICTURES keeps a picture of each screen.
import { join } from "node:path";
import { launch, pause } from "./browser.mjs";
import { Host } from "./host.mjs";
import { Visits } from "./visits.mjs";

/** Runs `work`, says what was found, and ends the process: well when it was nothing. */
export async function session(work) {
  const [url, folder, pictures] = process.argv.slice(2);
  const host = new Host(url, join(folder, "state"));
  const browser = await launch();
  const visits = new Visits(browser, pictures);
  try {
    await work({ visits, host, folder });
  } catch (reason) {
    visits.failures.push(String(reason.stack ?? reason));
  } finally {
    await browser.close();
  }
  for (const one of visits.failures) console.log(`✗ ${one}`);
  console.log(`${visits.passed} screens without a finding, ${visits.failures.length} findings`);
  process.exit(visits.failures.length === 0 ? 0 : 1);
}

/** One screen, as it stands. */
export const standing = (visits, host, name) => visits.everyLook(host, (_seat, visit) => visit(name, () => pause(300)));

/** A paper that counsel has not verified yet is recorded on the vacated demand. */
export async function claimPaper(host) {
  const page = await host.call("queue", { view: "all", sort: "reference", text: "2026-0011", limit: 5 });
  const { demand, proceedings } = await host.call("demand", { demand: page.rows[0].demand });
  const order = proceedings[0].papers[0].paper;
  const paper = { ...order, id: crypto.randomUUID(), entryNumber: "44", title: "" };
  await host.call("act", { op: crypto.randomUUID(), act: { type: "recordCourtPaper", proceeding: proceedings[0].id, paper }, seen: [], happened: null });
  return demand.reference;
}
