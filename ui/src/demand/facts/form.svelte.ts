import type { Category, Channel, Component, DemandFacts, Instrument, NonDisclosure, Official } from "../../host";
import type { DateTimeZoneValue } from "../../parts/datetime/moment";
import { fromInstant, toInstant } from "../../parts/datetime/moment";
import { guessKind, splitIdentifiers } from "./guess";

/** An account as the form holds it. */
export interface TargetRow {
  id: string;
  identifier: string;
  /** Chosen by a person; null while only guessed from the identifier. */
  kind: string | null;
  account: string;
  language: string;
  zone: string | null;
}

export interface NumberRow {
  id: string;
  label: string;
  value: string;
}

/** Everything the form holds; plain JSON, so that it can be kept as a draft. */
export interface FormValues {
  instrument: Instrument;
  authority: string;
  purpose: string;
  component: Component | null;
  office: string;
  issuingOfficial: Official;
  pointOfContact: Official;
  server: Official;
  numbers: NumberRow[];
  issued: DateTimeZoneValue | null;
  served: DateTimeZoneValue | null;
  received: DateTimeZoneValue | null;
  returnDate: DateTimeZoneValue | null;
  returnPlace: string;
  channel: Channel | null;
  recipient: string;
  rider: boolean;
  nonDisclosure: NonDisclosure;
  targets: TargetRow[];
  noTargetStated: boolean;
  /** The paper's words for each category asked for, one item a line; absent means not asked for. */
  records: Partial<Record<Category, string>>;
  periodFrom: DateTimeZoneValue | null;
  periodTo: DateTimeZoneValue | null;
  actBy: DateTimeZoneValue | null;
  note: string;
}

const nobody = (): Official => ({ name: "", title: "", contact: "" });
const uuid = (): string => crypto.randomUUID();
export const emptyTarget = (): TargetRow => ({ id: uuid(), identifier: "", kind: null, account: "", language: "", zone: null });
export const emptyNumber = (label: string): NumberRow => ({ id: uuid(), label, value: "" });

/** What the paper calls its number. Forms of the agency are in English. */
export const NUMBER_LABELS = ["Subpoena Number", "Case Number", "File Number", "Summons Number"] as const;

export const CATEGORIES: readonly Category[] = [
  "name", "address", "sessions", "service", "identity", "payment", "otherNonContent", "content", "special",
];

/** A form before anything is typed. What is sure is filled in: who we are, and when we have it in hand. */
export function emptyForm(defaults: { recipient: string; channel: Channel | null; now: string; zone: string }): FormValues {
  return {
    instrument: "notConfirmed", authority: "", purpose: "", component: null, office: "",
    issuingOfficial: nobody(), pointOfContact: nobody(), server: nobody(),
    numbers: [emptyNumber(NUMBER_LABELS[0])],
    issued: null, served: null, received: fromInstant(defaults.now, defaults.zone), returnDate: null, returnPlace: "",
    channel: defaults.channel, recipient: defaults.recipient, rider: false, nonDisclosure: { type: "none" },
    targets: [emptyTarget()], noTargetStated: false, records: {}, periodFrom: null, periodTo: null, actBy: null, note: "",
  };
}

const day = (date: string | null, zone: string): DateTimeZoneValue | null => (date === null ? null : { date, time: null, zone });

/** The form of facts on record, for changing them. */
export function formOf(facts: DemandFacts, zone: string): FormValues {
  const records: FormValues["records"] = {};
  for (const sought of facts.records) {
    const before = records[sought.category];
    records[sought.category] = before === undefined ? sought.words : `${before}\n${sought.words}`;
  }
  const printed = facts.returnDate;
  return {
    instrument: facts.instrument, authority: facts.authority, purpose: facts.purpose, component: facts.component, office: facts.office,
    issuingOfficial: { ...facts.issuingOfficial }, pointOfContact: { ...facts.pointOfContact }, server: { ...facts.server },
    numbers: facts.numbers.length === 0 ? [emptyNumber(NUMBER_LABELS[0])] : facts.numbers.map((one) => ({ id: uuid(), ...one })),
    issued: day(facts.issued, zone),
    served: facts.served === null ? null : fromInstant(facts.served.at, facts.served.zone),
    received: fromInstant(facts.received.at, facts.received.zone),
    returnDate: printed === null ? null : { date: printed.date, time: printed.time?.slice(0, 5) ?? null, zone: printed.zone },
    returnPlace: facts.returnPlace, channel: facts.channel, recipient: facts.recipient, rider: facts.rider,
    nonDisclosure: { ...facts.nonDisclosure },
    targets: facts.targets.length === 0 ? [emptyTarget()] : facts.targets.map((one) => ({ ...one })),
    noTargetStated: facts.noTargetStated, records,
    periodFrom: day(facts.periodFrom, zone), periodTo: day(facts.periodTo, zone), actBy: day(facts.actBy, zone), note: facts.note,
  };
}

/** Hard fields that are empty, by their names on the wire, in the order of the form. Asked here first so that no round trip is needed to point at it. */
export function missingHard(form: FormValues): string[] {
  const missing: string[] = [];
  if (form.recipient.trim() === "") missing.push("recipient");
  if (!form.noTargetStated && form.targets.every((one) => one.identifier.trim() === "")) missing.push("targets");
  if (form.received === null) missing.push("received");
  if (form.channel === null) missing.push("channel");
  return missing;
}

const said = (value: DateTimeZoneValue): { at: string; zone: string } => ({ at: toInstant(value), zone: value.zone });

/** A moment the person did not touch keeps its seconds: an amendment changes only what was changed. */
function kept(value: DateTimeZoneValue, before: { at: string; zone: string } | null | undefined): { at: string; zone: string } {
  if (before !== null && before !== undefined && JSON.stringify(fromInstant(before.at, before.zone)) === JSON.stringify(value)) return before;
  return said(value);
}

/** The facts of the form. Call only when `missingHard` is empty. `before` are the facts being amended. */
export function factsOf(form: FormValues, before: DemandFacts | null = null): DemandFacts {
  if (form.received === null || form.channel === null) throw new Error("a hard field is empty");
  const trimmed = (one: Official): Official => ({ name: one.name.trim(), title: one.title.trim(), contact: one.contact.trim() });
  const printed = form.returnDate;
  return {
    instrument: form.instrument, authority: form.authority.trim(), purpose: form.purpose.trim(), component: form.component, office: form.office.trim(),
    issuingOfficial: trimmed(form.issuingOfficial), pointOfContact: trimmed(form.pointOfContact), server: trimmed(form.server),
    numbers: form.numbers.filter((one) => one.value.trim() !== "").map((one) => ({ label: one.label.trim(), value: one.value.trim() })),
    issued: form.issued?.date ?? null,
    served: form.served === null ? null : kept(form.served, before?.served),
    received: kept(form.received, before?.received),
    returnDate: printed === null ? null : { date: printed.date, time: printed.time === null ? null : `${printed.time}:00`, zone: printed.zone },
    returnPlace: form.returnPlace.trim(), channel: form.channel, recipient: form.recipient.trim(), rider: form.rider,
    nonDisclosure: form.nonDisclosure,
    targets: form.noTargetStated ? [] : form.targets.filter((one) => one.identifier.trim() !== "").map((one) => ({
      id: one.id, kind: one.kind ?? guessKind(one.identifier), identifier: one.identifier.trim(), account: one.account.trim(),
      language: one.language, zone: one.zone,
    })),
    noTargetStated: form.noTargetStated,
    records: CATEGORIES.flatMap((category) => {
      const words = form.records[category];
      if (words === undefined) return [];
      const lines = words.split("\n").map((line) => line.trim()).filter((line) => line !== "");
      return (lines.length === 0 ? [""] : lines).map((line) => ({ category, words: line }));
    }),
    periodFrom: form.periodFrom?.date ?? null, periodTo: form.periodTo?.date ?? null, actBy: form.actBy?.date ?? null, note: form.note.trim(),
  };
}

/** True when the return date lies before service: kept as printed, and said. */
export function returnsBeforeService(form: FormValues): boolean {
  if (form.returnDate === null) return false;
  const from = form.served ?? form.received;
  return from !== null && form.returnDate.date < from.date;
}

/** Puts pasted lines into the targets at a row; one line stays in its row. */
export function pasteTargets(rows: readonly TargetRow[], at: number, text: string): TargetRow[] {
  const lines = splitIdentifiers(text);
  const [first, ...rest] = lines;
  const row = rows[at];
  if (first === undefined || row === undefined) return [...rows];
  const known = new Set(rows.filter((_, index) => index !== at).map((one) => one.identifier.trim()));
  const fresh = rest.filter((line) => !known.has(line)).map((identifier) => ({ ...emptyTarget(), identifier }));
  return [...rows.slice(0, at), { ...row, identifier: row.identifier.trim() === "" ? first : row.identifier + first }, ...fresh, ...rows.slice(at + 1)];
}
