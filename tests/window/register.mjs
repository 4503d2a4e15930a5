// A register prepared with the command line, and what the command line says of it afterwards.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const PERSON = "A. Rivera";
export const PASSPHRASE = "correct horse battery";

/** One person as triage, counsel, letters and records, with everything a letter needs from the desk itself. */
export class Prepared {
  constructor(stage, cli) {
    const folder = join(stage.state, "prepared");
    mkdirSync(folder, { recursive: true });
    // The window's own device: another one would be asked once which entry is the last.
    Object.assign(this, { folder, cli, env: stage.env });
    this.register = join(folder, "Notices.register");
    this.passphrase = join(folder, "passphrase");
    writeFileSync(this.passphrase, `${PASSPHRASE}\n`);
    this.desk([
      "init", "Notices", "--in", folder, "--organisation", "Example Platform, Inc.", "--zone", "America/Los_Angeles",
      "--roles", "triage,counsel,letters,records", "--recovery-key-to", join(folder, "recovery"),
    ]);
    const { settings } = this.desk(["do", "policy"]);
    const letterhead = {
      ...settings,
      address: ["100 Sample Street", "San Francisco, CA 94100"],
      contact: "legal-notices@example.com",
      verification: "example.com/legal/notices",
      helpOrganisations: settings.helpOrganisations.map((one) => ({ ...one, contact: "see its public web page" })),
    };
    this.desk(["do", "act", "-"], { op: randomUUID(), act: { type: "setPolicy", settings: letterhead, reason: "letterhead" } });
    // The window begins as on its first day, with no register known.
    rmSync(join(stage.env.SUBPOENA_DESK_STATE, "registers.json"), { force: true });
  }

  /** Runs the program `desk`; gives its JSON. */
  desk(args, input) {
    const all = ["--json", "--person", PERSON, "--register", this.register, "--passphrase-file", this.passphrase, ...args];
    const ran = spawnSync(this.cli, all, { env: this.env, encoding: "utf8", input: input === undefined ? "" : JSON.stringify(input) });
    if (ran.status !== 0) throw new Error(`desk ${args.join(" ")} ended with ${ran.status}: ${ran.stdout}${ran.stderr}${ran.error ?? ""}`);
    return JSON.parse(ran.stdout);
  }
}
