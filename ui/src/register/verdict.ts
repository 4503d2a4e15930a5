import type { VerifyReport } from "../host";
import type { MessageId } from "../text/ids.gen";

/** holds: nothing is wrong. differs: sound in itself, and not what it was compared with. broken: contradicts itself. */
export type Verdict = "holds" | "differs" | "broken";

/** One thing the register was compared with; null when there was nothing to compare with. */
export interface Comparison {
  with: MessageId;
  holds: boolean | null;
  words: MessageId;
}

export function verdict(report: VerifyReport): Verdict {
  if (!report.consistent) return "broken";
  return report.withLastSeen === false || report.withBackup === false || report.findings.length > 0 ? "differs" : "holds";
}

const answer = (holds: boolean | null): "yes" | "no" | "none" => (holds === null ? "none" : holds ? "yes" : "no");

/** What holds and with what it was compared, each separately: the one never stands for the other. */
export function comparisons(report: VerifyReport): Comparison[] {
  return [
    { with: "verify-itself", holds: report.consistent, words: report.consistent ? "verify-itself-yes" : "verify-itself-no" },
    { with: "verify-seen", holds: report.withLastSeen, words: `verify-seen-${answer(report.withLastSeen)}` },
    { with: "verify-backup", holds: report.withBackup, words: `verify-backup-${answer(report.withBackup)}` },
    // The window is given no head from elsewhere; saying so is part of the answer.
    { with: "verify-elsewhere", holds: null, words: "verify-elsewhere-none" },
  ];
}
