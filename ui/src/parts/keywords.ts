import { say } from "../text/text.svelte";

/** True on a Mac, where Mod is Command. */
export const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

const macSigns: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };
const signs: Record<string, string> = {
  ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Enter: "↵",
};

function word(key: string): string {
  if (isMac && macSigns[key] !== undefined) return macSigns[key];
  if (key === "Mod") return say("key-ctrl");
  if (key === "Shift") return say("key-shift");
  if (key === "Space") return say("key-space");
  if (key === "Escape") return "Esc";
  return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** The caps drawn for a binding, one per stroke: "Mod+K" → ["Ctrl+K"], "g t" → ["G", "T"]. */
export function keyWords(keys: string): string[] {
  return keys.split(" ").map((stroke) => stroke.split(/\+(?=.)/).map(word).join(isMac ? "" : "+"));
}
