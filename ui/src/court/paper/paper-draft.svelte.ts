import type { CourtPaper, DemandView, Entered, Fault, JudgeAuthority, PaperKind } from "../../host";
import { opId } from "../../host";
import type { DateTimeZoneValue } from "../../parts/datetime/moment";
import { momentOf } from "../act/known";
import { asks, decides, EffectDraft, effectsOf, missing } from "./effect-draft.svelte";

/** Whose paper it is by its kind. An order's judge is read from the paper: both kinds of judges make them. */
const JUDGE_OF: Partial<Record<PaperKind, JudgeAuthority["type"]>> = { appellateDecision: "appellatePanel", reportAndRecommendation: "magistrate" };

/** A court paper while it is being written down. */
export class PaperDraft {
  readonly id = opId();
  kind = $state<PaperKind>("order");
  title = $state("");
  entryNumber = $state("");
  /** Null until a person has said it. */
  judge = $state<JudgeAuthority["type"] | null>(null);
  counselReason = $state("");
  signed = $state<DateTimeZoneValue | null>(null);
  entered = $state<Entered["type"]>("on");
  enteredOn = $state<DateTimeZoneValue | null>(null);
  confirmedWith = $state("");
  served = $state<DateTimeZoneValue | null>(null);
  effects = $state.raw<readonly EffectDraft[]>([]);
  readonly #view: DemandView;

  constructor(view: DemandView) {
    this.#view = view;
    this.choose("order");
  }

  /** Another kind: with what follows from the kind alone. What an order does, and whose it is, follows from the paper. */
  choose(next: PaperKind): void {
    this.kind = next;
    this.judge = JUDGE_OF[next] ?? (decides(next) ? null : "notKnown");
    this.effects = decides(next) || asks(next) ? [new EffectDraft(this.#view, asks(next) ? "pending" : null, this.id)] : [];
  }

  addEffect(): void {
    this.effects = [...this.effects, new EffectDraft(this.#view, asks(this.kind) ? "pending" : null, this.id)];
  }

  /** What must be said first. */
  get missing(): Fault | null {
    return missing(this.effects, ...(this.judge === null ? ["judge"] : []));
  }

  removeEffect(gone: EffectDraft): void {
    this.effects = this.effects.filter((one) => one !== gone);
  }

  /** Not known is said when nothing was filled in: a date is never made up. */
  get #enteredNow(): Entered {
    if (this.enteredOn === null || this.entered === "notKnown") return { type: "notKnown" };
    return this.entered === "on" ? { type: "on", date: this.enteredOn.date } : { type: "sealedConfirmed", date: this.enteredOn.date, with: this.confirmedWith.trim() };
  }

  /** For the wire. */
  paper(view: DemandView, document: string | null): CourtPaper {
    return {
      id: this.id, kind: this.kind, title: this.title.trim(), entryNumber: this.entryNumber.trim(),
      judge: this.judge === "magistrate" ? { type: this.judge, counselReason: this.counselReason.trim() } : { type: this.judge ?? "notKnown" },
      signed: this.signed?.date ?? null,
      entered: this.#enteredNow,
      served: this.served === null ? null : momentOf(this.served),
      document,
      effects: effectsOf(this.effects, view),
    };
  }
}
