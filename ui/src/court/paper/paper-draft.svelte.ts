import type { CourtPaper, DemandView, Entered, JudgeAuthority, PaperKind } from "../../host";
import { opId } from "../../host";
import type { DateTimeZoneValue } from "../../parts/datetime/moment";
import { momentOf } from "../act/known";
import { EffectDraft, usual } from "./effect-draft.svelte";

const JUDGE_OF: Partial<Record<PaperKind, JudgeAuthority["type"]>> = {
  appellateDecision: "appellatePanel", reportAndRecommendation: "magistrate", order: "districtJudge",
};

/** A court paper while it is being written down. */
export class PaperDraft {
  readonly id = opId();
  kind = $state<PaperKind>("order");
  title = $state("");
  entryNumber = $state("");
  judge = $state<JudgeAuthority["type"]>("districtJudge");
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

  /** Another kind: with the judge and the effect that such a paper usually has. */
  choose(next: PaperKind): void {
    this.kind = next;
    this.judge = JUDGE_OF[next] ?? "notKnown";
    const what = usual(next);
    this.effects = what === null ? [] : [new EffectDraft(this.#view, what, this.id)];
  }

  addEffect(): void {
    this.effects = [...this.effects, new EffectDraft(this.#view, usual(this.kind) ?? "pending", this.id)];
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
      judge: this.judge === "magistrate" ? { type: this.judge, counselReason: this.counselReason.trim() } : { type: this.judge },
      signed: this.signed?.date ?? null,
      entered: this.#enteredNow,
      served: this.served === null ? null : momentOf(this.served),
      document,
      effects: this.effects.map((one) => one.effect(view)),
    };
  }
}
