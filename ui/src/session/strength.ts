/** How hard a passphrase is to find by trying. */
export type Strength = "none" | "short" | "weak" | "fair" | "good";

/** The fewest characters that the desk takes. */
export const LEAST = 8;

const COMMON = [
  "password", "passphrase", "passwort", "contrasena", "clave", "secreto", "secret", "qwerty", "asdf", "letmein", "welcome",
  "bienvenido", "admin", "iloveyou", "teamo", "subpoena", "changeme", "trustno", "dragon", "monkey", "abc123", "12345", "11111", "00000",
];

const SWAPS: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s" };

function plain(text: string): string {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

/** True when it begins like what everybody tries first. */
export function common(text: string): boolean {
  const low = plain(text);
  const swapped = low.replace(/[013457@$]/g, (sign) => SWAPS[sign] ?? sign);
  return COMMON.some((one) => low.startsWith(one) || swapped.startsWith(one));
}

/** Bits of one run of letters: a word out of a list, unless large and small letters are mixed inside it. */
function letters(run: string): number {
  const distinct = new Set(run).size;
  const mixed = /[a-z]/.test(run.slice(1)) && /[A-Z]/.test(run.slice(1));
  if (mixed) return Math.min(run.length, distinct) * 5.2;
  return Math.min(11 + Math.max(0, run.length - 8), distinct * 2.5);
}

/** Bits of one run of digits: a year or a row of steps counts as one choice of a hundred. */
function digits(run: string): number {
  const steps = new Set([...run].slice(1).map((digit, at) => Number(digit) - Number(run[at])));
  if (/^(19|20)\d\d$/.test(run) || (run.length > 2 && steps.size === 1)) return 6.6;
  return Math.min(run.length, new Set(run).size + 2) * 3.3;
}

/** A careful guess of the bits: words repeated count once, known beginnings count little. */
export function bits(text: string): number {
  const runs = text.normalize("NFC").match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  // Many short runs without a blank look like signs drawn at random, not like words.
  if (!/\s/.test(text) && runs.length >= 5 && !common(text)) return new Set(text).size * 5;
  const seen = new Set<string>();
  let sum = 0;
  for (const run of runs) {
    const key = plain(run);
    if (seen.has(key)) continue;
    seen.add(key);
    if (/^\p{L}/u.test(run)) sum += common(run) ? 4 : letters(run);
    else if (/^\p{N}/u.test(run)) sum += common(run) ? 4 : digits(run);
    else sum += new Set(run).size * 4;
  }
  return common(text) ? Math.min(sum, 24 + sum / 4) : sum;
}

/** The level shown beside a new passphrase. Honest only as far as trying goes: it knows nothing of where else it is used. */
export function strength(text: string): Strength {
  if (text === "") return "none";
  if ([...text].length < LEAST) return "short";
  const guess = bits(text);
  if (guess < 36) return "weak";
  return guess < 50 ? "fair" : "good";
}
