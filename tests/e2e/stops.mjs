// What is seen of a register that stands still, and of one that is damaged. Each is made for real: an older file put
// back, the note taken away or written over, another device, a page of the file hit.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copy, hit, pagesToHit } from "./damage.mjs";
import { Host, PASSPHRASE } from "./host.mjs";
import { all, filter, open, tab } from "./queue.mjs";
import { LOOKS } from "./visits.mjs";

const ADMINISTRATOR = "A. Rivera";
const COLLEAGUE = "S. Okafor";

/** The page shows what is looked for. */
const shown = (seat, selector) => seat.page.waitForSelector(selector, { timeout: 8000 });

/** The form of going on is sent with nothing in it: its fields say what is missing. */
async function sendEmpty(seat) {
  await shown(seat, "[data-field=reason]");
  await seat.click(seat.page.locator("form button[type=submit]"));
  await shown(seat, "[aria-invalid=true]");
}

/** Nobody can go on, or not the person who is here: no reason is asked for. */
async function noForm(seat) {
  await shown(seat, "main.bare ol");
  if ((await seat.page.locator("[data-field=reason]").count()) > 0) throw new Error("somebody who may not go on is asked for a reason");
}

/** The register is walked from here too. */
async function verified(seat) {
  await seat.click(seat.page.locator("main.bare").getByRole("button", { name: /^(Verify|Comprobar)/ }));
  await shown(seat, ".report");
}

/** Makes sure that it is this stop which is looked at, and looks at it. */
async function still(visits, host, person, kind, door, ...seen) {
  const session = await host.call(door, await host.key(person));
  const found = session.stop?.kind ?? session.state;
  if (found !== kind) throw new Error(`the desk should stand still for ${kind}, and it is ${found}`);
  await visits.everyLook(host, async (seat, visit) => {
    for (const [name, lead] of seen) await visit(`stop ${name}`, () => lead(seat));
  });
  await host.call("lock");
}

/** Every reason to stand still. `earlier` is a copy of the register from before its last entry. */
export async function stops(visits, host, register, earlier) {
  await host.choose(earlier);
  await still(visits, host, ADMINISTRATOR, "headLost", "unlock", ["headLost", sendEmpty], ["headLost verified", verified]);
  await still(visits, host, COLLEAGUE, "headLost", "unlock", ["headLost, not an administrator", noForm]);

  const heads = join(host.state, "heads");
  const note = join(heads, readdirSync(heads).find((one) => one.endsWith(".note")));
  const kept = readFileSync(note);
  await host.choose(register);
  writeFileSync(note, "not a note");
  await still(visits, host, ADMINISTRATOR, "noteAltered", "unlock", ["noteAltered", sendEmpty]);
  rmSync(note);
  await still(visits, host, ADMINISTRATOR, "noteMissing", "unlock", ["noteMissing", sendEmpty]);
  writeFileSync(note, kept);
}

/** A register that others use, on a computer that never saw it. */
export async function firstTime(visits, register, folder) {
  const host = await Host.elsewhere(join(folder, "another device"));
  try {
    await host.choose(copy(register, join(folder, "Shared.register")));
    await still(visits, host, COLLEAGUE, "neverSeen", "unlock",
      ["neverSeen", (seat) => shown(seat, "[data-field=entry]")],
      ["neverSeen, sent empty", sendEmpty],
      ["neverSeen, another entry typed", async (seat) => {
        await seat.page.locator("[data-field=entry] input").fill("1");
        await seat.page.locator("[data-field=reason] textarea").fill("My own laptop");
      }]);
  } finally {
    host.end();
  }
}

/** Registers that answer “damaged”, opened by the choice that the lock screen then gives. */
export async function damaged(visits, host, register, earlier, folder) {
  await host.choose(register);
  const pages = await pagesToHit(host, register, join(folder, "Tried.register"), await host.key(ADMINISTRATOR));
  await host.choose(hit(register, join(folder, "Damaged.register"), pages.opening));
  for (const one of LOOKS) {
    await visits.sit(host, one, async (seat, visit) => {
      await visit("damaged, at the lock", () => refused(seat));
      await visit("damaged, copied as it is", () => copiedAsItIs(seat, folder));
      await visit("read only, queue", async () => {
        await readOnly(seat);
        await all(seat);
        // Nothing can be recorded, so a new demand is neither offered nor begun by its key.
        await seat.press("n");
        if ((await seat.page.locator("[data-field=recipient]").count()) > 0) throw new Error("a demand can be begun in a register that is only read");
      });
      await visit("read only, a demand", () => open(seat, "2026-0006"));
      for (const number of [1, 2, 3, 4]) await visit(`read only, tab ${number}`, () => tab(seat, number));
      for (const [name, keys] of [["people", "g p"], ["register", "g b"], ["settings", "g s"]]) {
        await visit(`read only, ${name}`, async () => {
          await all(seat);
          await seat.press(keys);
        });
      }
    });
    await host.call("lock");
  }
  await host.choose(hit(register, join(folder, "Hit.register"), pages.demands));
  for (const one of LOOKS) {
    await visits.sit(host, one, async (seat, visit) => {
      await refused(seat);
      await visit("read only, a demand that cannot be read", async () => {
        await readOnly(seat);
        await filter(seat, "2026-0006");
        await seat.press("Enter Enter");
      });
    });
    await host.call("lock");
  }
  await host.choose(hit(register, join(folder, "Hit hard.register"), pages.nothing));
  for (const one of LOOKS) {
    await visits.sit(host, one, (seat, visit) => visit("damaged, not even to read", async () => {
      await refused(seat);
      await seat.click(readButton(seat));
      await shown(seat, "form p:not(.safe)[role=status]");
    }));
  }
  // An older copy that is damaged too: nobody can go on, because nothing can be written.
  await host.choose(hit(earlier, join(folder, "Old.register"), pages.opening));
  await still(visits, host, ADMINISTRATOR, "headLost", "open_damaged", ["headLost, damaged", noForm]);
}

/** The passphrase is right, and the register does not open. */
async function refused(seat) {
  await seat.click(seat.page.getByText(ADMINISTRATOR, { exact: true }));
  await seat.page.locator("[data-field=passphrase] input").fill(PASSPHRASE);
  await seat.press("Enter");
  await shown(seat, "[role=alert] button");
}

async function copiedAsItIs(seat, folder) {
  // The clock stands: a copy of another look has the same second in its name.
  for (const name of readdirSync(folder).filter((one) => one.includes(".quarantine-"))) rmSync(join(folder, name), { recursive: true });
  await seat.click(seat.page.getByRole("button", { name: /^(Copy it as it is|Copiarlo tal como está)$/ }));
  await shown(seat, "form p.safe[role=status]");
}

const readButton = (seat) => seat.page.getByRole("button", { name: /^(Open it to read only|Abrirlo solo para leer)$/ });

async function readOnly(seat) {
  await seat.click(readButton(seat));
  await shown(seat, ".stripe");
}
