import type { Change, TimelineLine } from "../host";
import { fromInstant } from "../parts/datetime/moment";
import type { TimelineEntry } from "../parts/Timeline.svelte";
import { problemWords } from "../fault/words";
import type { Problem } from "../host";
import { momentWords, timeWords, zoneWords } from "../text/format";
import { isMessage, say, t } from "../text/text.svelte";
import { weighty } from "./kinds";
import { isObject, pathWords, valueWords, type Names } from "./values";

/** What changed, in words: before → after. */
export interface ChangeWords {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

/** A line of the timeline with its changes. */
export interface Told extends TimelineEntry {
  kind: string;
  changes: ChangeWords[];
}

export function kindWords(kind: string): string {
  const id = `timeline-kind-${kind}`;
  return isMessage(id) ? say(id) : kind;
}

const body = (line: TimelineLine, key: string): unknown => (isObject(line.body) ? line.body[key] : undefined);

/** The few words after the kind that tell one entry from the next. */
function detail(line: TimelineLine, names: Names): string | undefined {
  const say_ = (key: string): string | undefined => {
    const value = body(line, key);
    return value === undefined || value === null || value === "" ? undefined : valueWords(key, value, names);
  };
  const inner = (outer: string, ...keys: string[]): string | undefined => {
    const found = body(line, outer);
    if (!isObject(found)) return undefined;
    return keys.map((key) => found[key]).map((value, index) => (value === "" || value === null || value === undefined ? "" : valueWords(keys[index] ?? "", value, names))).filter((one) => one !== "").join(", ");
  };
  switch (line.kind) {
    case "demandLogged": return say_("reference");
    case "demandAmended": return say_("reason");
    case "documentAttached": return inner("attached", "name", "sha256");
    case "assigned": return valueWords("owner", body(line, "owner"), names);
    case "counselDecided": return [say_("decision"), say_("note")].filter((one) => one !== undefined).join(". ");
    case "docketSearched": return inner("search", "result", "place", "court", "terms");
    case "courtPaperRecorded": return inner("paper", "kind", "title");
    case "orderVerified": case "paperSetAside": return [say_("paper"), say_("reason") ?? say_("note")].filter((one) => one !== undefined).join(". ");
    case "proceedingOpened": return [say_("court"), inner("docket", "raw")].filter((one) => one !== undefined).join(" ");
    case "noticeDecided": return [say_("target"), inner("decision", "type", "on", "reason")].filter((one) => one !== undefined).join(": ");
    case "userChallenged": return [say_("target"), inner("challenge", "type", "note")].filter((one) => one !== undefined).join(": ");
    case "disclosed": case "incidentRecorded": return inner("disclosure", "what", "to");
    case "basisSigned": return [inner("basis", "type", "ground", "process"), say_("reason")].filter((one) => one !== undefined).join(". ");
    case "preservationConfirmed": return [say_("custodian"), say_("system")].filter((one) => one !== undefined).join(", ");
    case "letterDrafted": return say_("language");
    case "letterApproved": return body(line, "selfApproved") === true ? t("letter-approved-self") : undefined;
    case "letterSent": return [say_("channel"), say_("address")].filter((one) => one !== undefined).join(", ");
    case "closed": return [say_("outcome"), say_("note")].filter((one) => one !== undefined).join(". ");
    case "exported": return say_("document");
    case "refused": return problems(line, names).join(" ");
    default: return say_("note") ?? say_("reason") ?? say_("text") ?? say_("name");
  }
}

/** Why it was refused; what is about cells says which, once. */
function problems(line: TimelineLine, names: Names): string[] {
  const list = body(line, "problems");
  const found = Array.isArray(list) ? list.filter((one): one is Problem => isObject(one) && typeof one["type"] === "string") : [];
  const cells = new Map<string, Problem[]>();
  for (const problem of found) cells.set(problemWords(problem), [...(cells.get(problemWords(problem)) ?? []), problem]);
  return [...cells].map(([words, same]) => {
    const about = same.flatMap((one) => ("cell" in one ? [one.cell] : []));
    return about.length === 0 ? words : `${valueWords("cells", { type: "some", cells: about }, names)}: ${words}`;
  });
}

function what(line: TimelineLine): string {
  const act = body(line, "act");
  if (line.kind !== "refused" || typeof act !== "string") return kindWords(line.kind);
  const id = `timeline-act-${act}`;
  return t("timeline-refused-act", { act: isMessage(id) ? say(id) : act });
}

/** What makes two things of a list the same thing. */
function identity(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key of ["id", "document", "letter", "cell", "search", "paper", "disclosure"]) {
    const found = value[key];
    if (typeof found === "string") return found;
    if (isObject(found)) return typeof found["id"] === "string" ? found["id"] : JSON.stringify(found);
  }
  return typeof value["target"] === "string" ? value["target"] : undefined;
}

/** The same thing before and after: only what differs inside, field by field. */
function inside(path: string, before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .flatMap((key) => {
      const [old, now] = [before[key], after[key]];
      return isObject(old) && isObject(now) && !("type" in now) ? inside(`${path}.${key}`, old, now) : [{ path: `${path}.${key}`, before: old ?? null, after: now ?? null }];
    });
}

/** Lists say what came, what went, and what changed inside a thing that stayed. */
function listChanges(path: string, before: readonly unknown[], after: readonly unknown[]): Change[] {
  const text = (value: unknown): string => JSON.stringify(value);
  const old = before.filter((one) => !after.some((other) => text(other) === text(one)));
  const now = after.filter((one) => !before.some((other) => text(other) === text(one)));
  const stayed = old.flatMap((one) => {
    const same = now.find((other) => identity(other) !== undefined && identity(other) === identity(one));
    return same !== undefined && isObject(one) && isObject(same) ? [{ one, same }] : [];
  });
  const rest = (list: unknown[], half: "one" | "same"): unknown[] => list.filter((item) => !stayed.some((pair) => pair[half] === item));
  const [gone, come] = [rest(old, "one"), rest(now, "same")];
  const outer = gone.length + come.length === 0 ? [] : [{ path, before: gone.length === 0 ? null : gone, after: come.length === 0 ? null : come }];
  return [...outer, ...stayed.flatMap(({ one, same }) => inside(path, one, same))];
}

const absent = (value: unknown): boolean => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function changeWords(change: Change, names: Names): ChangeWords[] {
  const { path, before, after } = change;
  if (Array.isArray(before) && Array.isArray(after)) {
    return listChanges(path, before, after).map((one) => oneChange(one, names));
  }
  return [oneChange(change, names)];
}

function oneChange({ path, before, after }: Change, names: Names): ChangeWords {
  const field = path.split(".").at(-1) ?? path;
  return {
    path: pathWords(path),
    before: absent(before) ? undefined : valueWords(field, before, names),
    after: absent(after) ? (absent(before) || !Array.isArray(before) ? t("timeline-nothing") : undefined) : valueWords(field, after, names),
  };
}

function mark(line: TimelineLine): string | undefined {
  if (line.kind === "refused") return t("timeline-mark-refused");
  if (line.kind === "incidentRecorded") return t("timeline-mark-incident");
  return line.kind === "counselDecided" || body(line, "privileged") === true ? t("timeline-mark-privileged") : undefined;
}

/** One line in words. Both times are said when they differ by more than a minute. */
export function told(line: TimelineLine, names: Names): Told {
  const { at, zone } = line.happened;
  const local = fromInstant(at, zone);
  const apart = Math.abs(Date.parse(at) - Date.parse(line.recorded)) > 60_000;
  const words = line.body === null ? t("timeline-disposed") : detail(line, names);
  return {
    id: `${line.seq}-${line.kind}`,
    kind: line.kind,
    day: local.date,
    time: `${timeWords(local.time ?? "00:00")} ${zoneWords(zone, new Date(at))}`,
    what: words === undefined || words === "" ? what(line) : `${what(line)}: ${words}`,
    who: names.name(line.actor) ?? line.actor.slice(0, 8),
    recorded: apart ? momentWords(line.recorded, names.zone) : undefined,
    mark: mark(line),
    tone: line.kind === "refused" ? "refused" : weighty.has(line.kind) ? "weighty" : "plain",
    // The whole first state of a thing is its entry; changes are said from then on.
    changes: line.changes.filter((one) => !(one.before === null && isObject(one.after))).flatMap((one) => changeWords(one, names)),
  };
}
