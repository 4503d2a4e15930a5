const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A file's name with every invisible or direction-turning character written out, so that "exe.fdp" cannot look like "pdf.exe". */
export function visibleName(name: string): string {
  return name.replace(CONTROL, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** True when the name holds such a character. */
export function hasHidden(name: string): boolean {
  return visibleName(name) !== name;
}
