import { languageNames, languages } from "../text/text.svelte";
import type { Command } from "./commands.svelte";
import type { Desk } from "./desk.svelte";
import type { PlaceName } from "./places";

/** The program's own commands: going about, language, light, text, lock, help. */
export function windowCommands(desk: Desk): Command[] {
  const { navigation, preferences } = desk;
  const go: Command[] = (["views", "register"] as const)
    .flatMap((section) => desk.screens.lines(section))
    .map(({ screen, line }) => ({
      id: `go-${line.id}`,
      group: "go",
      label: line.label,
      keys: line.keys,
      run: () => void navigation.go(screen.name as PlaceName, line.at as never),
    }));
  const language: Command[] = languages.map((code) => ({
    id: `language-${code}`,
    group: "window",
    label: code === "en" ? "command-language-en" : "command-language-es",
    when: () => preferences.values.language !== code,
    run: () => {
      preferences.set("language", code);
      desk.announcer.say(languageNames[code]);
    },
  }));
  const theme: Command[] = (["light", "dark", "system"] as const).map((name) => ({
    id: `theme-${name}`,
    group: "window",
    label: `command-theme-${name}`,
    when: () => preferences.values.theme !== name,
    run: () => preferences.set("theme", name),
  }));
  return [
    ...go,
    { id: "back", group: "go", label: "command-back", keys: "Alt+ArrowLeft", inText: true, run: () => void navigation.back() },
    { id: "forward", group: "go", label: "command-forward", keys: "Alt+ArrowRight", inText: true, run: () => void navigation.forward() },
    {
      id: "palette", group: "window", label: "command-palette", keys: "Mod+K", inText: true, keyOnly: true,
      run: () => (desk.paletteOpen = true),
    },
    ...language,
    ...theme,
    { id: "text-larger", group: "window", label: "command-text-larger", keys: "Mod+=", inText: true, run: () => preferences.resizeText(10) },
    { id: "text-smaller", group: "window", label: "command-text-smaller", keys: "Mod+-", inText: true, run: () => preferences.resizeText(-10) },
    { id: "text-normal", group: "window", label: "command-text-normal", keys: "Mod+0", inText: true, run: () => preferences.set("textSize", 100) },
    {
      id: "letters", group: "window", label: "command-letters",
      run: () => preferences.set("letters", !preferences.values.letters),
    },
    {
      id: "list-mode", group: "window", label: "command-list-mode",
      run: () => preferences.set("listMode", !preferences.values.listMode),
    },
    { id: "veil", group: "window", label: "command-veil", keys: "F9", inText: true, run: () => desk.toggleVeil() },
    { id: "lock", group: "window", label: "command-lock", keys: "Mod+Shift+L", inText: true, run: () => desk.lock() },
    { id: "shortcuts", group: "help", label: "command-shortcuts", keys: "?", run: () => (desk.shortcutsOpen = true) },
    { id: "help", group: "help", label: "command-help", keys: "F1", inText: true, keyOnly: true, run: () => (desk.shortcutsOpen = true) },
  ];
}
