import type { Desk, Stage } from "../app/desk.svelte";
import type { Progress, SessionEvent, SessionState, SessionView } from "../host";
import { faultOf, type Fault } from "../host";
import { isMessage, say, t } from "../text/text.svelte";

const STAGES: Record<SessionState, Stage> = { noRegister: "firstRun", recoveryKeyPending: "firstRun", locked: "locked", open: "open" };

/** Who is here and which register: follows the desk behind the wire, and the person's idleness. */
export class Session {
  view = $state.raw<SessionView | null>(null);
  /** Why the first question was not answered. */
  fault = $state.raw<Fault | null>(null);
  readonly #desk: Desk;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.onlock = () => void this.lock();
  }

  /** Listens, and asks where things stand. */
  async start(): Promise<void> {
    const { pushes, host } = this.#desk;
    pushes.session.on((event) => this.#heard(event));
    pushes.progress.on((progress) => this.#moved(progress));
    host.listen((push) => {
      if (push.type === "touched") pushes.touched.give(push.subjects);
      else if (push.type === "progress") pushes.progress.give(push);
      else pushes.session.give(push);
    });
    for (const kind of ["keydown", "pointerdown", "pointermove", "wheel"]) {
      addEventListener(kind, () => this.#awake(), { capture: true, passive: true });
    }
    await this.refresh();
  }

  /** Asks again and moves the window to the stage it says. */
  async refresh(): Promise<void> {
    try {
      this.take(await this.#desk.host.call("session", {}));
    } catch (reason) {
      this.fault = faultOf(reason);
      this.#desk.enter("firstRun");
    }
  }

  /** A command answered with the session: first run, unlock, restore and others do. */
  take(view: SessionView): void {
    this.view = view;
    this.fault = null;
    this.#desk.enter(STAGES[view.state], view.sample);
    this.#awake();
  }

  /** Takes everything off the screen first, then closes the register. */
  async lock(): Promise<void> {
    this.#desk.enter("locked");
    try {
      this.take(await this.#desk.host.call("lock", {}));
    } catch {
      await this.refresh();
    }
  }

  #awake(): void {
    clearTimeout(this.#idle);
    const minutes = this.view?.state === "open" ? this.view.idleLockMinutes : 0;
    if (minutes > 0) this.#idle = setTimeout(() => void this.lock(), minutes * 60_000);
  }

  #heard(event: SessionEvent): void {
    const { drops } = this.#desk;
    if (event.event === "dragOver") drops.over = this.#desk.stage === "open";
    else if (event.event === "dragLeft") drops.over = false;
    else if (event.event === "dropped") drops.give(event.files);
    else {
      if (event.event === "locked") this.#desk.enter("locked");
      void this.refresh();
    }
  }

  #moved(progress: Progress): void {
    const { jobs, host } = this.#desk;
    if (progress.ended) return jobs.finish(progress.job);
    const id = `job-${progress.what.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const before = jobs.get(progress.job);
    jobs.put({
      id: progress.job,
      label: before?.label ?? (isMessage(id) ? say(id) : t("job-other")),
      done: progress.done,
      total: progress.total ?? undefined,
      state: "running",
      cancelling: before?.cancelling,
      cancel: () => {
        const now = jobs.get(progress.job);
        if (now !== undefined) jobs.put({ ...now, cancelling: true });
        void host.call("cancel", { job: progress.job }).catch(() => undefined);
      },
    });
  }
}
