import { SvelteMap } from "svelte/reactivity";
import type { OrderPoint, PointAnswer } from "../../host";

/** The sheet of legal-reference §3.4, in order. */
export const POINTS: readonly OrderPoint[] = [
  "districtCourt", "recipientBound", "docketMatches", "operativeWords", "identifiesDemand", "scopeAndDeadline", "signedAndEntered",
  "filingStamp", "seal", "statuteAndVenue", "notStayed", "nonDisclosureAttached",
];

const ADVISORY: readonly OrderPoint[] = ["filingStamp", "seal", "statuteAndVenue", "nonDisclosureAttached"];

/** Points without which no paper is verified. One that produces nothing needs neither scope nor being un-stayed. */
export function needed(produces: boolean): OrderPoint[] {
  return POINTS.filter((one) => !ADVISORY.includes(one)).filter((one) => produces || (one !== "scopeAndDeadline" && one !== "notStayed"));
}

/** Counsel's answers while the sheet is open. */
export class Answers {
  readonly #holds = new SvelteMap<OrderPoint, boolean>();
  readonly #notes = new SvelteMap<OrderPoint, string>();

  holds(point: OrderPoint): boolean | undefined {
    return this.#holds.get(point);
  }

  set(point: OrderPoint, holds: boolean): void {
    this.#holds.set(point, holds);
  }

  note(point: OrderPoint): string {
    return this.#notes.get(point) ?? "";
  }

  write(point: OrderPoint, note: string): void {
    this.#notes.set(point, note);
  }

  clear(): void {
    this.#holds.clear();
    this.#notes.clear();
  }

  /** How many of the needed points do not hold yet. */
  left(points: readonly OrderPoint[]): number {
    return points.filter((one) => this.#holds.get(one) !== true).length;
  }

  /** For the wire: what was answered, and nothing else. */
  list(): PointAnswer[] {
    return POINTS.flatMap((point) => {
      const holds = this.#holds.get(point);
      return holds === undefined ? [] : [{ point, holds, note: this.note(point).trim() }];
    });
  }
}

/** How two names differ: not at all, at one place (counted from 1), or altogether. */
export function compareNames(demand: string, order: string): { same: boolean; place: number | null } {
  const a = Array.from(demand.trim());
  const b = Array.from(order.trim());
  if (a.join("") === b.join("")) return { same: true, place: null };
  const at = a.findIndex((letter, index) => letter !== b[index]);
  const place = at === -1 ? a.length : at;
  const rest = (letters: string[], skip: number): string => letters.slice(place + skip).join("");
  const close = rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
  return { same: false, place: close ? place + 1 : null };
}
