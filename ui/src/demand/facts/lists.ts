import type { Channel, Component, DocumentRole, Instrument, Outcome } from "../../host";
import { word } from "../../fault/words";
import { t } from "../../text/text.svelte";

export const ADMINISTRATIVE: readonly Instrument[] = ["i138", "dhs3115", "otherAdministrative"];
export const OTHER_TRACKS: readonly Instrument[] = [
  "grandJury", "judicialSubpoena", "warrant", "i9Notice", "preservation", "emergency", "informal",
];
export const COMPONENTS: readonly Component[] = ["iceHsi", "iceEro", "ice", "cbp", "uscis", "otherDhs", "other"];
export const CHANNELS: readonly Channel[] = ["email", "portal", "fax", "inPerson", "post", "registeredAgent", "other"];
export const ROLES_OF_DOCUMENTS: readonly DocumentRole[] = [
  "instrument", "rider", "cover", "courtPaper", "searchProof", "sendingProof", "letter", "other",
];
export const OUTCOMES: readonly Outcome[] = [
  "objected", "compliedWithOrder", "compliedInPart", "disclosedOnOtherBasis", "withdrawnByAgency", "quashedOrDenied", "superseded",
  "referred", "notAuthentic", "noRecords", "duplicate",
];

/** The kinds of paper as they are offered: not confirmed first, then this desk's own, then those that go elsewhere. */
export function instrumentOptions(only?: readonly Instrument[]): { value: Instrument; label: string; group?: string }[] {
  const some = (list: readonly Instrument[], group?: string) =>
    list.filter((one) => only === undefined || only.includes(one)).map((value) => ({ value, label: word("instrument", value), group }));
  return [
    ...some(["notConfirmed"]),
    ...some(ADMINISTRATIVE, t("facts-group-administrative")),
    ...some(OTHER_TRACKS, t("facts-group-other")),
  ];
}
