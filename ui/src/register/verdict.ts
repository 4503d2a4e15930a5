import { kebab } from "../fault/kebab";
import type { Finding, VerifyReport } from "../host";
import type { MessageId } from "../text/ids.gen";
import { isMessage, say, t } from "../text/text.svelte";

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

/** The head that a finding is about; null for one that is about something else. */
function headIn(detail: string): { seq: string; digest: string } | null {
  if (!detail.startsWith("{")) return null;
  try {
    const { seq, digest } = JSON.parse(detail) as Record<string, unknown>;
    return (typeof seq === "number" || typeof seq === "string") && typeof digest === "string" ? { seq: String(seq), digest } : null;
  } catch {
    return null;
  }
}

/** The rest of a finding in words; as the program wrote it where there are none. */
export function detailWords({ kind, detail }: Finding): string {
  const head = headIn(detail);
  if (head !== null) return t("verify-detail-head", head);
  const id = `verify-detail-${kind}-${kebab(detail)}`;
  return isMessage(id) ? say(id) : detail;
}
