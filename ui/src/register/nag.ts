/** A backup older than this is said in the status bar. */
export const OLD_DAYS = 7;

/** What the status bar says about backups: nothing, none yet, or how many days old the last one is. */
export type Nag = { type: "none" } | { type: "old"; days: number } | null;

/** Instants as on the wire. The SAMPLE needs no backup. */
export function nagOf(session: { state: string; sample: boolean; lastBackup: string | null; now: string }): Nag {
  if (session.state !== "open" || session.sample) return null;
  if (session.lastBackup === null) return { type: "none" };
  const days = Math.floor((Date.parse(session.now) - Date.parse(session.lastBackup)) / 86_400_000);
  return days > OLD_DAYS ? { type: "old", days } : null;
}
