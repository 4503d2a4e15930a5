import type { HelpOrganisation, PlatformPattern, Settings } from "../host";

const NUMBERS = { noticeWindowDays: 1, docketRecheckDays: 1, idleLockMinutes: 1 } as const;

/** The numbers of the settings, with the smallest that each may be. */
export type NumberName = keyof typeof NUMBERS;

/** The settings while they are typed: numbers and lines as texts, as they stand in the boxes. */
export class PolicyDraft {
  organisation = $state("");
  address = $state("");
  contact = $state("");
  verification = $state("");
  zone = $state("");
  numbers = $state<Record<NumberName, string>>({ noticeWindowDays: "", docketRecheckDays: "", idleLockMinutes: "" });
  help = $state<HelpOrganisation[]>([]);
  patterns = $state<PlatformPattern[]>([]);
  keepDataClause = $state(false);

  constructor(settings: Settings) {
    this.show(settings);
  }

  show(settings: Settings): void {
    this.organisation = settings.organisation;
    this.address = settings.address.join("\n");
    this.contact = settings.contact;
    this.verification = settings.verification;
    this.zone = settings.zone;
    for (const name of Object.keys(NUMBERS) as NumberName[]) this.numbers[name] = String(settings[name]);
    this.help = settings.helpOrganisations.map((one) => ({ ...one }));
    this.patterns = (settings.identifierPatterns ?? []).map((one) => ({ ...one }));
    this.keepDataClause = settings.keepDataClause;
  }

  least(name: NumberName): number {
    return NUMBERS[name];
  }

  /** The number typed, or null when it is none that can be. */
  number(name: NumberName): number | null {
    const text = this.numbers[name].trim();
    const value = Number(text);
    return /^\d{1,4}$/.test(text) && value >= NUMBERS[name] ? value : null;
  }

  /** The settings as they would be saved; null while a number is none. Rows without a name are left out. */
  get settings(): Settings | null {
    const noticeWindowDays = this.number("noticeWindowDays");
    const docketRecheckDays = this.number("docketRecheckDays");
    const idleLockMinutes = this.number("idleLockMinutes");
    if (noticeWindowDays === null || docketRecheckDays === null || idleLockMinutes === null) return null;
    return {
      organisation: this.organisation.trim(),
      address: this.address.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
      contact: this.contact.trim(),
      verification: this.verification.trim(),
      zone: this.zone,
      noticeWindowDays,
      docketRecheckDays,
      idleLockMinutes,
      helpOrganisations: this.help.map(({ name, contact }) => ({ name: name.trim(), contact: contact.trim() })).filter((one) => one.name !== ""),
      // A row with nothing in it is none; a half-filled one is the desk's to refuse.
      identifierPatterns: this.patterns.map(({ kind, pattern, example }) => ({ kind, pattern: pattern.trim(), example: example.trim() })).filter((one) => one.pattern !== "" || one.example !== ""),
      keepDataClause: this.keepDataClause,
    };
  }

  /** Takes rows out that hold nothing: what is said of a row by its number is then said of the row on the screen. */
  dropEmpty(): void {
    this.patterns = this.patterns.filter((one) => one.pattern.trim() !== "" || one.example.trim() !== "");
  }

  /** True when saving would change something. */
  changes(from: Settings): boolean {
    return JSON.stringify(this.settings) !== JSON.stringify(new PolicyDraft(from).settings);
  }
}
