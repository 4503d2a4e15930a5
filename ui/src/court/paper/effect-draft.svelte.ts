import { SvelteSet } from "svelte/reactivity";
import { cellKey, cellsOf, covers, named } from "../../counsel/cells/cells";
import type { DemandView, Effect, Fault, PaperKind, RecordedPaper, What } from "../../host";
import type { DateTimeZoneValue } from "../../parts/datetime/moment";

let count = 0;

/** Kinds that decide something. What it is a person says who has read the paper: nothing is set before. */
export const decides = (kind: PaperKind): boolean => kind === "order" || kind === "appellateDecision";

/** Kinds that only ask or recommend. */
export const asks = (kind: PaperKind): boolean => !decides(kind) && kind !== "dismissal" && kind !== "otherPaper";

/** Effects that act on an earlier paper. */
export const actsOnPaper = (what: What | null): what is What => what !== null && ["stay", "lift", "vacate", "reverse", "satisfied"].includes(what);

/** Effects that name a date. */
export const hasDate = (what: What | null): boolean => what === "produce" || what === "pending";

/** Papers that an effect can act on, the latest that orders production first. */
export function earlier(view: DemandView, except: string | null): RecordedPaper[] {
  const orders = (one: RecordedPaper): boolean => one.paper.effects.some((effect) => effect.what === "produce" || effect.what === "doNotProduce" || effect.what === "stay");
  const all = view.proceedings.flatMap((one) => one.papers).filter((one) => one.paper.id !== except && one.setAside === null).reverse();
  return [...all.filter(orders), ...all.filter((one) => !orders(one))];
}

/** What is proposed to act on what: a lift on a stay or a restraint, everything else on an order to produce. */
const fits = (what: What, earlier: What): boolean => (what === "lift" ? earlier === "stay" || earlier === "doNotProduce" : earlier === "produce");

/** One effect while it is being written down. */
export class EffectDraft {
  readonly key = (count += 1);
  /** Null until a person has said it. */
  what = $state<What | null>(null);
  readonly chosen = new SvelteSet<string>();
  actsOn = $state<string | null>(null);
  complyBy = $state.raw<DateTimeZoneValue | null>(null);

  constructor(view: DemandView, from: Effect | What | null, except: string | null = null) {
    if (from === null || typeof from === "string") {
      if (from !== null) this.turn(from, view, except);
      return;
    }
    this.what = from.what;
    this.actsOn = from.actsOn;
    this.complyBy = from.complyBy === null ? null : { ...from.complyBy, time: from.complyBy.time?.slice(0, 5) ?? null };
    for (const cell of cellsOf(view)) if (covers(from.cells, cell)) this.chosen.add(cellKey(cell));
  }

  /** Another effect: proposes the earlier paper it would act on, and, until a person has ticked something, every cell; none where it
   *  orders production: those are ticked one by one, as the order names them. */
  turn(what: What, view: DemandView, except: string | null): void {
    const all = cellsOf(view).map(cellKey);
    const untouched = this.what === null || this.what === "produce" ? this.chosen.size === 0 : this.chosen.size === all.length;
    if (untouched) {
      this.chosen.clear();
      if (what !== "produce") for (const cell of all) this.chosen.add(cell);
    }
    this.what = what;
    this.actsOn = actsOnPaper(what) ? (earlier(view, except).find((one) => one.paper.effects.some((effect) => fits(what, effect.what)))?.paper.id ?? null) : null;
  }

  /** For the wire; null while nobody has said what it is. Production names its cells one by one; everything else that was said of
   *  all cells also holds for those added later. */
  effect(view: DemandView): Effect | null {
    const { what } = this;
    if (what === null) return null;
    const all = what !== "produce" && cellsOf(view).every((cell) => this.chosen.has(cellKey(cell)));
    const time = this.complyBy?.time ?? null;
    return {
      what,
      demand: view.demand.id,
      cells: all ? { type: "all" } : named(view, this.chosen),
      actsOn: actsOnPaper(what) ? this.actsOn : null,
      complyBy: this.complyBy === null || !hasDate(what) ? null : { date: this.complyBy.date, time: time === null ? null : `${time}:00`, zone: this.complyBy.zone },
    };
  }
}

/** What was said of all of them. */
export const effectsOf = (drafts: readonly EffectDraft[], view: DemandView): Effect[] =>
  drafts.map((one) => one.effect(view)).filter((one) => one !== null);

/** What must be said before it is asked for, as the register itself would say it: what each effect is, and these fields. */
export function missing(drafts: readonly EffectDraft[], ...others: string[]): Fault | null {
  const fields = [...others, ...(drafts.some((one) => one.what === null) ? ["effects"] : [])];
  return fields.length === 0 ? null : { type: "refused", problems: fields.map((field) => ({ type: "required", field })) };
}
