import { screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Desk } from "../../src/app/desk.svelte";
import { Screens } from "../../src/app/screen";
import type { Push, ReadingView } from "../../src/host";
import { PapersReading } from "../../src/search/reading.svelte";
import lock from "../../src/views/lock/screen";
import queue from "../../src/views/queue/screen";
import search from "../../src/views/search/screen";
import { counts, law, people, policy } from "./demand-fixtures";
import { fault, scriptedHost, sessionView, start, type Script } from "./scripted";
import { demandOf, readingView } from "./search-fixtures";

const now = { job: "j1", document: "doc1", done: 2, pages: 20 };
const moved = (more: object = {}) => ({ type: "progress", what: "reading", job: "j1", done: 5, total: 20, ended: false, ...more }) as Push & { type: "progress" };

describe("the line in the status bar", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function follow(script: Script) {
    const { host, asked } = scriptedHost(script);
    const desk = new Desk(host, new Screens([]), { read: () => ({}), write: () => undefined });
    const papers = new PapersReading(desk);
    return { desk, papers, end: papers.follow(), asks: () => asked.filter(([name]) => name === "reading").length, asked };
  }

  test("comes when reading goes on for a while, and says how many wait", async () => {
    const { desk } = follow({ reading: readingView({ waiting: 7, now }) });
    await vi.advanceTimersByTimeAsync(1500);
    expect(desk.ownWork).toBeNull();
    await vi.advanceTimersByTimeAsync(600);
    expect(desk.ownWork?.text()).toBe("Reading papers: 7 waiting");
    expect(desk.ownWork?.label()).toBe("Pause reading");
    expect(desk.announcer.polite).toBe("");
  });

  test("is one line over hundreds of small papers, and few questions", async () => {
    let left = 300;
    const { desk, asks } = follow({ reading: () => readingView({ waiting: left, now: left > 0 && left % 2 === 0 ? now : null }) });
    await vi.advanceTimersByTimeAsync(2500);
    const first = desk.ownWork;
    expect(first).not.toBeNull();
    const before = asks();
    for (; left > 0; left -= 1) {
      desk.pushes.progress.give(moved({ ended: left % 2 === 0 }));
      await vi.advanceTimersByTimeAsync(20);
      expect(desk.ownWork).toBe(first);
    }
    expect(asks() - before).toBeLessThanOrEqual(8);
    expect(desk.announcer.polite).toBe("");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.ownWork).toBeNull();
  });

  test("a single small paper shows nothing at all", async () => {
    let view = readingView({ waiting: 1, now });
    const { desk } = follow({ reading: () => view });
    await vi.advanceTimersByTimeAsync(300);
    view = readingView();
    desk.pushes.progress.give(moved({ ended: true }));
    for (let at = 0; at < 50; at += 1) {
      await vi.advanceTimersByTimeAsync(100);
      expect(desk.ownWork).toBeNull();
    }
  });

  test("pages move on without a question; a paper read slowly is asked for now and then", async () => {
    const { desk, papers, asks } = follow({ reading: readingView({ waiting: 1, now }) });
    await vi.advanceTimersByTimeAsync(100);
    desk.pushes.progress.give(moved({ done: 9 }));
    expect(papers.view?.now).toMatchObject({ done: 9, pages: 20 });
    expect(asks()).toBe(1);
    await vi.advanceTimersByTimeAsync(3200);
    expect(asks()).toBe(2);
  });

  test("pausing stays said while papers wait, and an answer from before it does not undo it", async () => {
    let slow: (view: ReadingView) => void = () => undefined;
    let first = true;
    const { desk, papers, asked } = follow({
      reading: () => (first ? ((first = false), readingView({ waiting: 7, now })) : new Promise<ReadingView>((done) => (slow = done))),
      pause_reading: (({ paused }: { paused: boolean }) => readingView({ waiting: 7, paused })) as never,
    });
    await vi.advanceTimersByTimeAsync(2200);
    desk.pushes.progress.give(moved({ ended: true }));
    await vi.advanceTimersByTimeAsync(1200);
    desk.ownWork?.run();
    await vi.advanceTimersByTimeAsync(0);
    slow(readingView({ waiting: 7, now }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked.find(([name]) => name === "pause_reading")?.[1]).toEqual({ paused: true });
    expect(papers.view?.paused).toBe(true);
    expect(desk.ownWork?.text()).toBe("Reading of papers is paused: 7 waiting");
    desk.ownWork?.run();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.filter(([name]) => name === "pause_reading").at(-1)?.[1]).toEqual({ paused: false });
    expect(desk.ownWork?.label()).toBe("Pause reading");
  });

  test("a refusal to pause is said, and nothing is taken as done", async () => {
    const { desk, papers } = follow({ reading: readingView({ waiting: 7, now }), pause_reading: () => fault({ type: "locked" }) });
    await vi.advanceTimersByTimeAsync(10);
    await papers.pause(true);
    expect(desk.toasts.list).toMatchObject([{ tone: "fault" }]);
    expect(papers.view?.paused).toBe(false);
    expect(papers.busy).toBe(false);
  });

  test("the end takes everything away, also an answer on its way", async () => {
    let answer: (view: ReadingView) => void = () => undefined;
    const { desk, papers, end } = follow({ reading: () => new Promise<ReadingView>((done) => (answer = done)) });
    end();
    answer(readingView({ waiting: 7, now }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(papers.view).toBeNull();
    expect(desk.ownWork).toBeNull();
  });
});

describe("in the window", () => {
  const troubles = [
    { document: "doc1", name: "locked.pdf", demands: [demandOf(3), demandOf(1, false)], why: "passwordNeeded" as const, pictures: 0, pages: 0 },
    { document: "doc2", name: "scan.pdf", demands: [demandOf(2)], why: null, pictures: 4, pages: 0 },
  ];

  async function begin(script: Script = {}) {
    const started = await start([lock, queue, search], {
      session: sessionView({ roles: ["triage"] }), people, policy, law, queue_counts: counts, queue: { rows: [], next: null, total: 0 },
      reading: readingView({ waiting: 3, troubled: 5, troubles, recognition: "absent" }), ...script,
    });
    started.desk.navigation.go("search", { reading: true });
    await screen.findByRole("heading", { name: "Search", level: 1 });
    return started;
  }

  test("reading is no job of the list and has no Cancel", async () => {
    const { push, desk } = await begin();
    push(moved());
    expect(desk.jobs.list).toEqual([]);
    expect(screen.queryByRole("progressbar")).toBeNull();
    push({ ...moved(), what: "verify" } as Push);
    expect(desk.jobs.list).toHaveLength(1);
  });

  test("troubles say why, open the paper in each of its demands, and can be tried again", async () => {
    const { user, desk, requests } = await begin({ read_again: readingView({ waiting: 1 }) });
    expect(await screen.findByText("It asks for a password.")).toBeTruthy();
    expect(screen.getByText("4 pages are pictures in which no text was recognised.")).toBeTruthy();
    expect(screen.getByText(/tesseract-ocr, tesseract-ocr-eng, tesseract-ocr-spa and tesseract-ocr-script-latn/)).toBeTruthy();
    expect(screen.getByText("And 3 more.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Try again: scan.pdf" }));
    expect(requests("read_again")).toEqual([{ document: "doc2" }]);
    await waitFor(() => expect(screen.queryByText("scan.pdf")).toBeNull());
    expect(desk.toasts.list.at(-1)?.text).toContain("read again");
  });

  test("a computer that reads pictures once only says so, and what is to be installed", async () => {
    await begin({ reading: readingView({ recognition: "oneReading" }) });
    expect(await screen.findByText(/once only.*package tesseract-ocr-script-latn installed/)).toBeTruthy();
    expect(screen.queryByText(/Text recognition is not installed/)).toBeNull();
  });

  test("all are tried again at once; a paper opens in the demand chosen", async () => {
    const { user, desk, requests } = await begin({ read_again: readingView({ waiting: 5, troubled: 5, troubles }) });
    await user.click(await screen.findByRole("button", { name: "Try all again" }));
    expect(requests("read_again")).toEqual([{ document: null }]);
    await user.click(screen.getByRole("button", { name: /Open in 2026-0001.*locked\.pdf/ }));
    expect(desk.navigation.current).toEqual({ name: "demand", at: { id: "d1", tab: "files", document: "doc1", name: "locked.pdf" } });
  });

  test("a lock takes the line away with the rest", async () => {
    const { desk, push } = await begin({ reading: readingView({ waiting: 3, paused: true }) });
    const bar = screen.getByRole("contentinfo");
    expect(await within(bar).findByText("Reading of papers is paused: 3 waiting")).toBeTruthy();
    push({ type: "session", event: "locked" } as Push);
    expect(desk.ownWork).toBeNull();
    expect(desk.stage).toBe("locked");
  });
});
