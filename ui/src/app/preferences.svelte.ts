import { language, languages, type LanguageCode } from "../text/text.svelte";

export type Theme = "system" | "light" | "dark";
export type Density = "compact" | "normal" | "comfortable";

/** How the program looks and listens on this computer. Nothing of the record is kept here. */
export interface PreferenceValues {
  language: LanguageCode;
  theme: Theme;
  /** 90…150 percent. */
  textSize: number;
  density: Density;
  /** The identifier face for everything. */
  font: "normal" | "legible";
  /** Single-letter keys act. */
  letters: boolean;
  /** Lists as a plain table with pages of 100. */
  listMode: boolean;
  /** The form stands left of the document. */
  swapped: boolean;
}

export const shipped: PreferenceValues = {
  language: "en", theme: "system", textSize: 100, density: "normal", font: "normal", letters: true, listMode: false, swapped: false,
};

/** Where preferences are kept. */
export interface PreferenceKeeper {
  read: () => Partial<Record<keyof PreferenceValues, unknown>>;
  write: (values: PreferenceValues) => void;
}

const ROW_PX: Record<Density, number> = { compact: 28, normal: 32, comfortable: 40 };

/** Takes only what is of the right kind; anything else falls back to what is shipped. */
export function sound(found: Partial<Record<keyof PreferenceValues, unknown>>): PreferenceValues {
  const one = <V>(value: unknown, allowed: readonly V[], fallback: V): V => (allowed.includes(value as V) ? (value as V) : fallback);
  const size = Number(found.textSize);
  return {
    language: one(found.language, languages, shipped.language),
    theme: one<Theme>(found.theme, ["system", "light", "dark"], shipped.theme),
    textSize: size >= 90 && size <= 150 ? Math.round(size / 5) * 5 : shipped.textSize,
    density: one<Density>(found.density, ["compact", "normal", "comfortable"], shipped.density),
    font: one(found.font, ["normal", "legible"] as const, shipped.font),
    letters: one(found.letters, [true, false], shipped.letters),
    listMode: one(found.listMode, [true, false], shipped.listMode),
    swapped: one(found.swapped, [true, false], shipped.swapped),
  };
}

/** Keeps preferences in the webview's own storage on this computer. */
export const browserKeeper: PreferenceKeeper = {
  read() {
    try {
      return JSON.parse(localStorage.getItem("preferences") ?? "{}") as Record<string, unknown>;
    } catch {
      return {};
    }
  },
  write(values) {
    try {
      localStorage.setItem("preferences", JSON.stringify(values));
    } catch {
      // Storage refused: the choice holds until the window closes.
    }
  },
};

export class Preferences {
  values = $state<PreferenceValues>({ ...shipped });
  #keeper: PreferenceKeeper;

  constructor(keeper: PreferenceKeeper = browserKeeper) {
    this.#keeper = keeper;
    this.values = sound(keeper.read());
    this.apply();
  }

  /** Row height in px at 100 %. */
  get rowHeight(): number {
    return ROW_PX[this.values.density];
  }

  set<K extends keyof PreferenceValues>(name: K, value: PreferenceValues[K]): void {
    this.values = sound({ ...this.values, [name]: value });
    this.#keeper.write($state.snapshot(this.values));
    this.apply();
  }

  resizeText(step: number): void {
    this.set("textSize", Math.min(150, Math.max(90, this.values.textSize + step)));
  }

  /** Puts the values on the page, through the object model: the policy allows no inline style. */
  apply(): void {
    const root = document.documentElement;
    const { theme, density, font, textSize } = this.values;
    language.current = this.values.language;
    root.lang = this.values.language;
    root.dataset.theme = theme;
    root.dataset.density = density;
    root.dataset.font = font;
    root.style.fontSize = `${textSize}%`;
  }
}
