import { createContext } from "svelte";
import type { Host } from "../host";
import { veil } from "../parts/veil.svelte";
import { Toasts } from "../parts/toasts.svelte";
import { t } from "../text/text.svelte";
import { Announcer } from "./announcer.svelte";
import { Commands } from "./commands.svelte";
import { Drops } from "./drops.svelte";
import { Jobs } from "./jobs.svelte";
import { Navigation } from "./navigation.svelte";
import type { PlaceName } from "./places";
import { browserKeeper, Preferences, type PreferenceKeeper } from "./preferences.svelte";
import { Pushes } from "./pushes";
import type { Screens } from "./screen";
import { WindowWidth } from "./width.svelte";

/** How far one is: nothing known yet, no register chosen, locked, unlocked and standing still, open. */
export type Stage = "starting" | "firstRun" | "locked" | "stopped" | "open";

/** What the desk does by itself, without end: one quiet line, and one thing to do about it. It is never announced. */
export interface OwnWork {
  text: () => string;
  label: () => string;
  run: () => void;
}

/** Everything a screen can reach of the program around it. One for a window; `useDesk()` in any component. */
export class Desk {
  readonly host: Host;
  readonly screens: Screens;
  readonly preferences: Preferences;
  readonly navigation = new Navigation();
  readonly commands = new Commands();
  readonly toasts = new Toasts();
  readonly jobs = new Jobs();
  readonly announcer = new Announcer();
  readonly drops = new Drops();
  readonly pushes = new Pushes();
  readonly width: WindowWidth;

  stage = $state<Stage>("starting");
  /** The open register is the SAMPLE: striped. */
  sample = $state(false);
  /** The open register is damaged and is only read: striped too. */
  readOnly = $state(false);
  paletteOpen = $state(false);
  shortcutsOpen = $state(false);
  /** The sidebar is drawn over the page (narrow windows). */
  menuOpen = $state(false);
  /** A lasting remark at the end of the status bar and where it leads: "No backup yet". */
  remark = $state.raw<{ text: () => string; run: () => void } | null>(null);
  /** Work of the desk's own, said in the status bar while there is some. */
  ownWork = $state.raw<OwnWork | null>(null);
  /** What Lock does; given by whoever owns the session. */
  onlock: () => void = () => undefined;

  constructor(host: Host, screens: Screens, keeper: PreferenceKeeper = browserKeeper) {
    this.host = host;
    this.screens = screens;
    this.preferences = new Preferences(keeper);
    this.width = new WindowWidth(() => this.preferences.values.textSize);
  }

  /** Moves to a stage. Leaving *open* takes everything a person was shown off the screen. */
  enter(stage: Stage, sample = false, readOnly = false): void {
    if (stage !== "open") {
      this.toasts.clear();
      this.jobs.clear();
      this.ownWork = null;
      this.navigation.reset();
      this.paletteOpen = false;
      this.shortcutsOpen = false;
      this.menuOpen = false;
    }
    this.stage = stage;
    this.sample = sample;
    this.readOnly = readOnly;
    if (stage === "open" && this.navigation.current.name === "start") this.goHome();
  }

  /** The first view of the sidebar. */
  goHome(): void {
    const first = this.screens.lines("views")[0];
    if (first !== undefined) this.navigation.go(first.screen.name as PlaceName, first.line.at as never);
  }

  lock(): void {
    if (this.stage === "open") this.onlock();
  }

  toggleVeil(): void {
    veil.on = !veil.on;
    this.announcer.say(veil.on ? t("veil-on") : t("veil-off"));
  }
}

const [useDesk, setDesk] = createContext<Desk>();
export { setDesk, useDesk };
