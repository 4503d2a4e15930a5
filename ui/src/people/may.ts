import type { Act, Role } from "../host";
import type { MessageId } from "../text/ids.gen";

type ActName = Act["type"];

interface Line {
  label: MessageId;
  acts: readonly ActName[];
  /** Any one of them is enough. */
  roles: readonly Role[];
}

/** Who may do what, as people read it. tests/unit/may.test.ts compares it with the table the program asks. */
export const mayLines: readonly Line[] = [
  { label: "may-log", acts: ["logDemand", "amendDemand", "assign", "linkDemand", "unlinkDemand", "triage"], roles: ["triage", "counsel"] },
  { label: "may-hand-over", acts: ["sendToCounsel"], roles: ["triage", "counsel"] },
  {
    label: "may-search",
    acts: [
      "recordDocketSearch", "openProceeding", "joinDemand", "recordCourtPaper", "recordUserChallenge",
      "recordWithdrawal", "retractWithdrawal",
    ],
    roles: ["triage", "counsel"],
  },
  { label: "may-notice", acts: ["decideNotice", "close", "reopen"], roles: ["triage", "counsel"] },
  { label: "may-note", acts: ["addNote", "recordIncident"], roles: ["triage", "counsel", "letters", "records", "administrator"] },
  { label: "may-decide", acts: ["decideCells", "returnToTriage", "answerClaim"], roles: ["counsel"] },
  { label: "may-verify", acts: ["verifyPaper", "setPaperAside", "leaveProceeding", "endProceeding"], roles: ["counsel"] },
  { label: "may-approve", acts: ["approveLetter", "confirmNonDisclosureEnd"], roles: ["counsel"] },
  { label: "may-resolve", acts: ["resolveConflict"], roles: ["counsel"] },
  { label: "may-disclose", acts: ["signBasis", "disclose"], roles: ["counsel", "records"] },
  { label: "may-hold", acts: ["setHold", "confirmPreservation"], roles: ["triage", "counsel", "records"] },
  { label: "may-letters", acts: ["draftLetter", "markLetterSent", "recordBounce", "setLetterAside"], roles: ["triage", "counsel", "letters"] },
  { label: "may-policy", acts: ["setPolicy"], roles: ["counsel", "administrator"] },
  { label: "may-roles", acts: ["setRoles"], roles: ["counsel", "administrator"] },
  { label: "may-people", acts: ["renamePerson"], roles: ["administrator"] },
];
