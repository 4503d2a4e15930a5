import { touches } from "../app/pushes";
import type { Desk } from "../app/desk.svelte";
import type { Court, Person, PersonId, Policy } from "../host";
import { t } from "../text/text.svelte";

/** Names that a screen needs beside a demand: people, courts, what counsel set. One for a window. */
export class Reference {
  people = $state.raw<readonly Person[]>([]);
  courts = $state.raw<readonly Court[]>([]);
  policy = $state.raw<Policy | null>(null);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.pushes.touched.on((subjects) => {
      if (touches(subjects, "people")) void this.#readPeople();
      if (touches(subjects, "policy")) void this.#readPolicy();
    });
    desk.pushes.session.on((event) => {
      if (event.event === "locked") this.#forget();
      else if (event.event === "opened") void this.load();
    });
    void this.load();
  }

  async load(): Promise<void> {
    await Promise.all([this.#readPeople(), this.#readPolicy(), this.#readLaw()]);
  }

  #forget(): void {
    this.people = [];
    this.policy = null;
  }

  async #readPeople(): Promise<void> {
    const view = await this.#desk.host.call("people", {}).catch(() => null);
    if (view !== null) this.people = view.people.persons;
  }

  async #readPolicy(): Promise<void> {
    const policy = await this.#desk.host.call("policy", {}).catch(() => null);
    if (policy !== null) this.policy = policy;
  }

  async #readLaw(): Promise<void> {
    if (this.courts.length > 0) return;
    const law = await this.#desk.host.call("law", {}).catch(() => null);
    if (law !== null) this.courts = law.courts;
  }

  /** Those who can be given work. */
  get present(): readonly Person[] {
    return this.people.filter((one) => !one.removed);
  }

  /** A person's name, also of one who left. */
  person(id: PersonId | null): string {
    if (id === null) return t("person-nobody");
    return this.people.find((one) => one.id === id)?.name ?? t("person-unknown");
  }

  /** "N.D. Cal."; empty for a search over all courts, and the id where it is not one of the 94. */
  court(id: string): string {
    return this.courts.find((one) => one.id === id)?.abbreviation ?? id;
  }
}

const made = new WeakMap<Desk, Reference>();

/** The window's one. */
export function referenceOf(desk: Desk): Reference {
  let found = made.get(desk);
  if (found === undefined) {
    found = new Reference(desk);
    made.set(desk, found);
  }
  return found;
}
