import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import DateTimeZone from "../../src/parts/datetime/DateTimeZone.svelte";
import FaultBox from "../../src/parts/FaultBox.svelte";
import { keyed } from "../../src/parts/palette/search";
import ProgressBar from "../../src/parts/ProgressBar.svelte";
import TextBox from "../../src/parts/TextBox.svelte";
import { Toasts } from "../../src/parts/toasts.svelte";
import { masked } from "../../src/parts/veil.svelte";
import { language } from "../../src/text/text.svelte";

describe("FaultBox", () => {
  const words = { happened: "The register cannot be written.", safe: "Your last change is saved.", todo: "Free some space." };

  test("says what happened, what is safe and what to do, at once", () => {
    render(FaultBox, { props: words });
    const box = screen.getByRole("alert");
    for (const text of [...Object.values(words), "What is safe", "What to do"]) expect(box.textContent).toContain(text);
    expect(box.querySelector("details")).toBeNull();
  });

  test("folds the details and lists the points", () => {
    render(FaultBox, { props: { ...words, points: ["First", "Second"], details: "a1b2" } });
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    expect(screen.getByText("a1b2").closest("details")?.open).toBe(false);
  });

  test("speaks Spanish", () => {
    language.current = "es";
    render(FaultBox, { props: words });
    expect(screen.getByText("Qué está a salvo")).toBeTruthy();
  });
});

describe("DateTimeZone", () => {
  const base = { label: "Return date", today: "2026-11-23", zone: "America/New_York", holidays: new Set(["2026-11-26"]) };

  test("reads what is typed, says it back and gives it out", async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(DateTimeZone, { props: { ...base, onchange } });
    await user.type(screen.getByRole("textbox", { name: "Return date" }), "3 Dec 2026 5pm PT");
    expect(onchange).toHaveBeenLastCalledWith({ date: "2026-12-03", time: "17:00", zone: "America/Los_Angeles" });
    expect(screen.getByText(/Thu 3 Dec 2026, 5:00 PM PST/)).toBeTruthy();
    expect(screen.getByText(/in 10 calendar days, 7 business days/)).toBeTruthy();
  });

  test("offers the other reading of 3/12", async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(DateTimeZone, { props: { ...base, dayOnly: true, onchange } });
    await user.type(screen.getByRole("textbox"), "3/12/2026");
    await user.click(screen.getByRole("button", { name: "Read it with the day first" }));
    expect(onchange).toHaveBeenLastCalledWith({ date: "2026-12-03", time: null, zone: "America/New_York" });
  });

  test("an impossible day is said in words and gives nothing", async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(DateTimeZone, { props: { ...base, onchange } });
    const box = screen.getByRole("textbox");
    await user.type(box, "30 Feb 2027");
    expect(onchange).toHaveBeenLastCalledWith(null);
    expect(box.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/no such day/)).toBeTruthy();
  });

  test("a value given is written out, and a chosen zone keeps the wall time", async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(DateTimeZone, { props: { ...base, value: { date: "2026-12-03", time: "17:00", zone: "America/New_York" }, onchange } });
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("Thu 3 Dec 2026 5:00 PM");
    await user.selectOptions(screen.getByRole("combobox"), "America/Chicago");
    expect(onchange).toHaveBeenLastCalledWith({ date: "2026-12-03", time: "17:00", zone: "America/Chicago" });
  });
});

describe("small parts", () => {
  test("a field ties label, hint and error to its box", () => {
    render(TextBox, { props: { label: "Number", hint: "As printed", error: "Type it", required: true } });
    const box = screen.getByRole("textbox", { name: /Number/ });
    expect(box.getAttribute("aria-required")).toBe("true");
    expect(box.getAttribute("aria-invalid")).toBe("true");
    const told = (box.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    expect(told.join(" ")).toMatch(/As printed.*Type it/);
  });

  test("progress is a number when the end is known, and can be cancelled", async () => {
    const oncancel = vi.fn();
    render(ProgressBar, { props: { label: "Reading", done: 3, total: 20, oncancel } });
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("15");
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(oncancel).toHaveBeenCalledOnce();
  });

  test("a done toast leaves after ten seconds unless held, a fault stays", () => {
    vi.useFakeTimers();
    const toasts = new Toasts();
    toasts.done("Saved", () => undefined);
    toasts.fault("Not saved");
    toasts.done("Held");
    toasts.hold(3);
    vi.advanceTimersByTime(10_001);
    expect(toasts.list.map((one) => one.text)).toEqual(["Not saved", "Held"]);
    vi.useRealTimers();
  });

  test("masking keeps two tellable and none readable", () => {
    expect(masked("@river_lantern_88")).toBe("@ri•••88");
    expect(masked("@abc")).toBe("@•••");
    expect(masked("a.rivera@example.org")).toBe("a.•••rg");
  });

  test("the palette finds by any word in any language, accents or not", () => {
    const things = [["Draft letter", "Redactar carta"], ["Lock", "Bloquear"], ["Days ahead", "Días"]];
    const texts = (one: string[]) => one;
    expect(keyed(things, "carta", texts)).toEqual([things[0]]);
    expect(keyed(things, "dias", texts)).toEqual([things[2]]);
    expect(keyed(things, "let dra", texts)).toEqual([things[0]]);
    expect(keyed(things, "zzz", texts)).toEqual([]);
    expect(keyed(things, "", texts)).toHaveLength(3);
  });
});
