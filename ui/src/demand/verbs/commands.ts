import type { Command } from "../../app/commands.svelte";
import type { MessageId } from "../../text/ids.gen";
import type { Verb } from "./verb";

interface Starter {
  start: (verb: Verb, demand: string) => void;
}

const LIST: readonly [verb: Verb, keys: string | undefined, label: MessageId, words?: MessageId][] = [
  ["triage", "1", "verb-triage"],
  ["duplicate", "2", "verb-duplicate"],
  ["otherPaper", "3", "verb-other-paper"],
  ["assign", "a", "verb-assign"],
  ["counsel", "s", "verb-counsel", "verb-counsel-words"],
  ["hold", undefined, "verb-hold"],
  ["close", "e", "verb-close"],
  ["reopen", undefined, "verb-reopen"],
];

/** The verbs as commands, for the demand the person is on. */
export function verbCommands(verbs: () => Starter | undefined, demand: () => string | undefined, open: () => boolean): Command[] {
  return LIST.map(([verb, keys, label, words]) => ({
    id: `verb-${verb}`, group: "act", label, words, keys,
    when: () => demand() !== undefined && (verb === "reopen" ? !open() : verb === "hold" || open()),
    run: () => {
      const id = demand();
      if (id !== undefined) verbs()?.start(verb, id);
    },
  }));
}
