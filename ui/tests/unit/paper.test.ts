import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PageText, TextWord } from "../../src/host";
import { pending } from "../../src/intake/pending.svelte";
import { Taker } from "../../src/intake/taker";
import { folded, hitsOn, wordsBetween } from "../../src/paper/find";
import intake from "../../src/views/intake/screen";
import lock from "../../src/views/lock/screen";
import { law, people, policy } from "./demand-fixtures";
import { sessionView, start, type Script } from "./scripted";

const word = (text: string, left: number, top = 100): TextWord => ({ text, at: [left, top, left + 40, top + 10], hidden: false, unsure: false });
const line = (...words: TextWord[]) => ({ turn: 0, words });
const text: PageText = {
  page: 0, cut: false,
  lines: [line(word("United", 10), word("States", 60), word("District", 110), word("Court", 160)), line(word("Petición", 10, 120), word("No.", 60, 120), word("3:26-mc-80416", 110, 120))],
};

describe("finding in a paper", () => {
  test("marks and case are folded; words in a row, the last one as far as it is typed", () => {
    expect(folded("Petición “JUDGE’s”")).toBe("peticion \"judge's\"");
    expect(hitsOn(text, "peticion")).toEqual([{ page: 0, places: [[10, 120, 50, 130]] }]);
    expect(hitsOn(text, "  states   DISTRICT ")[0]?.places).toHaveLength(2);
    // Over the end of a line.
    expect(hitsOn(text, "court peti")[0]?.places).toEqual([[160, 100, 200, 110], [10, 120, 50, 130]]);
    expect(hitsOn(text, "mc-804")[0]?.places).toEqual([[110, 120, 150, 130]]);
    expect(hitsOn(text, "")).toEqual([]);
    expect(hitsOn(text, "court order")).toEqual([]);
  });

  test("what stands between two words is taken in reading order, whichever was clicked first", () => {
    const [first, , , court] = text.lines[0]?.words ?? [];
    if (first === undefined || court === undefined) throw new Error("no words");
    expect(wordsBetween(text, first, court)).toBe("United States District Court");
    expect(wordsBetween(text, court, first)).toBe("United States District Court");
  });
});

describe("a paper beside the form", () => {
  beforeEach(() => {
    pending.clear();
    // Everything is near: there is no layout here.
    vi.stubGlobal("IntersectionObserver", class {
      constructor(private readonly told: (entries: unknown[]) => void) {}
      observe(target: Element) { this.told([{ target, isIntersecting: true }]); }
      disconnect() {}
    });
  });

  const page = { page: 0, width: 612, height: 792, label: null, words: 7, needsRecognition: false, hidden: 12, lacks: false };
  const facts = { type: "open", pages: 1, title: null, encrypted: false, outline: [], cautions: [{ kind: "scripts", count: 2 }], parts: [] };

  async function begin(script: Script = {}) {
    const started = await start([lock, intake], {
      session: sessionView({ roles: ["triage"] }), people, policy, law, load_draft: null as never, save_draft: {} as never, drop_draft: {} as never,
      pick_files: [{ token: "t1", name: "subpoena.pdf", length: 4000 }] as never, paper: facts as never,
      pages: { type: "read", pages: [page] } as never, page_text: { type: "read", ...text } as never, ...script,
    });
    started.desk.navigation.go("intake", {});
    await screen.findByRole("heading", { name: "Log a demand" });
    await started.user.keyboard("{Control>}o{/Control}");
    return started;
  }

  test("its own table of contents leads to the page, and what it calls the page is said", async () => {
    const outline = [{ title: "Petition", depth: 0, page: 0 }, { title: "Exhibit A", depth: 1, page: 1 }, { title: "Elsewhere", depth: 1, page: null }];
    const { user } = await begin({
      paper: { ...facts, pages: 2, outline } as never,
      pages: { type: "read", pages: [{ ...page, label: "i" }, { ...page, page: 1, label: "2" }] } as never,
    });
    expect(await screen.findByText("Page 1 of 2, printed number i")).toBeTruthy();
    await user.click(screen.getByText("Table of contents, 3 entries"));
    const led = vi.spyOn(Element.prototype, "scrollTo");
    await user.click(screen.getByRole("button", { name: /Exhibit A/ }));
    await waitFor(() => expect(led).toHaveBeenCalled());
    expect(screen.queryByRole("button", { name: /Elsewhere/ }), "it leads nowhere").toBeNull();
  });

  test("it opens with the first file, says what is to know, and a clicked word goes into the box", async () => {
    const { user, asked } = await begin();
    const pane = await screen.findByRole("region", { name: "Paper subpoena.pdf" });
    expect(asked.find(([name]) => name === "paper")?.[1]).toEqual({ paper: { type: "file", file: "t1" }, password: null });
    const docket = await within(pane).findByText("3:26-mc-80416");
    expect(pane.querySelector("img")?.getAttribute("src")).toMatch(/^file\/t1\/0\/\d+$/);
    expect(within(pane).getByText("2 things about this paper to know")).toBeTruthy();
    expect(within(pane).getByText(/carries scripts \(2\)\. None is ever run/)).toBeTruthy();
    expect(within(pane).getByText(/Text lies hidden under bars.*page 1/)).toBeTruthy();
    const account = screen.getByRole<HTMLInputElement>("textbox", { name: "Account 1" });
    await user.click(account);
    await user.click(docket);
    await waitFor(() => expect(account.value).toBe("3:26-mc-80416"));
    expect(document.activeElement).toBe(account);
  });

  test("words are found with their places, and Enter goes on to the next", async () => {
    const { user } = await begin();
    const pane = await screen.findByRole("region", { name: "Paper subpoena.pdf" });
    await within(pane).findByText("Court");
    await user.keyboard("{Control>}f{/Control}");
    expect(document.activeElement).toBe(within(pane).getByRole("searchbox"));
    await user.keyboard("t");
    await waitFor(() => expect(within(pane).getByText(/^1 of \d+$/)).toBeTruthy());
    const before = within(pane).getByText(/^1 of \d+$/).textContent;
    await user.keyboard("{Enter}");
    await waitFor(() => expect(within(pane).getByText(/^2 of \d+$/).textContent).not.toBe(before));
    expect(pane.querySelectorAll(".mark.current")).toHaveLength(1);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(pane.querySelectorAll(".mark")).toHaveLength(0));
  });

  test("a password is asked for, and a wrong one said", async () => {
    const { user, asked } = await begin({
      paper: ((request: { password: string | null }) =>
        request.password === "right" ? facts : { type: "unreadable", why: request.password === null ? "passwordNeeded" : "passwordWrong" }) as never,
    });
    const box = await screen.findByLabelText("Password of the paper");
    await user.type(box, "wrong{Enter}");
    expect(await screen.findByText("That password does not open it.")).toBeTruthy();
    await user.clear(box);
    await user.type(box, "right{Enter}");
    await screen.findByText("Court");
    expect(asked.filter(([name]) => name === "paper")).toHaveLength(3);
  });

  test("what cannot be shown says why, and that the paper is kept", async () => {
    await begin({ paper: { type: "unreadable", why: "memoryLimit" } as never });
    expect(await screen.findByText(/more memory than allowed.*kept as it came/)).toBeTruthy();
  });

  test.each(["damaged", "passwordNeeded"])("a paper that is not shown (%s) is named and can be closed", async (why) => {
    const { user } = await begin({ paper: { type: "unreadable", why } as never });
    const pane = await screen.findByRole("region", { name: "Paper subpoena.pdf" });
    expect(await within(pane).findByText("Paper subpoena.pdf")).toBeTruthy();
    await user.click(within(pane).getByRole("button", { name: "Close the paper" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Paper subpoena.pdf" })).toBeNull());
  });
});

describe("words for the box one was in", () => {
  test("boxes of text take them; buttons, ticks and boxes that are gone do not", () => {
    const taker = new Taker();
    const box = document.body.appendChild(document.createElement("input"));
    const tick = document.body.appendChild(Object.assign(document.createElement("input"), { type: "checkbox" }));
    taker.entered(box);
    taker.entered(tick);
    taker.give("AB-1");
    expect(box.value).toBe("AB-1");
    box.remove();
    taker.give("AB-2");
    expect(box.value).toBe("AB-1");
  });
});
