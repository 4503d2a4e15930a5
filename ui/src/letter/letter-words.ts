import type { Desk } from "../app/desk.svelte";
import type { PlaceName } from "../app/places";
import type { DemandView, Letter, TargetId } from "../host";
import { isMessage, language, say } from "../text/text.svelte";

/** A language by its name in the language of the screen, as it stands within a sentence: "Spanish", "español". */
export function languageWords(code: string): string {
  try {
    const name = new Intl.DisplayNames([language.locale], { type: "language" }).of(code) ?? code;
    // WebKit gives the form of a heading ("Inglés"); within a Spanish sentence a language is written small.
    return language.current === "es" ? name.toLocaleLowerCase("es") : name;
  } catch {
    return code;
  }
}

/** A field of a letter in words; an unknown one as it is called in the template. */
export function fieldWords(field: string): string {
  // "recordsHeld.name" belongs to its list.
  const id = `letter-field-${field.split(".")[0] ?? field}`;
  return isMessage(id) ? say(id) : field;
}

const SETTINGS = new Set(["company", "contact", "verification", "helpOrganisations"]);

/** Goes where an empty field is filled in: the settings, or the facts of the demand. */
export function goToField(desk: Desk, view: DemandView, field: string): void {
  const name = field.split(".")[0] ?? field;
  if (SETTINGS.has(name) && desk.screens.get("settings") !== undefined) desk.navigation.go("settings" as PlaceName, {} as never);
  else desk.navigation.go("demand" as PlaceName, { id: view.demand.id, tab: "facts" } as never);
}

/** Letters to one account: the living one, and those set aside before it. */
export function lettersTo(view: DemandView, target: TargetId | null): { current: Letter | undefined; earlier: Letter[] } {
  const all = view.letters.filter((one) => one.target === target);
  const current = all.findLast((one) => one.step !== "setAside");
  return { current, earlier: all.filter((one) => one !== current) };
}

/** When the user's window ends: by the latest sending that did not bounce. */
export const windowEnds = (letter: Letter): string | undefined => letter.sendings.findLast((one) => one.bounced === null)?.windowEnds;
