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
  take: () => void;
  /** Shows where it stands. */
  show: () => void;
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

/** Takes the next offer of the field that a control stands in, if the control is still empty; true when there was one. */
export function takeFor(offers: Offers | undefined, target: EventTarget | null): boolean {
  const box = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  if (offers === undefined || !box) return false;
  const empty = target.value === "" || target.value === "notConfirmed";
  const name = target.closest<HTMLElement>("[data-field]")?.dataset["field"];
  const next = empty && name !== undefined ? offers.of(name).find((one) => !one.taken) : undefined;
  next?.take();
  return next !== undefined;
}
