import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { SearchRequest } from "../../src/host";
import { veil } from "../../src/parts/veil.svelte";
import demandScreen from "../../src/views/demand/screen";
import intake from "../../src/views/intake/screen";
import lock from "../../src/views/lock/screen";
import queue from "../../src/views/queue/screen";
import search from "../../src/views/search/screen";
import settings from "../../src/views/settings/screen";
import { counts, law, people, policy, view } from "./demand-fixtures";
import { fault, sessionView, start, type Script } from "./scripted";
import { demandOf, found, hit, page, readingView } from "./search-fixtures";

const three = found([
  hit(page(), "about the [river] at night"),
  hit({ type: "demand", demand: "d3", part: "note" }, "the [river] again", [demandOf(3, false)]),
  hit(page({ at: [], recognised: true }), "[river] in a scan", [demandOf(9), demandOf(3, false)]),
]);

const document = { document: "doc1", name: "subpoena.pdf", sha256: "ab", length: 4000, mediaType: "application/pdf", role: "instrument" };

beforeEach(() => {
  veil.on = false;
  vi.stubGlobal("IntersectionObserver", class {
    constructor(private readonly told: (entries: unknown[]) => void) {}
    observe(target: Element) { this.told([{ target, isIntersecting: true }]); }
    disconnect() {}
  });
});

async function begin(script: Script = {}) {
  const started = await start([lock, queue, search, settings, intake, demandScreen], {
    session: sessionView({ roles: ["triage"] }), people, policy, law, queue_counts: counts, queue: { rows: [], next: null, total: 0 }, timeline: [],
    reading: readingView(), search: three, demand: view({}, { documents: [document] as never }),
    paper: { type: "open", pages: 4, title: null, encrypted: false, outline: [], cautions: [], parts: [] } as never,
    pages: { type: "read", pages: [0, 1, 2, 3].map((one) => ({ page: one, width: 612, height: 792, label: null, words: 1, needsRecognition: false, hidden: 0, lacks: false })) } as never,
    page_text: (({ page: number }: { page: number }) => ({ type: "read", page: number, cut: false, lines: [{ turn: 0, words: [{ text: "river", at: [10, 20, 50, 30], hidden: false, unsure: false }] }] })) as never,
    ...script,
  });
  await started.user.keyboard("gf");
  await screen.findByRole("heading", { name: "Search", level: 1 });
  return started;
}

const box = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Search everything" });
const hits = () => screen.findByRole("list", { name: "Places found" });
const opener = async (name: RegExp) => within(await hits()).findByRole("button", { name });

describe("searching", () => {
  test("the box has the keyboard; it asks after a pause, at once on Enter, and nothing for nothing", async () => {
    const { user, requests, desk } = await begin();
    expect(focused()).toBe(box());
    expect(screen.getByText("What can be found")).toBeTruthy();
    await user.keyboard("riv");
    expect(requests("search")).toEqual([]);
    await user.keyboard("er{Enter}");
    await waitFor(() => expect(requests("search")).toHaveLength(1));
    expect(requests("search")[0]).toMatchObject({ text: "river", limit: 50 });
    expect(desk.navigation.current).toEqual({ name: "search", at: { text: "river" } });
    await user.keyboard(" x");
    await waitFor(() => expect((requests("search").at(-1) as SearchRequest).text).toBe("river x"));
    await user.clear(box());
    expect(await screen.findByText("What can be found")).toBeTruthy();
    expect(requests("search")).toHaveLength(2);
  });

  test("nothing that was typed gets into the window's title", async () => {
    const { user } = await begin();
    await user.keyboard("river{Enter}");
    await hits();
    expect(window.document.title).toBe("Search · Subpoena Desk");
  });

  test("hits say what they are, whose, and mark the words without markup of the paper's own", async () => {
    const { user } = await begin({ search: found([hit(page(), "<b>no</b> [<i>river</i>]"), ...three.hits.slice(1)]) });
    await user.keyboard("river{Enter}");
    const list = await hits();
    const first = within(list).getAllByRole("listitem")[0];
    expect(first?.textContent).toContain("<b>no</b> <i>river</i>");
    expect(first?.querySelector("mark")?.textContent).toBe("<i>river</i>");
    expect(first?.querySelector("b, i")).toBeNull();
    expect(within(list).getByRole("button", { name: /Demand · note 2026-0003 closed/ })).toBeTruthy();
    expect(within(list).getByText("Recognised in a picture: may be misread")).toBeTruthy();
    expect(within(list).getAllByText("Recognised in a picture: may be misread")).toHaveLength(1);
    expect(screen.getByText("3 places", { selector: ".count" })).toBeTruthy();
  });

  test("identifiers, too many places, and more than fit are said", async () => {
    let asked = 0;
    const many = (count: number) => Array.from({ length: count }, (_, index) => hit(page({ page: index })));
    const { user, requests } = await begin({
      search: (request) => ((asked = request.limit), found(many(request.limit), { more: true, newestOnly: true, identifiers: ["(415) 555-0134"] })),
    });
    await user.keyboard("river{Enter}");
    expect(await screen.findByText("(415) 555-0134 is looked for in other spellings too.")).toBeTruthy();
    expect(screen.getByText(/Only the newest were weighed/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show more" }));
    await waitFor(() => expect(asked).toBe(200));
    expect(await screen.findByText("More than 200: add a word.")).toBeTruthy();
    // The keyboard is on the first of those that came.
    await waitFor(() => expect(focused()?.textContent).toContain("page 51"));
    await user.click(box());
    await user.keyboard("s");
    await waitFor(() => expect((requests("search").at(-1) as SearchRequest).limit).toBe(50));
  });

  test("arrows go from the box into the hits and back; Escape returns, then clears", async () => {
    const { user, desk } = await begin();
    await user.keyboard("river{Enter}");
    await hits();
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()?.dataset["hit"]).toBe("0"));
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()?.dataset["hit"]).toBe("1"));
    await user.keyboard("j");
    await waitFor(() => expect(focused()?.dataset["hit"]).toBe("2"));
    await user.keyboard("{Home}");
    await waitFor(() => expect(focused()?.dataset["hit"]).toBe("0"));
    await user.keyboard("{ArrowUp}");
    expect(focused()).toBe(box());
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(focused()?.dataset["hit"]).toBe("0"));
    await user.keyboard("{Escape}");
    expect(focused()).toBe(box());
    expect(box().value).toBe("river");
    await user.keyboard("{Escape}");
    expect(box().value).toBe("");
    expect(desk.navigation.current.name).toBe("search");
  });

  test("what is chosen narrows the question and lies in the place; the demand's chip can be lifted", async () => {
    const { user, desk, requests } = await begin();
    desk.navigation.go("search", { text: "river", demand: "d3", reference: "2026-0003" });
    await waitFor(() => expect(requests("search").at(-1)).toMatchObject({ within: { demand: "d3" } }));
    expect(box().value).toBe("river");
    await user.selectOptions(screen.getByRole("combobox", { name: "Where" }), "page");
    await user.selectOptions(screen.getByRole("combobox", { name: "Demands" }), "closed");
    await user.type(screen.getByRole("textbox", { name: "Received from" }), "3 Dec 2025");
    await waitFor(() => expect(requests("search").at(-1)).toMatchObject({ text: "river", within: { kinds: ["page"], open: false, demand: "d3", receivedFrom: "2025-12-03", receivedTo: null } }));
    await user.type(screen.getByRole("textbox", { name: "Received until" }), "1 Dec 2025");
    expect(await screen.findByText(/before the first one/)).toBeTruthy();
    expect(screen.getByText("Only demand 2026-0003")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Search in all demands" }));
    await waitFor(() => expect(requests("search").at(-1)).toMatchObject({ within: { demand: null, kinds: ["page"] } }));
    expect(screen.queryByText("Only demand 2026-0003")).toBeNull();
  });

  test("a miss says what was not read, and what the choices leave out", async () => {
    const { user, requests } = await begin({ search: found([], { reading: readingView({ waiting: 12, troubled: 1 }) }) });
    await user.keyboard("river{Enter}");
    expect(await screen.findByText("No match for “river”.")).toBeTruthy();
    expect(screen.getByText(/12 papers are not read yet/)).toBeTruthy();
    expect(screen.getByText(/1 paper could not be read, whole or in part/)).toBeTruthy();
    expect(screen.getByText(/not proof/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Search everywhere" })).toBeNull();
    await user.selectOptions(screen.getByRole("combobox", { name: "Where" }), "letter");
    await user.click(await screen.findByRole("button", { name: "Search everywhere" }));
    await waitFor(() => expect(requests("search").at(-1)).toMatchObject({ text: "river", within: { kinds: [] } }));
  });

  test("a miss over papers that are all read proves nothing either, and says so", async () => {
    const reading = readingView({ holding: 1, recognisedPages: 7 });
    const { user } = await begin({ search: { ...found([]), reading } });
    await user.keyboard("river{Enter}");
    await screen.findByText("No match for “river”.");
    expect(screen.getByText(/not proof/)).toBeTruthy();
    expect(screen.getByText(/1 paper holds files that were not read/)).toBeTruthy();
    expect(screen.getByText(/7 pages were recognised in pictures/)).toBeTruthy();
    expect(screen.queryByText(/not read yet/)).toBeNull();
  });

  test("a miss among the places that were looked at is not said to be a miss in all", async () => {
    const { user } = await begin({ search: { ...found([]), more: true, newestOnly: true } });
    await user.keyboard("river{Enter}");
    await screen.findByText(/No match for “river” among the places that were looked at/);
    expect(screen.queryByText("No match for “river”.")).toBeNull();
  });

  test("papers read since can be searched too", async () => {
    let read = 40;
    const { user, push, requests } = await begin({ reading: () => readingView({ read }) });
    await user.keyboard("river{Enter}");
    await hits();
    expect(screen.queryByText(/read since/)).toBeNull();
    read = 41;
    push({ type: "touched", subjects: [{ type: "demand", id: "d3" }] });
    await screen.findByText(/read since/, {}, { timeout: 3000 });
    const before = requests("search").length;
    await user.click(screen.getByRole("button", { name: "Search again" }));
    expect(requests("search")).toHaveLength(before + 1);
  });

  test("a fault stands in words with a way to try again", async () => {
    let broken = true;
    const { user } = await begin({ search: () => (broken ? fault({ type: "storeDamaged", detail: "page 7" }) : three) });
    await user.keyboard("river{Enter}");
    expect(await screen.findByText("This register is damaged.")).toBeTruthy();
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await hits()).toBeTruthy();
  });

  test("presentation mode masks what tells a person", async () => {
    const { user } = await begin({ search: found([hit(page(), "write to [quiet@mail.example] now")], { identifiers: ["quiet@mail.example"] }) });
    await user.keyboard("quiet@mail.example{Enter}{F9}");
    const list = await hits();
    await waitFor(() => expect(list.textContent).toContain("•••"));
    expect(list.textContent).not.toContain("quiet@mail");
    expect(screen.getByText(/is looked for in other spellings too/).textContent).not.toContain("quiet@mail");
  });
});

describe("opening a hit", () => {
  test("a page opens its paper there, lit; Back is the same search on the same hit", async () => {
    const { user, desk, requests } = await begin();
    await user.keyboard("river{Enter}");
    await user.click(await opener(/subpoena.pdf, page 3 2026-0003/));
    expect(desk.navigation.current).toEqual({
      name: "demand", at: { id: "d3", tab: "files", document: "doc1", name: "subpoena.pdf", page: 2, lit: [[10, 20, 50, 30]] },
    });
    desk.navigation.back();
    await waitFor(() => expect(box().value).toBe("river"));
    await waitFor(() => expect(focused()?.dataset["hit"]).toBe("0"));
    expect(requests("search").at(-1)).toMatchObject({ text: "river" });
  });

  test("a paper of several demands opens in the newest, or in the one chosen", async () => {
    const { user, desk } = await begin();
    await user.keyboard("river{Enter}");
    const group = within(await hits()).getByRole("group", { name: "Open in" });
    expect(within(group).getAllByRole("button").map((one) => one.textContent?.trim())).toEqual(["2026-0009", "2026-0003 closed"]);
    await user.click(within(group).getByRole("button", { name: /2026-0003/ }));
    expect(desk.navigation.current).toMatchObject({ name: "demand", at: { id: "d3", find: "river", page: 2 } });
    desk.navigation.back();
    await user.click((await screen.findAllByRole("button", { name: "subpoena.pdf, page 3" }))[0] as HTMLElement);
    expect(desk.navigation.current).toMatchObject({ name: "demand", at: { id: "d9" } });
  });

  test("the demand shows the paper with the words lit, or looked for from that page on", async () => {
    const { desk } = await begin({ demand: ({ demand }) => view({}, { id: demand, documents: [document] as never }) });
    desk.navigation.go("demand", { id: "d3", tab: "files", document: "doc1", page: 2, lit: [[10, 20, 50, 30]] });
    const pane = await screen.findByRole("region", { name: "Paper subpoena.pdf" });
    await waitFor(() => expect(pane.querySelector('[data-page="2"] .mark.source')).toBeTruthy());
    expect(pane.querySelectorAll(".mark")).toHaveLength(1);
    desk.navigation.go("demand", { id: "d4", tab: "files", document: "doc1", page: 2, find: "river" });
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("searchbox", { name: "Find in the paper" }).value).toBe("river"));
    await waitFor(() => expect(window.document.querySelector('[data-page="2"] .mark.current')).toBeTruthy());
    expect(await screen.findByText("3 of 4")).toBeTruthy();
  });

  test("a paper that is not among the demand's own is shown by its name; closed, it does not come back", async () => {
    const { desk, user, push, requests } = await begin({ demand: ({ demand }) => view({}, { id: demand, documents: [] }) });
    desk.navigation.go("demand", { id: "d3", tab: "files", document: "letter9", name: "letter.pdf", page: 0, lit: [] });
    const pane = await screen.findByRole("region", { name: "Paper letter.pdf" });
    await user.click(await within(pane).findByRole("button", { name: "Close the paper" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Paper letter.pdf" })).toBeNull());
    const before = requests("demand").length;
    push({ type: "touched", subjects: [{ type: "demand", id: "d3" }] });
    await waitFor(() => expect(requests("demand").length).toBeGreaterThan(before));
    expect(screen.queryByRole("region", { name: "Paper letter.pdf" })).toBeNull();
  });
});

describe("ways to it", () => {
  test("Ctrl+Shift+F from anywhere, / on a demand for that demand, g s stays with the settings", async () => {
    const { user, desk } = await begin({ demand: ({ demand }) => view({}, { id: demand }) });
    desk.navigation.go("queue", { view: "all" });
    await user.keyboard("{Control>}{Shift>}F{/Shift}{/Control}");
    expect(desk.navigation.current).toEqual({ name: "search", at: {} });
    desk.navigation.go("demand", { id: "d3" });
    await screen.findByRole("heading", { name: "2026-0003", level: 1 });
    await user.keyboard("/");
    expect(desk.navigation.current).toEqual({ name: "search", at: { demand: "d3", reference: "2026-0003" } });
    (focused() as HTMLElement).blur();
    await user.keyboard("gs");
    expect(desk.navigation.current.name).toBe("settings");
  });

  test("the palette offers it for a text to which nothing answers, and only then", async () => {
    const { user, desk } = await begin();
    await user.keyboard("{Control>}k{/Control}");
    const palette = await screen.findByRole("dialog");
    await user.keyboard("search ev");
    expect(within(palette).getByText("Search everything")).toBeTruthy();
    expect(within(palette).queryByText(/Search everything for/)).toBeNull();
    await user.keyboard("{Control>}a{/Control}zebra crossing");
    await within(palette).findByText("Search everything for “zebra crossing”");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(desk.navigation.current).toEqual({ name: "search", at: { text: "zebra crossing" } }));
    await waitFor(() => expect(box().value).toBe("zebra crossing"));
  });
});

function focused(): HTMLElement | null {
  return window.document.activeElement as HTMLElement | null;
}
