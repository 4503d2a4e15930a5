/** Groups for the filter, and the kinds of entry in each. Every kind the journal knows stands in one group. */
export const groups = {
  facts: ["demandLogged", "demandAmended", "assigned", "linked", "unlinked", "triaged", "noted", "holdPlaced", "holdLifted", "preservationConfirmed", "closed", "reopened"],
  documents: ["documentAttached"],
  court: [
    "docketSearched", "claimAnswered", "proceedingLinked", "proceedingUnlinked", "withdrawnByAgency", "withdrawalRetracted", "proceedingOpened", "demandJoined", "demandLeft", "courtPaperRecorded",
    "orderVerified", "paperSetAside", "proceedingEnded",
  ],
  decisions: ["sentToCounsel", "returnedByCounsel", "counselDecided", "basisSigned", "conflictResolved", "disclosed", "incidentRecorded"],
  letters: [
    "noticeDecided", "letterStarted", "userChallenged", "nonDisclosureEnded", "letterDrafted", "letterApproved", "letterSent", "letterBounced", "letterSetAside",
  ],
  people: [
    "settingsSet", "personAdded", "rolesSet", "personRenamed", "personRemoved", "keyReplaced", "recoveryKeySet", "registerFounded",
    "recoveryKeyConfirmed", "backupVerified", "registerRestored", "keyRotated", "headAccepted", "clockBehind",
  ],
  access: ["viewed", "refused", "exported"],
} as const;

export type Group = keyof typeof groups;

export const groupOf = (kind: string): Group | undefined =>
  (Object.keys(groups) as Group[]).find((group) => (groups[group] as readonly string[]).includes(kind));

/** Entries that decide what may leave the building, or say that it did. */
export const weighty: ReadonlySet<string> = new Set([
  "orderVerified", "paperSetAside", "counselDecided", "basisSigned", "conflictResolved", "disclosed", "incidentRecorded", "letterApproved", "letterSent",
  "withdrawnByAgency", "withdrawalRetracted", "closed", "nonDisclosureEnded",
]);
