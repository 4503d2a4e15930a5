import type { Desk } from "../app/desk.svelte";
import { faultOf, type Fault, type PageFacts, type PageText, type PaperFacts, type PaperRef, type Unreadable } from "../host";
import { hitsOn, type Hit } from "./find";

/** Pages are asked for so many at once: the desk answers no more. */
const AT_ONCE = 200;
/** What the desk draws, in dots per inch: an address asks for one of these, so that a zoom asks for few different ones. */
const RESOLUTIONS = [48, 72, 96, 144, 192, 288, 384] as const;

/** One paper on the screen: its facts, its pages, its text as far as it was read, and what was found in it. */
export class Paper {
  facts = $state.raw<PaperFacts | null>(null);
  pages = $state.raw<readonly PageFacts[]>([]);
  why = $state.raw<Unreadable | null>(null);
  fault = $state.raw<Fault | null>(null);
  opening = $state(true);
  texts = $state.raw<ReadonlyMap<number, PageText>>(new Map());
  sought = $state("");
  hits = $state.raw<readonly Hit[]>([]);
  /** Pages whose text is still being read for what is sought; null when all were. */
  seeking = $state<number | null>(null);
  at = $state(-1);
  readonly ref: PaperRef;
  readonly #desk: Desk;
  readonly #reading = new Map<number, Promise<PageText | null>>();
  #turn = 0;
  #gone = false;

  constructor(desk: Desk, ref: PaperRef) {
    this.#desk = desk;
    this.ref = ref;
  }

  /** Opens it; again with a password where it asks for one. */
  async open(password: string | null = null): Promise<void> {
    this.opening = true;
    this.fault = null;
    try {
      const look = await this.#desk.host.call("paper", { paper: this.ref, password });
      if (look.type === "unreadable") this.why = look.why;
      else {
        await this.#readPages(look.pages);
        this.facts = look;
        this.why = null;
      }
    } catch (reason) {
      this.fault = faultOf(reason);
    }
    this.opening = false;
  }

  async #readPages(count: number): Promise<void> {
    const pages: PageFacts[] = [];
    while (pages.length < count && !this.#gone) {
      const look = await this.#desk.host.call("pages", { paper: this.ref, first: pages.length, count: AT_ONCE });
      if (look.type === "unreadable" || look.pages.length === 0) break;
      pages.push(...look.pages);
      this.pages = [...pages];
    }
  }

  /** The address of a page's picture, drawn for so many pixels of the screen for each 1/72 inch. */
  address(page: number, pixels: number): string {
    const wanted = pixels * 72;
    const dpi = RESOLUTIONS.find((one) => one >= wanted - 1) ?? 384;
    const paper = this.ref.type === "document" ? `paper/${this.ref.document}` : `file/${encodeURIComponent(this.ref.file)}`;
    return this.#desk.host.pageUrl(`${paper}/${page}/${dpi}`);
  }

  /** The text of a page, asked for once. None where it cannot be read: the page says so itself. */
  text(page: number): Promise<PageText | null> {
    const known = this.#reading.get(page);
    if (known !== undefined) return known;
    const asked = this.#desk.host.call("page_text", { paper: this.ref, page }).then(
      (look) => {
        if (look.type === "unreadable") return null;
        this.texts = new Map(this.texts).set(page, look);
        return look;
      },
      () => null,
    );
    this.#reading.set(page, asked);
    return asked;
  }

  /** Looks for words on every page, from the first or from another and round; what is found shows as it is found. */
  async seek(typed: string, from = 0): Promise<void> {
    this.sought = typed;
    this.#turn += 1;
    const turn = this.#turn;
    this.hits = [];
    this.at = -1;
    if (typed.trim() === "") {
      this.seeking = null;
      return;
    }
    const [before, after]: [Hit[], Hit[]] = [[], []];
    for (const { page } of [...this.pages.slice(from), ...this.pages.slice(0, from)]) {
      this.seeking = page;
      const text = await this.text(page);
      if (turn !== this.#turn || this.#gone) return;
      if (text === null) continue;
      const here = hitsOn(text, typed);
      if (here.length === 0) continue;
      (page < from ? before : after).push(...here);
      // What is looked at stays, also when hits on earlier pages come in front of it.
      const now = this.hit;
      this.hits = [...before, ...after];
      this.at = now === undefined ? 0 : this.hits.indexOf(now);
    }
    this.seeking = null;
  }

  /** To the next hit, or the one before; round and round. */
  step(by: 1 | -1): void {
    if (this.hits.length > 0) this.at = (this.at + by + this.hits.length) % this.hits.length;
  }

  /** The one looked at. The same one is not told again because others were found. */
  readonly hit = $derived<Hit | undefined>(this.hits[this.at]);

  leave(): void {
    this.#gone = true;
  }
}
