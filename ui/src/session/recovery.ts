/** Letters and digits of a recovery key: eleven groups of five. */
export const KEY_SIGNS = 55;

/** The groups of a key as it was handed over, in order. */
export function groupsOf(key: string): string[] {
  return key.split(/[\s-]+/).filter((one) => one !== "");
}

/** How many letters and digits were typed; blanks, line breaks and dashes do not count. */
export function countSigns(typed: string): number {
  return typed.replace(/[\s-]/g, "").length;
}
