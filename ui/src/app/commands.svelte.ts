import { untrack } from "svelte";
import type { MessageId } from "../text/ids.gen";
import { inEveryLanguage, say } from "../text/text.svelte";
import type { PaletteItem } from "../parts/palette/items";
import type { Shortcut } from "../parts/ShortcutSheet.svelte";
import type { Binding } from "./keymap";

/** Heading of the palette and of the shortcut sheet. */
export type CommandGroup = "act" | "go" | "window" | "help";

/** Something a person can do here. In the palette always; with keys if it has them; nothing is only in the palette. */
export interface Command {
  id: string;
  group: CommandGroup;
  label: MessageId;
  /** Words it also answers to, comma-separated in the text files. */
  words?: MessageId;
  /** "n", "g t", "Mod+Enter". */
  keys?: string;
  inText?: boolean;
  /** Absent means always. */
  when?: () => boolean;
  run: () => void;
  /** Only a key, not offered in the palette (j, k). */
  keyOnly?: boolean;
}

const ORDER: readonly CommandGroup[] = ["act", "go", "window", "help"];

/** Further results for a typed text: demands, people, settings. */
export type Finder = (typed: string) => Promise<readonly PaletteItem[]>;

/** What is offered for a typed text when nothing at all answers to it. */
export type LastOffer = (typed: string) => PaletteItem;

/** All commands valid now: the program's own, and those of the screen that is shown. */
export class Commands {
  #sets = $state.raw<readonly (readonly Command[])[]>([]);
  #finders = $state.raw<readonly Finder[]>([]);
  #last = $state.raw<readonly LastOffer[]>([]);
  #recent = $state.raw<readonly string[]>([]);

  /** Adds commands; returns their removal. In a component: `$effect(() => app.commands.add([...]))`. */
  add(commands: readonly Command[]): () => void {
    // Untracked: the effect that adds commands must not run again because commands were added.
    this.#sets = [...untrack(() => this.#sets), commands];
    return () => {
      this.#sets = untrack(() => this.#sets).filter((one) => one !== commands);
    };
  }

  /** Adds a search of the palette; returns its removal. */
  addFinder(finder: Finder): () => void {
    this.#finders = [...untrack(() => this.#finders), finder];
    return () => {
      this.#finders = untrack(() => this.#finders).filter((one) => one !== finder);
    };
  }

  /** Adds what is offered where nothing was found; returns its removal. */
  addLast(offer: LastOffer): () => void {
    this.#last = [...untrack(() => this.#last), offer];
    return () => {
      this.#last = untrack(() => this.#last).filter((one) => one !== offer);
    };
  }

  /** Valid here and now. A later set overrides an earlier one with the same id or the same keys. */
  get valid(): readonly Command[] {
    const ids = new Set<string>();
    const keys = new Set<string>();
    const out: Command[] = [];
    for (const command of [...this.#sets].reverse().flat()) {
      if (ids.has(command.id) || command.when?.() === false) continue;
      if (command.keys !== undefined && keys.has(command.keys)) continue;
      ids.add(command.id);
      if (command.keys !== undefined) keys.add(command.keys);
      out.push(command);
    }
    return out.sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));
  }

  run(command: Command): void {
    this.#recent = [command.id, ...this.#recent.filter((id) => id !== command.id)].slice(0, 4);
    command.run();
  }

  get bindings(): readonly Binding[] {
    return this.valid.flatMap((one) =>
      one.keys === undefined ? [] : [{ keys: one.keys, inText: one.inText, run: () => this.run(one) }],
    );
  }

  /** Recents first, then everything by group. */
  get items(): PaletteItem[] {
    const offered = this.valid.filter((one) => one.keyOnly !== true);
    const recent = this.#recent.flatMap((id) => offered.find((one) => one.id === id) ?? []);
    const rest = offered.filter((one) => !recent.includes(one));
    const item = (one: Command, group: string): PaletteItem => ({
      id: one.id,
      group,
      label: say(one.label),
      keys: one.keys,
      words: [one.label, ...(one.words === undefined ? [] : [one.words])].flatMap(inEveryLanguage),
      run: () => this.run(one),
    });
    return [
      ...recent.map((one) => item(one, say("commands-recent"))),
      ...rest.map((one) => item(one, say(`commands-${one.group}`))),
    ];
  }

  get shortcuts(): Shortcut[] {
    return this.valid.flatMap((one) =>
      one.keys === undefined ? [] : [{ id: one.id, group: say(`commands-${one.group}`), label: say(one.label), keys: one.keys }],
    );
  }

  async find(typed: string): Promise<PaletteItem[]> {
    const found = await Promise.all(this.#finders.map((finder) => finder(typed).catch(() => [])));
    return found.flat();
  }

  otherwise(typed: string): PaletteItem[] {
    return this.#last.map((offer) => offer(typed));
  }
}
