import { screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { columnsFor } from "../../src/queue/columns";
import { QueueRows } from "../../src/queue/pages.svelte";
import type { Desk } from "../../src/app/desk.svelte";
import { widthFor } from "../../src/app/width.svelte";
import type { QueuePage, QueueRequest } from "../../src/host";
import { language } from "../../src/text/text.svelte";
import demandScreen from "../../src/views/demand/screen";
import intake from "../../src/views/intake/screen";
import lock from "../../src/views/lock/screen";
import queue from "../../src/views/queue/screen";
import { counts, law, people, policy, row, view } from "./demand-fixtures";
import { fault, sessionView, start, type Script } from "./scripted";

// happy-dom lays nothing out: a list window of 320 × 800 px.
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 320 });
  Object.defineProperty(HTMLElement.prototype, "offsetWidth", { configurable: true, get: () => 800 });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 320 });
});

/** A register of `all` demands; pages by key: the key is the last index, as a text. */
function pages(all: number): (request: QueueRequest) => QueuePage {
  return ({ after, limit, text }) => {
    const matching = Array.from({ length: all }, (_, index) => row(index)).filter((one) => text === "" || one.reference.includes(text));
    const from = after === null ? 0 : Number(after) + 1;
    const rows = matching.slice(from, from + limit);
    const last = from + rows.length - 1;
    return { rows, next: last + 1 < matching.length ? String(last) : null, total: matching.length };
  };
}

async function begin(script: Script = {}) {
  const started = await start([lock, queue, intake, demandScreen], {
    session: sessionView({ roles: ["triage"] }), people, policy, law, queue_counts: counts, queue: pages(250), load_draft: null as never, save_draft: {} as never,
    drop_draft: {} as never, demand: view(), ...script,
  });
  await waitFor(() => expect(started.requests("queue").length).toBeGreaterThan(0));
  return started;
}

const grid = () => screen.findByRole("grid", { name: "Needs triage" });
const active = (list: HTMLElement) => document.getElementById(list.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "";

describe("the columns", () => {
  const least = (track: string): number => Number(/([\d.]+)rem/.exec(track)?.[1]);
  const shown = (px: number, textSize = 100) => columnsFor(widthFor(px, textSize), px, textSize);

  afterEach(() => {
    language.current = "en";
  });

  test.each([["en", 17.5], ["es", 20.25]] as const)("in %s the order's words have their room, whatever the window", (code, words) => {
    language.current = code;
    for (const px of [720, 1000, 1280, 1366, 1440, 1920]) {
      for (const textSize of [100, 150]) {
        const order = shown(px, textSize).find((one) => one.id === "order");
        expect(least(order?.width ?? ""), `${px} ${textSize}`).toBeGreaterThan(words);
      }
    }
  });

  test.each(["en", "es"] as const)("in %s nothing is wider than the window from 1280 px on", (code) => {
    language.current = code;
    for (const px of [1280, 1366, 1440, 1920]) {
      const columns = shown(px);
      const wide = columns.reduce((sum, one) => sum + least(one.width), columns.length - 1);
      expect(wide, `${px}`).toBeLessThanOrEqual(px / 16 - 14.5 - 2);
    }
  });

  test("what is left out goes in order: no lesser column stands where a greater one had no room", () => {
    const order = ["owner", "step", "component", "actBy"];
    for (let px = 1000; px <= 1920; px += 10) {
      const here = order.map((id) => shown(px).some((one) => one.id === id));
      expect(here, `${px}`).toEqual([...here].sort((a, b) => Number(b) - Number(a)));
    }
    expect(shown(1920)).toHaveLength(8);
    expect(shown(1440).map((one) => one.id)).toContain("step");
  });

  test("what is too long for its column is whole in its tooltip", async () => {
    await begin({ queue: { rows: [row(1, { headline: "superseded", numbers: "SPEC-2026-00428", firstTarget: "@a_rather_long_account" })], next: null, total: 1 } });
    const list = await grid();
    for (const words of ["SPEC-2026-00428", "@a_rather_long_account", "No enforcement order on record: "]) expect(list.querySelector(`[title*="${words}"]`), words).toBeTruthy();
  });
});

describe("the list", () => {
  test("opens on what needs triage, with counts in the sidebar, and has the keyboard", async () => {
    const { requests } = await begin();
    const list = await grid();
    expect(requests("queue")[0]).toEqual({ view: "needsTriage", sort: "due", text: "", after: null, limit: 100 });
    await waitFor(() => expect(screen.getByRole("button", { name: /Waiting for counsel/ }).textContent).toContain("1"));
    expect(list.getAttribute("aria-rowcount")).toBe("251");
    await waitFor(() => expect(document.activeElement).toBe(list));
  });

  test("a row says the next date, the order state in words, and both numbers", async () => {
    await begin({ queue: { rows: [row(1, { headline: "claimed", owner: "p2", step: "withCounsel" }), row(2, { guard: "notConfirmed" })], next: null, total: 2 } });
    const list = await grid();
    const first = within(list).getAllByRole("row")[1];
    expect(first?.textContent).toMatch(/7 bd.*Thu 3 Dec.*2026-0001.*SPEC-1.*@account_1.*Order claimed, not yet verified/s);
    expect(within(list).getByText("Type of paper not confirmed")).toBeTruthy();
    expect(first?.querySelector("[title*='10 calendar days, 7 business days']")).toBeTruthy();
  });

  test("j k move, Enter opens the demand", async () => {
    const { user, desk } = await begin();
    const list = await grid();
    await waitFor(() => expect(document.activeElement).toBe(list));
    await user.keyboard("jjk");
    expect(active(list)).toContain("2026-0001");
    await user.keyboard("{Enter}");
    expect(desk.navigation.current).toEqual({ name: "demand", at: { id: "d1" } });
  });

  test("/ filters, Enter goes to the list, Escape shows all again", async () => {
    const { user, requests } = await begin();
    await grid();
    await user.keyboard("/");
    expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "Filter" }));
    await user.keyboard("2026-0240{Enter}");
    await waitFor(() => expect(requests("queue").at(-1)).toMatchObject({ text: "2026-0240", after: null }));
    await waitFor(async () => expect((await grid()).getAttribute("aria-rowcount")).toBe("2"));
    await user.keyboard("/{Escape}");
    await waitFor(() => expect(requests("queue").at(-1)).toMatchObject({ text: "" }));
  });

  test("a heading asks the register for another order", async () => {
    const { user, requests } = await begin();
    await user.click(within(await grid()).getByRole("button", { name: "Demand" }));
    await waitFor(() => expect(requests("queue").at(-1)).toMatchObject({ sort: "reference", after: null }));
  });

  test("a touched demand is read again, and the person stays on their row", async () => {
    let first = true;
    const { user, push, requests } = await begin({
      queue: () => (first ? { rows: [row(1), row(2), row(3)], next: null, total: 3 } : { rows: [row(9), row(1), row(2), row(3)], next: null, total: 4 }),
    });
    const list = await grid();
    await waitFor(() => expect(document.activeElement).toBe(list));
    await user.keyboard("j");
    expect(active(list)).toContain("2026-0002");
    first = false;
    const before = requests("queue").length;
    push({ type: "touched", subjects: [{ type: "demand", id: "d9" }] });
    await waitFor(() => expect(requests("queue").length).toBeGreaterThan(before));
    await waitFor(() => expect(active(list)).toContain("2026-0002"));
    expect(list.getAttribute("aria-rowcount")).toBe("5");
  });

  test("an empty view says what to do; a first register shows the checklist", async () => {
    await begin({ queue: { rows: [], next: null, total: 0 } });
    expect(await screen.findByText("Nothing needs triage.")).toBeTruthy();
    expect(screen.queryByText("Before the first one")).toBeNull();
  });

  test("the checklist stands in an empty register and leads on", async () => {
    const { user, desk } = await begin({ queue: { rows: [], next: null, total: 0 }, queue_counts: { ...counts, all: 0 } });
    expect(await screen.findByText("Before the first one")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Go: Log the first demand" }));
    expect(desk.navigation.current.name).toBe("intake");
  });

  test("a fault stands in words with a way to try again", async () => {
    let broken = true;
    const { user } = await begin({ queue: () => (broken ? fault({ type: "storeDamaged", detail: "page 7" }) : pages(1)({ after: null, limit: 100, text: "", view: "all", sort: "due" })) });
    expect(await screen.findByText("This register is damaged.")).toBeTruthy();
    broken = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await grid()).toBeTruthy();
  });

  test("list mode is a table with a button for each row", async () => {
    const { desk, user } = await begin({ queue: pages(2) });
    desk.preferences.set("listMode", true);
    await user.click(await screen.findByRole("button", { name: "Open 2026-0001" }));
    expect(desk.navigation.current.name).toBe("demand");
  });

  test("a file dropped on the list begins a demand with it", async () => {
    const { desk, push } = await begin();
    await grid();
    push({ type: "session", event: "dropped", files: [{ token: "f1", name: "paper.pdf", length: 12 }] });
    await waitFor(() => expect(desk.navigation.current.name).toBe("intake"));
    expect(await screen.findByText("paper.pdf")).toBeTruthy();
  });

  test("the palette finds a demand by its account", async () => {
    const { desk } = await begin();
    await grid();
    const found = await desk.commands.find("2026-0007");
    expect(found.map((one) => one.label)).toEqual(["2026-0007"]);
    found[0]?.run();
    expect(desk.navigation.current).toEqual({ name: "demand", at: { id: "d7" } });
  });
});

describe("pages by key", () => {
  test("a far jump reads what lies between in larger pages, never by number", async () => {
    const asked: QueueRequest[] = [];
    const answer = pages(2000);
    const rows = new QueueRows({ host: { call: (_: string, request: QueueRequest) => (asked.push(request), Promise.resolve(answer(request))) } } as unknown as Desk);
    rows.ask({ view: "all", sort: "due", text: "" });
    await waitFor(() => expect(rows.rows).toHaveLength(100));
    rows.need(1500);
    await waitFor(() => expect(rows.rows.length).toBeGreaterThan(1500));
    expect(asked.map((one) => [one.after, one.limit])).toEqual([
      [null, 100], ["99", 500], ["599", 500], ["1099", 100], ["1199", 100], ["1299", 100], ["1399", 100], ["1499", 100],
    ]);
    expect(rows.at(1500)?.demand).toBe("d1500");
    expect(rows.total).toBe(2000);
  });

  test("a late answer to an older question is dropped", async () => {
    const waiting: ((page: QueuePage) => void)[] = [];
    const rows = new QueueRows({ host: { call: () => new Promise((done) => waiting.push(done)) } } as unknown as Desk);
    rows.ask({ view: "all", sort: "due", text: "a" });
    rows.ask({ view: "all", sort: "due", text: "b" });
    waiting[1]?.({ rows: [row(2)], next: null, total: 1 });
    waiting[0]?.({ rows: [row(1)], next: null, total: 1 });
    await waitFor(() => expect(rows.waiting).toBe(false));
    expect(rows.rows.map((one) => one.demand)).toEqual(["d2"]);
  });
});
