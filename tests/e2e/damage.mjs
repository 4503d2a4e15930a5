// Registers that are really damaged: one byte of one page of a copy's file is changed.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = 8192;

/** A copy of a register that is locked, under a name of its own. */
export function copy(register, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(register, to, { recursive: true });
  return to;
}

/** A copy with this page hit. */
export function hit(register, to, page) {
  const file = join(copy(register, to), "register.db");
  const bytes = readFileSync(file);
  bytes[page * PAGE + 100] ^= 0x40;
  writeFileSync(file, bytes);
  return to;
}

/**
 * Which page to hit, by what is left of the register. Only its key tells what lies on a page, so they are tried one after
 * the other. With any of the three, unlocking answers “damaged”; then, read only, `opening` still shows every demand,
 * `demands` lists them and cannot show one, and `nothing` does not open.
 */
export async function pagesToHit(host, register, scratch, key) {
  const pages = readFileSync(join(register, "register.db")).length / PAGE;
  const found = { opening: null, demands: null, nothing: null };
  for (let page = 1; page < pages && Object.values(found).includes(null); page += 1) {
    await host.choose(hit(register, scratch, page));
    const left = await whatIsLeft(host, key);
    if (left in found) found[left] ??= page;
  }
  if (Object.values(found).includes(null)) throw new Error(`no page of ${register} leaves what is to be shown: ${JSON.stringify(found)}`);
  return found;
}

async function whatIsLeft(host, key) {
  try {
    if (await answers(host, "unlock", key)) return "all that opening needs";
    if (!(await answers(host, "open_damaged", key))) return "nothing";
    const { rows } = await host.call("queue", { view: "all", sort: "reference", text: "", limit: 50 });
    const shown = await Promise.all(rows.map(({ demand }) => answers(host, "demand", { demand })));
    const all = rows.length > 0 && shown.every((one) => one) && (await answers(host, "people", {}));
    if (all) return "opening";
    return rows.length > 0 && !shown.includes(true) ? "demands" : "some";
  } finally {
    await host.call("lock");
  }
}

/** False where what is asked for is damaged. */
async function answers(host, name, request) {
  try {
    await host.call(name, request);
    return true;
  } catch (fault) {
    if (/storeDamaged/.test(fault.message)) return false;
    throw fault;
  }
}
