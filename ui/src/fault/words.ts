import type { Fault, Problem } from "../host";
import type { MessageId } from "../text/ids.gen";
import { momentWords, sizeWords } from "../text/format";
import { isMessage, say, t } from "../text/text.svelte";
import type { Value } from "../text/value";
import { kebab } from "./kebab";

/** A fault in words: the four parts of FaultBox. */
export interface FaultWords {
  happened: string;
  safe: string;
  todo: string;
  points: string[];
  details: string | undefined;
}

type Tag<F extends { type: string }> = F["type"];

/** Every fault of the contract; a new one does not compile until it stands here and in the text files. */
export const faultTypes: Record<Tag<Fault>, true> = {
  locked: true, noRegister: true, wrongPassphrase: true, recoveryKeyDiffers: true, notFound: true, refused: true, conflict: true,
  opReused: true, headDiffers: true, readOnly: true, storeTooNew: true, storeDamaged: true, registerInUse: true, registerExists: true, notARegister: true, noSpace: true,
  networkShare: true, sourceChanged: true, sourceUnreadable: true, targetUnwritable: true, clockBehind: true, fileRejected: true,
  letterIncomplete: true, undrawable: true, cancelled: true, request: true, internal: true,
};

/** Every reason of a refusal. */
export const problemTypes: Record<Tag<Problem>, true> = {
  notAllowed: true, required: true, impossible: true, inFuture: true, repeated: true, unknown: true, wrongStep: true,
  recoveryKeyNotConfirmed: true, counselRecordsNonDisclosure: true, boundByOrder: true, paperCannotOrder: true, paperNotAttached: true,
  notEntered: true, judgePowerNotShown: true, notADistrictCourt: true, cellsNotNamed: true, pointNotHeld: true, alreadyDone: true,
  gateClosed: true, notDecided: true, papersActOnIt: true, onlyDemandOfDocket: true, noticeForbidden: true, noticeHeld: true, nonDisclosureEndUnconfirmed: true, noticeUndecided: true,
  noticeDecidedAgainst: true, letterNotForThisPaper: true, ordersContradict: true, authorApproves: true, factsChanged: true, notApproved: true, proofMissing: true, counselGrantsCounsel: true,
  lastOfRole: true, patternUnusable: true, tooMany: true, reasonMissing: true,
};

/** A word of the wire in the language of the screen: `word("role", "counsel")`. Unknown words are shown as they are. */
export function word(kind: string, tag: string): string {
  const id = `${kind}-${kebab(tag)}`;
  return isMessage(id) ? say(id) : tag;
}

/** The label of a field named on the wire; a field within a field is written with a dot there. */
export const fieldWord = (field: string): string => word("wire-field", field.replaceAll(".", "-"));

const listed = (words: string[]): string => words.join(", ");

function problemArgs(problem: Problem): Record<string, Value> {
  switch (problem.type) {
    case "notAllowed":
      return { roles: listed(problem.roles.map((role) => word("role", role))), who: listed(problem.who), people: problem.who.length };
    case "required":
    case "impossible":
    case "inFuture":
    case "repeated":
    case "unknown":
    case "boundByOrder":
      return { field: fieldWord(problem.field) };
    case "wrongStep":
      return { step: word("step", problem.step) };
    case "pointNotHeld":
      return { point: word("order-point", problem.point) };
    case "gateClosed":
      return { reasons: problem.reasons.map((reason) => closedWords(reason)).join("; ") };
    case "patternUnusable":
      return { number: problem.number, flaw: word("pattern-flaw", problem.flaw) };
    case "tooMany":
      return { field: fieldWord(problem.field), most: problem.most };
    case "lastOfRole":
      return { role: word("role", problem.role) };
    default:
      return {};
  }
}

type Closed = Extract<Problem, { type: "gateClosed" }>["reasons"][number];

/** Why the gate is closed, in words without a full stop. */
export function closedWords(reason: Closed, zone?: string): string {
  if (reason.type === "noticeWindow") return t("closed-notice-window", { until: momentWords(reason.until, zone) });
  if (reason.type === "conflict") {
    return reason.complyBy === null ? t("closed-conflict") : t("closed-conflict-by", { by: momentWords(reason.complyBy, zone) });
  }
  return word("closed", reason.type);
}

/** One reason of a refusal as a sentence. */
export function problemWords(problem: Problem): string {
  return say(`problem-${kebab(problem.type)}` as MessageId, problemArgs(problem));
}

/** The reasons that belong to a field, by its name on the wire: for the `error` of a Field. */
export function fieldErrors(fault: Fault | null): Record<string, string> {
  if (fault?.type !== "refused") return {};
  return Object.fromEntries(fault.problems.flatMap((one) => ("field" in one ? [[one.field, problemWords(one)]] : [])));
}

function args(fault: Fault): Record<string, Value> {
  switch (fault.type) {
    case "registerInUse":
      return { pid: String(fault.pid) };
    case "noSpace":
      return { free: sizeWords(fault.free ?? 0), needed: sizeWords(fault.needed ?? 0), known: fault.free === null ? "no" : "yes" };
    case "networkShare":
      return { kind: fault.kind };
    case "clockBehind":
      return { last: momentWords(fault.last) };
    case "letterIncomplete":
      return { count: fault.missing.length };
    case "undrawable":
      return { characters: fault.characters };
    case "internal":
      return { reference: fault.reference };
    default:
      return {};
  }
}

function points(fault: Fault): string[] {
  if (fault.type === "refused") return fault.problems.map(problemWords);
  if (fault.type === "letterIncomplete") return fault.missing.map(fieldWord);
  return [];
}

function details(fault: Fault): string | undefined {
  const parts: string[] = [fault.type];
  if ("detail" in fault) parts.push(fault.detail);
  if (fault.type === "internal") parts.push(fault.reference);
  return parts.length > 1 ? parts.join(" · ") : undefined;
}

/** A refusal for one kind of reason has its own remedy; several are mended one by one. */
function todoOf(fault: Fault): MessageId | null {
  if (fault.type !== "refused") return null;
  const kinds = [...new Set(fault.problems.map((one) => one.type))];
  return kinds.length === 1 && kinds[0] !== undefined ? (`problem-${kebab(kinds[0])}-todo` as MessageId) : null;
}

/** What happened · what is safe · what to do. */
export function faultWords(fault: Fault): FaultWords {
  const id = kebab(fault.type);
  const values = args(fault);
  const part = (name: "happened" | "safe" | "todo"): string => say(`fault-${id}-${name}` as MessageId, values);
  const own = todoOf(fault);
  return {
    happened: part("happened"),
    safe: part("safe"),
    todo: own === null ? part("todo") : say(own),
    points: points(fault),
    details: details(fault),
  };
}
