import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import Inbox from "@lucide/svelte/icons/inbox";
import { tick, type Component } from "svelte";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Desk } from "../../src/app/desk.svelte";
import { sound } from "../../src/app/preferences.svelte";
import { Screens, type Screen } from "../../src/app/screen";
import { widthFor } from "../../src/app/width.svelte";
import { CallFault, type Host, type Push } from "../../src/host";
import { veil } from "../../src/parts/veil.svelte";
import Root from "../../src/Root.svelte";
import { Session } from "../../src/session/session.svelte";
import Probe from "./Probe.svelte";

const view = (state: string, more: object = {}) => ({ state, sample: false, idleLockMinutes: 10, persons: [], recent: [], roles: [], ...more });

function fakeHost(replies: Record<string, unknown>) {
  const heard: ((push: Push) => void)[] = [];
  const call = vi.fn(async (name: string) => {
    const reply = replies[name];
    if (reply instanceof CallFault) throw reply;
    return typeof reply === "function" ? (reply as () => unknown)() : reply;
  });
  const host = { kind: "loopback", call, listen: (one: (push: Push) => void) => (heard.push(one), () => undefined), pageUrl: (path: string) => path };
  return { host: host as unknown as Host, call, push: (push: Push) => heard.forEach((one) => one(push)) };
}

const line = (id: string, keys: string, order: number) => ({ id, label: "app-name", icon: Inbox, section: "views", order, at: { id }, keys });
const screens = new Screens([
  { name: "probe", title: "app-name", component: Probe, sidebar: [line("two", "g d", 2), line("one", "g t", 1)] },
  { name: "lock", title: "app-name", component: Probe, frame: "bare" },
  { name: "firstRun", title: "app-name", component: Probe, frame: "bare" },
] as unknown as Screen[]);

async function start(replies: Record<string, unknown> = {}) {
  const fake = fakeHost({ session: view("open"), lock: view("locked"), people: { n: 1 }, ...replies });
  const desk = new Desk(fake.host, screens, { read: () => ({}), write: () => undefined });
  const session = new Session(desk);
  render(Root as Component<{ desk: Desk; session: Session }>, { props: { desk, session } });
  await session.start();
  await tick();
  return { ...fake, desk, session, user: userEvent.setup() };
}

beforeEach(() => {
  veil.on = false;
});

describe("the window", () => {
  test("opens on the first view, and titles hold no identifier", async () => {
    const { desk } = await start();
    expect(screen.getByRole("heading", { name: "Probe one" })).toBeTruthy();
    expect(desk.navigation.canBack).toBe(false);
    expect(document.title).toBe("Subpoena Desk · Subpoena Desk");
  });

  test("chords go, Alt+arrows go back and forward", async () => {
    const { user } = await start();
    await user.keyboard("gd");
    expect(screen.getByRole("heading", { name: "Probe two" })).toBeTruthy();
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(screen.getByRole("heading", { name: "Probe one" })).toBeTruthy();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(screen.getByRole("heading", { name: "Probe two" })).toBeTruthy();
  });

  test("a screen's letter acts, not inside a text box, not when switched off", async () => {
    const { user, desk } = await start();
    await user.keyboard("n");
    expect(desk.toasts.list).toHaveLength(1);
    await user.click(screen.getByRole("textbox", { name: "Box" }));
    await user.keyboard("n");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Box" }).value).toBe("n");
    (document.activeElement as HTMLElement).blur();
    desk.preferences.set("letters", false);
    await user.keyboard("n");
    expect(desk.toasts.list).toHaveLength(1);
  });

  test("the palette opens with Ctrl+K, finds in the other language and runs", async () => {
    const { user } = await start();
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("dialog");
    await user.keyboard("español{Enter}");
    await waitFor(() => expect(document.documentElement.lang).toBe("es"));
    expect(screen.getAllByText("Bloquear").length).toBeGreaterThan(0);
  });

  test("the sheet of keys shows what works here", async () => {
    const { user } = await start();
    await user.keyboard("?");
    const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(sheet.textContent).toContain("Ctrl+Shift+L");
    expect(sheet.textContent).toContain("Undo");
  });

  test("Ctrl+Shift+L locks at once, also over a dialog, and nothing is left on the screen", async () => {
    const { user, desk, call } = await start();
    desk.toasts.done("Assigned to A. Rivera.");
    desk.paletteOpen = true;
    await screen.findByRole("dialog");
    await user.keyboard("{Control>}{Shift>}L{/Shift}{/Control}");
    expect(desk.stage).toBe("locked");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(call).toHaveBeenCalledWith("lock", {});
    expect(document.body.textContent).not.toContain("A. Rivera");
    expect(screen.queryByRole("navigation")).toBeNull();
  });

  test("idleness locks after the minutes of the session; a key starts them again", async () => {
    vi.useFakeTimers();
    try {
      const { desk } = await start();
      await vi.advanceTimersByTimeAsync(9 * 60_000);
      await fireEvent.keyDown(document.body, { key: "Shift" });
      await vi.advanceTimersByTimeAsync(9 * 60_000);
      expect(desk.stage).toBe("open");
      await vi.advanceTimersByTimeAsync(61_000);
      expect(desk.stage).toBe("locked");
    } finally {
      vi.useRealTimers();
    }
  });

  test("F9 masks, the stripe shows the SAMPLE", async () => {
    const { user } = await start({ session: view("open", { sample: true }) });
    expect(screen.getByRole("region", { name: "SAMPLE" })).toBeTruthy();
    await user.keyboard("{F9}");
    expect(veil.on).toBe(true);
  });

  test("no register leads to the first run, a fault too", async () => {
    expect((await start({ session: view("noRegister") })).desk.stage).toBe("firstRun");
    const { desk, session } = await start({ session: new CallFault({ type: "internal", reference: "r" } as never) });
    expect(desk.stage).toBe("firstRun");
    expect(session.fault).toMatchObject({ type: "internal" });
  });
});

describe("pushes", () => {
  test("a touched subject is read again, another is not", async () => {
    let turn = 0;
    const { push, call } = await start({ people: () => ({ turn: ++turn }) });
    await screen.findByText('read {"turn":1}');
    push({ type: "touched", subjects: [{ type: "policy" }] });
    push({ type: "touched", subjects: [{ type: "people" }] });
    await screen.findByText('read {"turn":2}');
    expect(call.mock.calls.filter(([name]) => name === "people")).toHaveLength(2);
  });

  test("a fault is given to the screen, typed", async () => {
    await start({ people: new CallFault({ type: "storeDamaged", detail: "page 3" } as never) });
    await screen.findByText("fault storeDamaged");
  });

  test("progress shows one job with its cancel, and leaves when it ended", async () => {
    const { push, user, call } = await start();
    const job = { type: "progress", job: "j1", what: "attach", done: 5, total: 10, ended: false } as Push;
    push(job);
    const bar = await screen.findByRole("progressbar", { name: "Attaching files" });
    expect(bar.getAttribute("aria-valuenow")).toBe("50");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(call).toHaveBeenCalledWith("cancel", { job: "j1" });
    push({ ...job, ended: true } as Push);
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  });

  test("dropped files go to the screen that came last", async () => {
    const { push, desk } = await start();
    const files = [{ token: "f1", name: "paper.pdf", length: 3 }];
    const [first, second] = [vi.fn(), vi.fn()];
    desk.drops.add({ label: () => "first", take: first });
    const end = desk.drops.add({ label: () => "second", take: second });
    push({ type: "session", event: "dragOver" } as Push);
    await screen.findByText("second");
    push({ type: "session", event: "dropped", files } as Push);
    end();
    push({ type: "session", event: "dropped", files } as Push);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    expect(desk.drops.over).toBe(false);
  });

  test("a lock from elsewhere clears the window before anything is asked", async () => {
    const { push, desk } = await start();
    push({ type: "session", event: "locked" } as Push);
    expect(desk.stage).toBe("locked");
  });
});

describe("navigation and preferences", () => {
  test("a guard can keep one here", async () => {
    const { desk } = await start();
    const end = desk.navigation.guard(() => false);
    expect(desk.navigation.go("probe" as never, { id: "x" } as never)).toBe(false);
    end();
    expect(desk.navigation.go("probe" as never, { id: "x" } as never)).toBe(true);
  });

  test("a new step forgets what was ahead", async () => {
    const { desk } = await start();
    const { navigation } = desk;
    navigation.go("probe" as never, { id: "a" } as never);
    navigation.go("probe" as never, { id: "b" } as never);
    navigation.back();
    navigation.go("probe" as never, { id: "c" } as never);
    expect(navigation.canForward).toBe(false);
    navigation.back();
    expect(navigation.current.at).toEqual({ id: "a" });
  });

  test("only sound preferences are taken", () => {
    expect(sound({ theme: "pink", textSize: 400, language: "es", letters: "no" })).toMatchObject({
      theme: "system", textSize: 100, language: "es", letters: true,
    });
  });

  test.each([[1440, 100, "wide"], [1359, 100, "middle"], [1000, 100, "middle"], [999, 100, "narrow"], [1440, 150, "narrow"], [1440, 110, "middle"]] as const)(
    "%s px at %s %% is %s", (px, size, layout) => expect(widthFor(px, size)).toBe(layout),
  );
});
