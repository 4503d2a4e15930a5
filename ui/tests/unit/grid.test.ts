import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import { beforeEach, describe, expect, test, vi } from "vitest";
import Harness from "./GridHarness.svelte";

// happy-dom lays nothing out: a list window of 320 × 800 px.
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 320 });
  Object.defineProperty(HTMLElement.prototype, "offsetWidth", { configurable: true, get: () => 800 });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 320 });
});

async function show(props: Record<string, unknown> = {}) {
  const user = userEvent.setup();
  render(Harness, { props });
  await tick();
  const grid = screen.getByRole("grid", { name: "Test list" });
  grid.focus();
  return { user, grid };
}

const active = (grid: HTMLElement): string | null | undefined =>
  document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.getAttribute("aria-rowindex");

describe("grid", () => {
  test("says how many rows there are and draws only a few", async () => {
    const { grid } = await show();
    expect(grid.getAttribute("aria-rowcount")).toBe("5001");
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
    expect(within(grid).getAllByRole("row").length).toBeGreaterThan(8);
    expect(active(grid)).toBe("2");
  });

  test("arrows and j k move; the ends hold", async () => {
    const { user, grid } = await show();
    await user.keyboard("jj{ArrowDown}");
    expect(active(grid)).toBe("5");
    await user.keyboard("k{ArrowUp}{ArrowUp}{ArrowUp}");
    expect(active(grid)).toBe("2");
    await user.keyboard("{PageDown}");
    expect(active(grid)).toBe("10");
    await user.keyboard("{Home}");
    expect(active(grid)).toBe("2");
  });

  test("letters can be switched off, arrows stay", async () => {
    const { user, grid } = await show({ letters: false });
    await user.keyboard("jjx");
    expect(active(grid)).toBe("2");
    await user.keyboard("{ArrowDown}");
    expect(active(grid)).toBe("3");
  });

  test("Enter and o open, Space peeks", async () => {
    const onopen = vi.fn();
    const onpeek = vi.fn();
    const { user } = await show({ onopen, onpeek });
    await user.keyboard("j{Enter}jo ");
    expect(onopen.mock.calls.map(([, index]) => index)).toEqual([1, 2]);
    expect(onpeek).toHaveBeenCalledExactlyOnceWith({ id: "r2", name: "Row 2" }, 2);
  });

  test("x selects and releases, Shift+j extends, Escape clears", async () => {
    const selected = new SvelteSet<string>();
    const { user, grid } = await show({ selected });
    await user.keyboard("x");
    expect([...selected]).toEqual(["r0"]);
    await user.keyboard("x");
    expect(selected.size).toBe(0);
    await user.keyboard("{Shift>}JJ{/Shift}");
    expect([...selected]).toEqual(["r0", "r1", "r2"]);
    expect(within(grid).getAllByRole("row", { selected: true })).toHaveLength(3);
    await user.keyboard("{Escape}");
    expect(selected.size).toBe(0);
  });

  test("headings sort and say so", async () => {
    const onsort = vi.fn();
    const { user, grid } = await show({ onsort, sort: { column: "name", descending: false } });
    expect(within(grid).getByRole("columnheader", { name: /Name/ }).getAttribute("aria-sort")).toBe("ascending");
    await user.click(within(grid).getByRole("button", { name: "Name" }));
    expect(onsort).toHaveBeenCalledWith({ column: "name", descending: true });
  });

  test("asks for the rows it will show, and shows that one is on its way", async () => {
    const onneed = vi.fn();
    const { grid } = await show({ onneed, hole: 2 });
    expect(onneed.mock.calls[0]?.[0]).toBe(0);
    expect(within(grid).getByText("Loading…")).toBeTruthy();
  });

  test("an empty list says what it is told to say", () => {
    render(Harness, { props: { count: 0 } });
    expect(screen.getByText("Nothing here")).toBeTruthy();
  });
});

describe("list mode", () => {
  test("is a real table with pages of 100", async () => {
    const user = userEvent.setup();
    const onneed = vi.fn();
    render(Harness, { props: { list: true, count: 250, onneed } });
    expect(screen.getAllByRole("row")).toHaveLength(101);
    expect(screen.getByRole("table", { name: /Rows 1 to 100 of 250/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Next 100" }));
    await user.click(screen.getByRole("button", { name: "Next 100" }));
    expect(screen.getAllByRole("row")).toHaveLength(51);
    expect(onneed.mock.calls.at(-1)).toEqual([200, 249]);
  });

  test("opens and selects by name", async () => {
    const user = userEvent.setup();
    const onopen = vi.fn();
    const selected = new SvelteSet<string>();
    render(Harness, { props: { list: true, count: 3, onopen, selected } });
    await user.click(screen.getByRole("button", { name: "Open Row 1" }));
    await user.click(screen.getByRole("checkbox", { name: "Select Row 2" }));
    expect(onopen).toHaveBeenCalledWith({ id: "r1", name: "Row 1" }, 1);
    expect([...selected]).toEqual(["r2"]);
  });
});
