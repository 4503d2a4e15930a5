// The desk behind the page: the loopback host that the lane started, or one of another device. Whatever a person does
// outside the window (native dialogs, files moved, another computer) is done through this.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Cargo and nextest say where it is; by hand it is the one built last. */
const PROGRAM = process.env.CARGO_BIN_EXE_host ?? process.env.NEXTEST_BIN_EXE_host
  ?? join(dirname(fileURLToPath(import.meta.url)), "../../target/debug/host");

/** When every host of this lane says it is. */
const NOW = "2026-11-23T18:00:00Z";

/** The passphrase of everybody in the SAMPLE. */
export const PASSPHRASE = "sample-desk";

export class Host {
  constructor(url, state) {
    const address = new URL(url);
    this.url = url;
    this.state = state;
    this.origin = address.origin;
    this.token = new URLSearchParams(address.hash.slice(1)).get("token");
  }

  /** Another device: it has a folder of its own, in which no register was ever seen. */
  static async elsewhere(state) {
    const child = spawn(PROGRAM, ["--now", NOW, "--until-stdin-closes", "--state", state], { stdio: ["pipe", "pipe", "inherit"] });
    const line = once(createInterface({ input: child.stdout }), "line");
    const [said] = await Promise.race([line, once(child, "error").then(([why]) => Promise.reject(why))]);
    const host = new Host(JSON.parse(said).url, state);
    host.end = () => child.stdin.end();
    return host;
  }

  async #post(path, body) {
    const answer = await fetch(this.origin + path, { method: "POST", headers: { authorization: `Bearer ${this.token}` }, body: JSON.stringify(body) });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${said}`);
    return JSON.parse(said);
  }

  call(name, request = {}) {
    return this.#post(`/call/${name}`, request);
  }

  /** Chooses a register by its folder; it stays locked. */
  async choose(folder) {
    await this.answerNextDialog(folder);
    const { token } = await this.call("pick_folder", { purpose: "register" });
    return this.call("open_register", { folder: token });
  }

  /** The next native dialog is answered with this path. */
  answerNextDialog(path) {
    return this.#post("/test/dialogs", { answers: [[path]] });
  }

  /** What this person types to unlock the register chosen. */
  async key(name) {
    const { persons } = await this.call("session");
    return { person: persons.find((one) => one.name === name).id, passphrase: PASSPHRASE };
  }
}
