import type { Desk } from "../app/desk.svelte";
import { faultWords } from "../fault/words";
import { faultOf, opId, type AttachReply, type DocumentRole, type PaperPart, type Picked } from "../host";
import { t } from "../text/text.svelte";
import { visibleName } from "./documents/name";

/** A file waiting to be attached, and what it is. */
export interface Waiting {
  file: Picked;
  role: DocumentRole;
}

/** What became of the files. */
export interface Outcome {
  attached: AttachReply[];
  failed: Picked[];
}

/** Attaches one file after the other; each is a job of its own in the status bar and can be cancelled. A failure does not
 *  stop the rest: it is said, and stays until read. */
export async function attachFiles(desk: Desk, demand: string, files: readonly Waiting[]): Promise<Outcome> {
  const outcome: Outcome = { attached: [], failed: [] };
  const waiting = files.map((one) => ({ ...one, op: opId() }));
  for (const one of waiting) start(desk, one.op, one.file);
  for (const one of waiting) {
    // Cancelled while it was still waiting for its turn.
    if (desk.jobs.get(one.op)?.cancelling === true) {
      desk.jobs.finish(one.op);
      outcome.failed.push(one.file);
      continue;
    }
    try {
      const reply = await desk.host.call("attach", { op: one.op, demand, file: one.file.token, role: one.role });
      outcome.attached.push(reply);
      desk.jobs.finish(one.op);
      told(desk, reply);
    } catch (reason) {
      desk.jobs.finish(one.op);
      outcome.failed.push(one.file);
      const words = faultWords(faultOf(reason));
      desk.toasts.fault(t("attach-failed", { name: visibleName(one.file.name), why: [words.happened, ...words.points, words.safe].join(" ") }));
    }
  }
  const added = outcome.attached.filter((one) => !one.alreadyHere).length;
  if (added > 0) desk.toasts.done(t("attach-done", { count: added }));
  return outcome;
}

/** Keeps a file that lies inside a paper of the demand as a paper of its own; says what came of it. What it is a person says: what
 *  hangs on the agency's mail may be a court's paper, and what is recorded stays so. */
export async function keepPart(desk: Desk, demand: string, document: string, part: PaperPart, role: DocumentRole): Promise<void> {
  const op = opId();
  const name = visibleName(part.name);
  start(desk, op, { name: part.name, length: part.length });
  try {
    const reply = await desk.host.call("attach_part", { op, demand, document, part: part.number, role });
    if (reply.type === "unreadable") desk.toasts.fault(t("attach-failed", { name, why: t(`paper-why-${reply.why}`) }));
    else {
      told(desk, reply);
      if (!reply.alreadyHere) desk.toasts.done(t("attach-done", { count: 1 }));
    }
  } catch (reason) {
    const words = faultWords(faultOf(reason));
    desk.toasts.fault(t("attach-failed", { name, why: [words.happened, ...words.points, words.safe].join(" ") }));
  }
  desk.jobs.finish(op);
}

function start(desk: Desk, op: string, file: Pick<Picked, "name" | "length">): void {
  desk.jobs.put({
    id: op, label: t("attach-job", { name: visibleName(file.name) }), done: 0, total: file.length ?? undefined, state: "running",
    cancel: () => {
      const now = desk.jobs.get(op);
      if (now !== undefined) desk.jobs.put({ ...now, cancelling: true });
      void desk.host.call("cancel", { job: op }).catch(() => undefined);
    },
  });
}

/** The same bytes elsewhere are said, never hidden and never refused. */
function told(desk: Desk, reply: AttachReply): void {
  const name = visibleName(reply.attached.name);
  if (reply.alreadyHere) desk.toasts.done(t("attach-already-here", { name }));
  const elsewhere = reply.sameAs.map((one) => one.reference).filter((one) => one !== "");
  if (elsewhere.length > 0) desk.toasts.done(t("attach-same", { name, references: elsewhere.join(", ") }));
}
