import type { Desk, Stage } from "../app/desk.svelte";
import { OWN_WORK, touches } from "../app/pushes";
import type { Progress, Role, SessionEvent, SessionState, SessionView } from "../host";
import { faultOf, type Fault } from "../host";
import { nagOf } from "../register/nag";
import { isMessage, say, t } from "../text/text.svelte";

const STAGES: Record<SessionState, Stage> = {
  noRegister: "firstRun", recoveryKeyPending: "firstRun", locked: "locked", stopped: "stopped", open: "open",
};

/** Who is here and which register: follows the desk behind the wire, and the person's idleness. */
export class Session {
  view = $state.raw<SessionView | null>(null);
  /** Why the first question was not answered. */
  fault = $state.raw<Fault | null>(null);
  /** Whoever was here last in this window: offered first when it is locked. Kept in memory only. */
  lastPerson: string | null = null;
  readonly #desk: Desk;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #lastSign = Date.now();

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
    // Roles, settings and backups show in the session too.
    pushes.touched.on((subjects) => {
      const ours = (["people", "policy", "register"] as const).some((type) => touches(subjects, type));
      if (ours && this.view?.state === "open") void this.reread();
    });
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
    this.lastPerson = view.person ?? this.lastPerson;
    this.#desk.enter(STAGES[view.state], view.sample, view.readOnly);
    this.#remark();
    this.#lastSign = Date.now();
    this.#awake();
  }

  /** The status bar says it while there is no backup, or an old one only. */
  #remark(): void {
    const nag = this.view === null || this.view.readOnly ? null : nagOf(this.view);
    const text = (): string => (nag?.type === "old" ? t("nag-old", { days: nag.days }) : t("nag-none"));
    this.#desk.remark = nag === null ? null : { text, run: () => void this.#desk.navigation.go("register", {}) };
  }

  /** True when the person here has one of these roles. What they may do is decided behind the wire all the same. */
  has(...roles: readonly Role[]): boolean {
    return this.view?.roles.some((one) => roles.includes(one)) ?? false;
  }

  /** Asks again while open, e.g. when roles, settings or backups changed. */
  async reread(): Promise<void> {
    try {
      const view = await this.#desk.host.call("session", {});
      // Locked meanwhile: the push of that says it, and nothing may open the screen again.
      if (this.#desk.stage === "open" && view.state === "open") {
        this.view = view;
        this.#remark();
      }
    } catch {
      // The next act that fails says why.
    }
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
    const unlocked = this.view?.state === "open" || this.view?.state === "stopped";
    const minutes = unlocked ? (this.view?.idleLockMinutes ?? 0) : 0;
    const quiet = Date.now() - this.#lastSign;
    this.#lastSign = Date.now();
    // A computer that slept stops timers: the first sign after it finds the time passed, and locks.
    if (minutes > 0 && quiet >= minutes * 60_000) return void this.lock();
    if (minutes > 0) this.#idle = setTimeout(() => void this.lock(), minutes * 60_000);
  }

  #heard(event: SessionEvent): void {
    const { drops } = this.#desk;
    if (event.event === "dragOver") drops.over = this.#desk.stage === "open" && !this.#desk.readOnly;
    else if (event.event === "dragLeft") drops.over = false;
    else if (event.event === "dropped") drops.give(this.#desk.readOnly ? [] : event.files);
    else {
      if (event.event === "locked") this.#desk.enter("locked");
      void this.refresh();
    }
  }

  #moved(progress: Progress): void {
    const { jobs, host } = this.#desk;
    if (OWN_WORK.has(progress.what)) return;
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
