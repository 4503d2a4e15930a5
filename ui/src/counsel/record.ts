import type { Moment, PersonId, TimelineLine } from "../host";

/** A note on the file, or the words that went with handing it over. */
export interface Note {
  seq: string;
  kind: "noted" | "sentToCounsel" | "returnedByCounsel" | "counselDecided";
  text: string;
  privileged: boolean;
  by: PersonId;
  at: Moment;
}

/** A custodian's confirmation. */
export interface Kept {
  seq: string;
  custodian: string;
  system: string;
  at: Moment;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function text(body: unknown, key: string): string {
  const value = isRecord(body) ? body[key] : undefined;
  return typeof value === "string" ? value : "";
}

/** Notes from the demand's timeline, latest first. A decision's reason is counsel's work product. */
export function notesOf(lines: readonly TimelineLine[]): Note[] {
  const out: Note[] = [];
  for (const { seq, kind, body, actor, happened } of lines) {
    if (kind !== "noted" && kind !== "sentToCounsel" && kind !== "returnedByCounsel" && kind !== "counselDecided") continue;
    const words = text(body, kind === "noted" ? "text" : "note");
    const privileged = kind === "counselDecided" || (isRecord(body) && body["privileged"] === true);
    if (words !== "" || kind === "sentToCounsel") out.push({ seq, kind, text: words, privileged, by: actor, at: happened });
  }
  return out.sort((a, b) => Number(BigInt(b.seq) - BigInt(a.seq)));
}

export function keptOf(lines: readonly TimelineLine[]): Kept[] {
  return lines.flatMap((line) => {
    const at = isRecord(line.body) && isRecord(line.body["at"]) ? line.body["at"] : null;
    if (line.kind !== "preservationConfirmed" || at === null) return [];
    return [{ seq: line.seq, custodian: text(line.body, "custodian"), system: text(line.body, "system"), at: { at: text(at, "at"), zone: text(at, "zone") } }];
  });
}
