import type { Desk } from "../app/desk.svelte";
import { t } from "../text/text.svelte";
import { papersReadingOf } from "./reading.svelte";

/** Search is one key away on every screen, and stands at the end of the palette where nothing else answers. */
export function searchEverywhere(desk: Desk): () => void {
  const { commands, navigation } = desk;
  const ends = [
    commands.add([
      {
        id: "search-everything", group: "go", label: "search-everything", words: "search-everything-words", keys: "Mod+Shift+F", inText: true,
        run: () => void navigation.go("search", {}),
      },
      { id: "search-reading", group: "go", label: "reading-title", words: "reading-words", run: () => void navigation.go("search", { reading: true }) },
    ]),
    commands.addLast((typed) => ({
      id: "search-for", group: t("commands-go"), label: t("search-everything-for", { text: typed }), run: () => void navigation.go("search", { text: typed }),
    })),
    papersReadingOf(desk).follow(),
  ];
  return () => ends.forEach((end) => end());
}
