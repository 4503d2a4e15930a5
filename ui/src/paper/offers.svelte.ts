import type { Desk } from "../app/desk.svelte";
import { opId, type PaperRef, type Suggestions, type Unreadable } from "../host";
import type { Offer, Offers } from "../parts/offers";
import type { Place } from "./find";

/** One thing read from the paper, and the field of a form it is for. Nothing is filled in before a person takes it. */
export interface Offered<Form> {
  field: string;
  text: string;
  page: number;
  places: readonly Place[];
  /** It is added to what the field holds already. */
  adds?: boolean;
  taken: (form: Form) => boolean;
  take: (form: Form) => void;
}

/** What was read from a paper, offered field by field. */
export class PaperOffers<Form> implements Offers {
  /** Pages are being read; the job that can be stopped. */
  job = $state<string | null>(null);
  why = $state.raw<Unreadable | "stopped" | null>(null);
  /** Pages that could only be read as pictures, and were not. */
  unread = $state(0);
  source = $state.raw<{ page: number; places: readonly Place[] } | null>(null);
  /** Everything that was read. */
  all = $state.raw<Suggestions | null>(null);
  #offered = $state.raw<readonly Offered<Form>[]>([]);
  #turn = 0;
  readonly #desk: Desk;
  readonly #form: () => Form;
  readonly #by: (all: Suggestions) => readonly Offered<Form>[];

  /** `by` says what is offered of what was read. */
  constructor(desk: Desk, form: () => Form, by: (all: Suggestions) => readonly Offered<Form>[]) {
    this.#desk = desk;
    this.#form = form;
    this.#by = by;
  }

  readonly #byField = $derived.by(() => {
    const form = this.#form();
    const fields = new Map<string, Offer[]>();
    for (const [index, one] of this.#offered.entries()) {
      const offer: Offer = {
        id: `${one.field}-${index}`, text: one.text, page: one.page + 1, taken: one.taken(form), adds: one.adds === true,
        take: () => (one.take(this.#form()), this.#show(one)), show: () => this.#show(one),
      };
      fields.set(one.field, [...(fields.get(one.field) ?? []), offer]);
    }
    return fields;
  });

  get count(): number {
    return this.#offered.length;
  }

  of(field: string): readonly Offer[] {
    return this.#byField.get(field) ?? [];
  }

  /** A field has the focus: where its value stands is shown. */
  entered(target: EventTarget | null): void {
    const field = target instanceof Element ? target.closest<HTMLElement>("[data-field]")?.dataset["field"] : undefined;
    const first = this.of(field ?? "").find((one) => !one.taken) ?? this.of(field ?? "")[0];
    first?.show?.();
  }

  #show(one: Offered<Form>): void {
    this.source = one.places.length === 0 ? null : { page: one.page, places: one.places };
  }

  /** Reads another paper; what the one before offered is gone. */
  async read(paper: PaperRef | null): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.stop();
    this.#offered = [];
    this.all = null;
    this.source = null;
    this.why = null;
    this.unread = 0;
    if (paper === null) return;
    const op = opId();
    this.job = op;
    try {
      const found = await this.#desk.host.call("suggestions", { op, paper });
      if (turn !== this.#turn) return;
      if (found.type === "unreadable") this.why = found.why;
      else {
        this.all = found.suggestions;
        this.#offered = this.#by(found.suggestions);
        this.unread = found.unread;
      }
    } catch {
      // The pane beside it says what became of the paper; there is just nothing to offer.
      if (turn === this.#turn) this.why = "stopped";
    }
    if (turn === this.#turn) this.job = null;
  }

  stop(): void {
    if (this.job !== null) void this.#desk.host.call("cancel", { job: this.job }).catch(() => undefined);
    this.job = null;
  }
}
