import type { ReadingTrouble, ReadingView } from "../host";
import { t } from "../text/text.svelte";

/** How far papers are read, a sentence each. */
export function stateWords({ read, waiting, troubled }: ReadingView): string[] {
  return [
    t("reading-read", { count: read }),
    ...(waiting > 0 ? [t("reading-waiting", { count: waiting })] : []),
    ...(troubled > 0 ? [t("reading-troubled", { count: troubled })] : []),
  ];
}

/** What is being read just now. */
export function nowWords({ now, paused, waiting }: ReadingView): string {
  if (paused) return t("reading-paused");
  if (now === null) return t(waiting > 0 ? "reading-soon" : "reading-all");
  return now.pages === null ? t("reading-now-opening") : t("reading-now", { page: Math.min(now.done + 1, now.pages), pages: now.pages });
}

/** Why a paper was not read, or what of it was not. */
export function troubleWords({ why, pictures, pages }: ReadingTrouble): string[] {
  if (why !== null) return [t(`paper-why-${why}`)];
  return [...(pictures > 0 ? [t("reading-pictures", { count: pictures })] : []), ...(pages > 0 ? [t("reading-pages", { count: pages })] : [])];
}
