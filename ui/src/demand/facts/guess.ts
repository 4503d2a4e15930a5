/** Kinds of identifier, as kept in a target. */
export const TARGET_KINDS = ["handle", "email", "phone", "url", "ip", "accountId", "name", "other"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

const IP4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?$/;
const IP6 = /^\[?(?=[0-9a-f:.]*:[0-9a-f:.]*:)[0-9a-f:.]{2,45}\]?$/i;

/** What an identifier looks like: offered as the kind, never more. A person's own choice wins. */
export function guessKind(identifier: string): TargetKind {
  const text = identifier.trim();
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) return "url";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)) return "email";
  if (/^@\S+$/.test(text)) return "handle";
  if (IP4.test(text) || IP6.test(text)) return "ip";
  if (/^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text)) return "url";
  const digits = text.replace(/\D/g, "").length;
  if (/^\+?[\d\s().-]+(?:x\d+)?$/.test(text) && digits >= 10 && digits <= 15 && (/^\+|[\s().-]/.test(text) || digits === 10)) return "phone";
  if (/^\d+$/.test(text)) return "accountId";
  if (/^[A-Z][\p{L}'.-]*(?:\s+[A-Z][\p{L}'.-]*)+$/u.test(text)) return "name";
  return text === "" || !/\s/.test(text) ? "handle" : "other";
}

/** Pasted text as identifiers: one for each line; marks of a list, quotes and trailing commas fall away. */
export function splitIdentifiers(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]|\t|;/).map((line) => line.trim().replace(/^(?:[-*•·]|\(?\d{1,3}[.)])\s+/, "").replace(/^["“”]+|["“”,]+$/g, "").trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
