import { faultOf, opId, type Act, type AttachReply, type DocumentRole, type Done, type Fault, type Host, type Moment, type Picked, type Seen } from "../../host";
import { t } from "../../text/text.svelte";

const key = (seen: Seen): string => JSON.stringify(seen.subject);

/** What was seen, with later versions of the same subjects from our own acts since. */
export function later(seen: readonly Seen[], own: readonly Seen[]): Seen[] {
  return seen.map((one) => {
    const mine = own.find((other) => key(other) === key(one));
    return mine !== undefined && BigInt(mine.version) > BigInt(one.version) ? mine : one;
  });
}

/** The demand one entry further: a paper attached by us a moment ago. What anybody else wrote still makes a conflict. */
function stepped(seen: readonly Seen[], demand: string): Seen[] {
  return seen.map((one) =>
    one.subject.type === "demand" && one.subject.id === demand ? { ...one, version: String(BigInt(one.version) + 1n) } : one,
  );
}

/** A paper chosen in a form: one that is attached already, or a file that is attached when the form is saved. */
export class PaperChoice {
  document = $state<string | null>(null);
  file = $state.raw<Picked | null>(null);

  clear(): void {
    this.document = null;
    this.file = null;
  }
}

/** One form's way to the register: busy while it works, the fault if it was refused. What was typed stays. */
export class Performing {
  busy = $state(false);
  fault = $state.raw<Fault | null>(null);
  readonly #host: Host;
  readonly #say: (text: string) => void;
  #own: Seen[] = [];
  // An act whose outcome is uncertain is sent again under its own key, so that it is never done twice.
  #uncertain: { text: string; op: string } | null = null;

  constructor({ host, toasts }: { host: Host; toasts: { done: (text: string) => void } }) {
    this.#host = host;
    this.#say = (text) => toasts.done(text);
  }

  /** Performs an act; null when it was refused or failed. */
  async act(act: Act, seen: readonly Seen[], happened: Moment | null = null): Promise<Done | null> {
    const text = JSON.stringify([act, happened]);
    const op = this.#uncertain?.text === text ? this.#uncertain.op : opId();
    return this.#work(async () => {
      try {
        const done = await this.#host.call("act", { op, act, seen: later(seen, this.#own), happened });
        this.#uncertain = null;
        this.#own = done.touched;
        return done;
      } catch (reason) {
        this.#uncertain = faultOf(reason).type === "internal" ? { text, op } : null;
        throw reason;
      }
    });
  }

  /** Attaches the chosen file, once; gives the document (null when none was chosen), or undefined when it failed. */
  async paper(choice: PaperChoice, demand: string, role: DocumentRole, seen: readonly Seen[]): Promise<string | null | undefined> {
    const { file } = choice;
    if (file === null) return choice.document;
    const reply = await this.#work<AttachReply>(() => this.#host.call("attach", { op: opId(), demand, file: file.token, role }));
    if (reply === null) return undefined;
    if (!reply.alreadyHere) this.#own = stepped(later(seen, this.#own), demand);
    // The same bytes elsewhere are said, never hidden and never refused.
    if (reply.sameAs.length > 0) this.#say(t("court-file-same", { references: reply.sameAs.map((one) => one.reference).join(", ") }));
    choice.document = reply.attached.document;
    choice.file = null;
    return choice.document;
  }

  async #work<T>(work: () => Promise<T>): Promise<T | null> {
    this.busy = true;
    this.fault = null;
    try {
      return await work();
    } catch (reason) {
      this.fault = faultOf(reason);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
