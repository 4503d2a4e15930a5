import { useDesk } from "../../app/desk.svelte";
import { touches } from "../../app/pushes";
import { reading } from "../../app/reading.svelte";
import type { Act, Court, PersonId, Role } from "../../host";
import { earliestZone, fromInstant, type DateTimeZoneValue, toInstant } from "../../parts/datetime/moment";
import { momentWords } from "../../text/format";
import { useSession } from "../../session/context";
import type { Moment } from "../../host";
import { word } from "../../fault/words";
import { language, t } from "../../text/text.svelte";

/** Names, courts, the zone and the day of the desk, for screens about one demand. */
export interface Known {
  readonly zone: string;
  /** Today by the desk's clock and zone: "2026-11-23". */
  readonly today: string;
  /** The present minute by the desk's clock, asked anew: to propose in a form. */
  now(): Promise<DateTimeZoneValue | null>;
  readonly courts: readonly Court[];
  readonly courtsAsOf: string;
  court(id: string): Court | undefined;
  /** The zone a court's printed time is read in unless it names one; of two in a district, that in which it comes first. */
  courtZone(id: string): string;
  /** Name of a person; the start of their id while names are not read yet. */
  person(id: PersonId): string;
  readonly me: PersonId | null;
  /** Nothing can be recorded by anybody: the register is damaged and only read. */
  readonly readOnly: boolean;
  /** The person here is counsel. */
  readonly isCounsel: boolean;
  /** Names of those who have one of the roles. */
  who(roles: readonly Role[]): string[];
  /** How many people are counsel. */
  readonly counsel: number;
  /** An instant in the desk's zone. */
  moment(instant: string): string;
}

/** In a component's script: what is known, read once and again when it changes. */
export function useKnown(): Known {
  const desk = useDesk();
  const session = useSession();
  const people = reading(desk, () => desk.host.call("people", {}), (subjects) => touches(subjects, "people"));
  const law = reading(desk, () => desk.host.call("law", {}), () => false);
  const zone = (): string => session.view?.zone ?? "UTC";
  const persons = () => people.value?.people.persons ?? [];
  const present = (): DateTimeZoneValue => fromInstant(session.view?.now ?? new Date().toISOString(), zone());
  return {
    get zone() { return zone(); },
    get today() { return present().date; },
    now: () => desk.host.call("session", {}).then((view) => fromInstant(view.now, view.zone), () => null),
    get courts() { return law.value?.courts ?? []; },
    get courtsAsOf() { return law.value?.courtsAsOf ?? ""; },
    court: (id) => law.value?.courts.find((one) => one.id === id),
    courtZone: (id) => earliestZone(law.value?.courts.find((one) => one.id === id)?.zones ?? [], present().date) ?? zone(),
    person: (id) => persons().find((one) => one.id === id)?.name ?? id.slice(0, 8),
    get me() { return session.view?.person ?? null; },
    get readOnly() { return desk.readOnly; },
    get isCounsel() { return session.view?.roles.includes("counsel") ?? false; },
    who: (roles) => persons().filter((one) => !one.removed && one.roles.some((role) => roles.includes(role))).map((one) => one.name),
    get counsel() { return persons().filter((one) => !one.removed && one.roles.includes("counsel")).length; },
    moment: (instant) => momentWords(instant, zone()),
  };
}

/** A moment for the wire from what a form holds. A time left out is the start of that day. */
export function momentOf(value: DateTimeZoneValue): Moment {
  return { at: toInstant(value), zone: value.zone };
}

/** "Only counsel can verify: M. Chen." Nothing where nobody can. */
export function whoCan(known: Known, roles: readonly Role[]): string {
  if (known.readOnly) return "";
  const who = known.who(roles);
  return who.length === 0 ? t("court-verify-who-none") : t("court-verify-who", { who: who.join(", ") });
}

/** "Only counsel can do this: M. Chen." For what the person here may not do, and somebody else may. */
export function whoMay(known: Known, roles: readonly Role[]): string {
  if (known.readOnly) return "";
  const who = known.who(roles).join(", ");
  const words = new Intl.ListFormat(language.locale, { type: "disjunction" }).format(roles.map((role) => word("role", role)));
  return who === "" ? t("counsel-who-may-none", { roles: words }) : t("counsel-who-may", { roles: words, who });
}

// Acts that the same roles may perform: where the desk names one of them, it speaks for the others.
export const SAME_ROLES: Partial<Record<Act["type"], Act["type"]>> = {
  recordDocketSearch: "assign", openProceeding: "assign", recordCourtPaper: "assign", decideNotice: "assign", recordUserChallenge: "assign",
  recordIncident: "addNote", answerClaim: "decideCells", signBasis: "decideCells", disclose: "decideCells", confirmPreservation: "setHold",
  draftLetter: "setLetterAside", markLetterSent: "setLetterAside",
};

/** Whether the person here may perform an act, on the present and not on history. Only what to offer: the desk decides. */
export function may(view: { may: readonly string[]; history: boolean }, act: Act["type"]): boolean {
  const same = SAME_ROLES[act];
  return !view.history && (view.may.includes(act) || (same !== undefined && view.may.includes(same)));
}

/** Whether the person here may do anything at all from what is shown: not from history, nor in a register that is only read. */
export function canAct(view: { may: readonly string[]; history: boolean }): boolean {
  return !view.history && view.may.length > 0;
}
