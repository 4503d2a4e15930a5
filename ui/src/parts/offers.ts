import { getContext, setContext } from "svelte";

/** A value that is offered for a field, from a page of a paper. It is never filled in by itself. */
export interface Offer {
  id: string;
  /** What would be filled in, in words. */
  text: string;
  /** The page it stands on, from 1. */
  page: number;
  /** The field holds it. */
  taken: boolean;
  /** It is added to what the field holds already. */
  adds?: boolean;
  take: () => void;
  /** Shows where it stands; absent where no page is beside the form. */
  show?: () => void;
}

/** Offers by the name of their field. */
export interface Offers {
  of: (field: string) => readonly Offer[];
}

const KEY = Symbol("offers");

/** In a form's script: what its fields are offered. */
export function setOffers(offers: Offers): void {
  setContext(KEY, offers);
}

/** In a field's script. Most forms offer nothing. */
export function useOffers(): Offers | undefined {
  return getContext<Offers | undefined>(KEY);
}

/** Takes the next offer of the field that a control stands in, if the control is still empty, and with it all that are added
 *  to it; true when there was one. */
export function takeFor(offers: Offers | undefined, target: EventTarget | null): boolean {
  const box = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  if (offers === undefined || !box) return false;
  const empty = target.value === "" || target.value === "notConfirmed";
  const name = target.closest<HTMLElement>("[data-field]")?.dataset["field"];
  const open = empty && name !== undefined ? offers.of(name).filter((one) => !one.taken) : [];
  const [first] = open;
  if (first === undefined) return false;
  for (const one of first.adds === true ? open.filter((other) => other.adds === true) : [first]) one.take();
  first.show?.();
  return true;
}
