import { afterEach, describe, expect, test } from "vitest";
import type { Desk } from "../../src/app/desk.svelte";
import { CallFault, type Part, type SearchFound } from "../../src/host";
import { isFiltered, requestOf, unfiltered } from "../../src/search/at";
import { partWords, placeOf, snippetShown, whatWords, wordsMet } from "../../src/search/hits";
import { nowWords, stateWords, troubleWords } from "../../src/search/reading-words";
import { Searching } from "../../src/search/searching.svelte";
import { Paper } from "../../src/paper/paper.svelte";
import { language } from "../../src/text/text.svelte";
import { found, hit, page, pieces, readingView } from "./search-fixtures";

const PARTS: Record<Part, true> = {
  reference: true, number: true, target: true, person: true, office: true, recipient: true, stated: true, note: true, docketSearch: true,
  documentName: true, docket: true, courtPaper: true, address: true,
};

afterEach(() => {
  language.current = "en";
});

describe("the question", () => {
  test("nothing typed asks nothing; blanks around are no words", () => {
    expect(requestOf({})).toBeNull();
    expect(requestOf({ text: "  ", kind: "page", demand: "d1" })).toBeNull();
    expect(requestOf({ text: "  river  " })).toEqual({
      text: "river", within: { kinds: [], open: null, demand: null, receivedFrom: null, receivedTo: null }, limit: 50,
    });
  });

  test("everything chosen is asked for, closed ones too", () => {
    expect(requestOf({ text: "x", kind: "proceeding", open: false, demand: "d1", from: "2026-01-02", to: "2026-02-03", more: true })).toEqual({
      text: "x", within: { kinds: ["proceeding"], open: false, demand: "d1", receivedFrom: "2026-01-02", receivedTo: "2026-02-03" }, limit: 200,
    });
  });

  test("lifting the choices keeps the words only", () => {
    const at = { text: "x", kind: "page" as const, open: true, demand: "d1", reference: "2026-0001", from: "2026-01-01", more: true, chosen: 4 };
    expect(isFiltered(at)).toBe(true);
    expect(isFiltered(unfiltered(at))).toBe(false);
    expect(isFiltered({ text: "x", more: true, chosen: 0, reading: true })).toBe(false);
    expect(isFiltered({ open: false })).toBe(true);
    expect(requestOf(unfiltered(at))?.text).toBe("x");
  });
});

describe("answers", () => {
  test("a late answer to an earlier question is dropped, and a late fault too", async () => {
    const waiting: { done: (one: SearchFound) => void; fail: (reason: unknown) => void }[] = [];
    const searching = new Searching({ host: { call: () => new Promise((done, fail) => waiting.push({ done, fail })) } } as unknown as Desk);
    const asks = ["a", "ab", "abc"].map((text) => searching.ask(requestOf({ text })));
    waiting[1]?.done(found([hit(page())]));
    await asks[1];
    expect(searching.found).toBeNull();
    expect(searching.waiting).toBe(true);
    waiting[2]?.done(found([]));
    await asks[2];
    waiting[0]?.fail(new CallFault({ type: "locked" }));
    await asks[0];
    expect(searching.found?.hits).toEqual([]);
    expect(searching.answered?.text).toBe("abc");
    expect(searching.fault).toBeNull();
    expect(searching.waiting).toBe(false);
  });

  test("an emptied box takes away what was found, also what is on its way", async () => {
    const waiting: ((one: SearchFound) => void)[] = [];
    const searching = new Searching({ host: { call: () => new Promise((done) => waiting.push(done)) } } as unknown as Desk);
    const asked = searching.ask(requestOf({ text: "river" }));
    await searching.ask(null);
    waiting[0]?.(found([hit(page())]));
    await asked;
    expect([searching.found, searching.waiting]).toEqual([null, false]);
  });

  test("a fault is kept typed, and the next answer takes it away", async () => {
    let broken = true;
    const searching = new Searching({
      host: { call: () => (broken ? Promise.reject(new CallFault({ type: "storeDamaged", detail: "x" } as never)) : Promise.resolve(found([]))) },
    } as unknown as Desk);
    await searching.ask(requestOf({ text: "a" }));
    expect(searching.fault).toMatchObject({ type: "storeDamaged" });
    broken = false;
    await searching.ask(requestOf({ text: "a" }));
    expect(searching.fault).toBeNull();
  });
});

describe("a hit", () => {
  test("is called by what it is, in both languages", () => {
    expect(whatWords(hit(page()))).toBe("subpoena.pdf, page 3");
    expect(whatWords(hit({ type: "demand", demand: "d1", part: "note" }))).toBe("Demand · note");
    expect(whatWords(hit({ type: "letter", letter: "l1", part: "address" }))).toBe("Letter · address");
    language.current = "es";
    expect(whatWords(hit({ type: "proceeding", proceeding: "c1", part: "docket" }))).toBe("Procedimiento · número de expediente");
  });

  test("a name cannot turn its own letters round", () => {
    expect(whatWords(hit(page({ name: "a\u202efdp.exe" })))).toContain("[U+202E]");
  });

  test.each(["en", "es"] as const)("every part has its own words in %s", (code) => {
    language.current = code;
    const words = Object.keys(PARTS).map((part) => partWords(part as Part));
    for (const one of words) expect(one).not.toMatch(/^search-part/);
    expect(new Set(words).size).toBe(words.length);
  });

  test.each([
    ["reference", "facts"], ["number", "facts"], ["target", "facts"], ["person", "facts"], ["office", "facts"], ["recipient", "facts"], ["stated", "facts"],
    ["note", "timeline"], ["docketSearch", "court"], ["documentName", "files"], ["docket", "court"], ["courtPaper", "court"], ["address", "letters"],
  ] as [Part, string][])("in a demand's %s opens %s", (part, tab) => {
    expect(placeOf(hit({ type: "demand", demand: "d3", part }), "d3")).toEqual({ id: "d3", tab });
  });

  test("of a court or a letter opens that tab of the demand that was chosen", () => {
    expect(placeOf(hit({ type: "proceeding", proceeding: "c1", part: "note" }), "d9")).toEqual({ id: "d9", tab: "court" });
    expect(placeOf(hit({ type: "letter", letter: "l1", part: "note" }), "d9")).toEqual({ id: "d9", tab: "letters" });
  });

  test("on a page opens the paper there with its words lit; without places they are looked for", () => {
    const paper = { id: "d9", tab: "files", document: "doc1", name: "subpoena.pdf", page: 2 };
    expect(placeOf(hit(page()), "d9")).toEqual({ ...paper, lit: [[10, 20, 50, 30]] });
    expect(placeOf(hit(page({ at: [] }), "call [(415)] [555-0134] now [again]"), "d9")).toEqual({ ...paper, find: "(415) 555-0134" });
    expect(placeOf(hit(page({ at: [] }), "nothing marked"), "d9")).toEqual(paper);
  });

  test("words in a row are one, over blanks only", () => {
    expect(wordsMet(pieces("a [b]\n [c] d [e]"))).toBe("b c");
    expect(wordsMet(pieces("[b], [c]"))).toBe("b");
    expect(wordsMet(pieces("none"))).toBeUndefined();
  });

  test("in presentation mode nothing in it tells a person", () => {
    const on = (one: ReturnType<typeof hit>) => snippetShown(one, true).map((piece) => piece.text).join("");
    const telling = "mail quiet@mail.example or [(415)] 555-0134 about 3 pages";
    expect(on(hit(page(), telling))).not.toMatch(/quiet@mail|0134/);
    expect(on(hit(page(), telling))).toContain("about 3 pages");
    expect(on(hit({ type: "demand", demand: "d1", part: "target" }, "[river]lantern"))).not.toContain("lantern");
    expect(on(hit({ type: "demand", demand: "d1", part: "reference" }, "[2026-0003]"))).toBe("2026-0003");
    expect(snippetShown(hit(page(), telling), false).map((piece) => piece.text).join("")).toContain("quiet@mail.example");
  });
});

describe("how far papers are read, in words", () => {
  test("only what there is", () => {
    expect(stateWords(readingView())).toEqual(["40 papers are read."]);
    expect(stateWords(readingView({ read: 1240, waiting: 1, troubled: 2 }))).toEqual([
      "1,240 papers are read.", "1 paper waits to be read.", "2 papers could not be read, whole or in part.",
    ]);
  });

  test("what is being read counts pages from one and never past the last", () => {
    const now = { job: "j", document: "doc", done: 2, pages: 20 };
    expect(nowWords(readingView({ now }))).toBe("Reading a paper: page 3 of 20.");
    expect(nowWords(readingView({ now: { ...now, done: 20 } }))).toContain("page 20 of 20");
    expect(nowWords(readingView({ now: { ...now, pages: null } }))).toContain("Opening");
    expect(nowWords(readingView({ now, paused: true }))).toContain("paused");
    expect(nowWords(readingView({ waiting: 3 }))).not.toBe(nowWords(readingView()));
  });

  test("a trouble says why: the paper whole, or its pages", () => {
    const one = { document: "doc", name: "x.pdf", demands: [], why: null, pictures: 2, pages: 1 };
    expect(troubleWords({ ...one, why: "passwordNeeded" })).toEqual(["It asks for a password."]);
    expect(troubleWords(one)).toEqual(["2 pages are pictures in which no text was recognised.", "1 page could not be read, or not all of it."]);
  });
});

describe("finding in a paper from a page on", () => {
  test("the first on that page is looked at; those before it come in front and move nobody", async () => {
    const words = ["river", "none", "river", "river"];
    const desk = {
      host: {
        call: (name: string, request: { page?: number }) => Promise.resolve(
          name === "paper" ? { type: "open", pages: 4, cautions: [], parts: [] }
            : name === "pages" ? { type: "read", pages: words.map((_, index) => ({ page: index })) }
              : { type: "read", page: request.page, cut: false, lines: [{ turn: 0, words: [{ text: words[request.page ?? 0], at: [0, 0, 1, 1], hidden: false, unsure: false }] }] },
        ),
      },
    } as unknown as Desk;
    const paper = new Paper(desk, { type: "document", document: "doc" });
    await paper.open();
    await paper.seek("river", 2);
    expect(paper.hits.map((one) => one.page)).toEqual([0, 2, 3]);
    expect(paper.hit?.page).toBe(2);
    paper.step(1);
    expect(paper.hit?.page).toBe(3);
    await paper.seek("river");
    expect(paper.hit?.page).toBe(0);
  });
});
