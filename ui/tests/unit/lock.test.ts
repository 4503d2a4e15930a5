import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, test, vi } from "vitest";
import type { SessionView, UnlockRequest } from "../../src/host";
import first from "../../src/views/first-run/screen";
import lock from "../../src/views/lock/screen";
import people from "../../src/views/people/screen";
import stop from "../../src/views/stop/screen";
import { fault, sessionView, start, type Script } from "./scripted";

const locked = (more: Partial<SessionView> = {}): SessionView => sessionView({ state: "locked", person: null, personName: "", roles: [], ...more });
const begin = (script: Script) => start([lock, first, people, stop], { session: locked(), people: { people: { version: "1", persons: [], recoveryKey: null } }, ...script });
const box = () => screen.getByLabelText<HTMLInputElement>("Passphrase");

describe("the lock screen", () => {
  test("asks who, and Enter unlocks", async () => {
    const { user, requests, desk } = await begin({ unlock: sessionView() });
    expect(screen.getByRole("group", { name: "Who is unlocking?" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "M. Chen" }));
    await waitFor(() => expect(document.activeElement).toBe(box()));
    await user.keyboard("seven copper lanterns{Enter}");
    expect(requests("unlock")).toEqual([{ person: "p2", passphrase: "seven copper lanterns" }]);
    await waitFor(() => expect(desk.stage).toBe("open"));
  });

  test("the only person is chosen, and the passphrase has the focus", async () => {
    await begin({ session: locked({ persons: [{ id: "p9", name: "S. Okafor" }] }) });
    await waitFor(() => expect(document.activeElement).toBe(box()));
    expect(screen.getByRole<HTMLInputElement>("radio").checked).toBe(true);
  });

  test("a wrong passphrase says for whom, keeps the focus and asks nothing else", async () => {
    const { user, desk } = await begin({ unlock: () => fault({ type: "wrongPassphrase" }) });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    await user.keyboard("not it{Enter}");
    await screen.findByText("That passphrase does not open this register for A. Rivera.");
    expect(document.activeElement).toBe(box());
    expect(box().getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/Nothing was changed/)).toBeTruthy();
    expect(desk.stage).toBe("locked");
  });

  test("Caps Lock is said while typing and in the refusal", async () => {
    const { user } = await begin({ unlock: () => fault({ type: "wrongPassphrase" }) });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    const event = new KeyboardEvent("keyup", { key: "A", bubbles: true });
    vi.spyOn(event, "getModifierState").mockImplementation((key) => key === "CapsLock");
    await fireEvent(box(), event);
    await screen.findByText("Caps Lock is on.");
    await fireEvent.input(box(), { target: { value: "ABC" } });
    await fireEvent.submit(box().form as HTMLFormElement);
    await screen.findByText(/does not open this register for A\. Rivera\. Caps Lock is on\./);
  });

  test("progress is shown while the key is derived, and a second Enter asks nothing", async () => {
    let finish: (view: SessionView) => void = () => undefined;
    const { user, push, requests, desk } = await begin({ unlock: () => new Promise<SessionView>((done) => (finish = done)) });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    await user.keyboard("seven copper{Enter}");
    push({ type: "progress", job: "u", what: "unlock", done: 1, total: 4, ended: false });
    await waitFor(() => expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("25"));
    await fireEvent.submit(document.querySelector("form") as HTMLFormElement);
    expect(requests("unlock")).toHaveLength(1);
    finish(sessionView());
    await waitFor(() => expect(desk.stage).toBe("open"));
  });

  test("another fault is said in three parts", async () => {
    const { user } = await begin({ unlock: () => fault({ type: "registerInUse", pid: 4711 }) });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    await user.keyboard("seven copper{Enter}");
    const said = (await screen.findByText(/process 4711/)).closest("[role=alert]");
    for (const part of ["What is safe", "What to do"]) expect(said?.textContent).toContain(part);
  });

  test("nobody chosen: nothing is sent", async () => {
    const { user, requests } = await begin({ unlock: sessionView() });
    await user.type(box(), "seven copper{Enter}");
    expect(requests("unlock")).toEqual([]);
    await screen.findByText("Choose your name first.");
  });

  test("locking leaves nothing of the register, and offers whoever was here", async () => {
    const { user, desk } = await begin({
      session: sessionView(),
      lock: locked({ persons: [{ id: "p1", name: "A. Rivera" }, { id: "p2", name: "M. Chen" }] }),
      people: { people: { version: "1", recoveryKey: null, persons: [{ id: "p7", name: "River Lantern", roles: ["triage"], key: "k", removed: false }] } },
    });
    desk.navigation.go("people", {});
    await screen.findByText("River Lantern");
    await user.keyboard("{Control>}{Shift>}L{/Shift}{/Control}");
    await screen.findByRole("heading", { name: "Locked" });
    expect(document.documentElement.outerHTML).not.toContain("River Lantern");
    expect(document.title).toBe("Subpoena Desk");
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>("radio", { name: "A. Rivera" }).checked).toBe(true));
    expect(screen.queryByRole("navigation")).toBeNull();
  });

  test("a computer that slept past the time locks at the first sign of a person", async () => {
    vi.useFakeTimers();
    try {
      const { desk, requests } = await begin({ session: sessionView({ idleLockMinutes: 5 }), lock: locked() });
      // Sleep: the clock goes on, timers do not.
      vi.setSystemTime(Date.now() + 6 * 60_000);
      expect(desk.stage).toBe("open");
      await fireEvent.pointerMove(document.body);
      expect(desk.stage).toBe("locked");
      expect(requests("lock")).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test("roles and settings that changed are read again, and a lock meanwhile is not undone", async () => {
    let view = sessionView();
    const { session, push, desk } = await begin({ session: () => view, lock: locked() });
    view = sessionView({ roles: ["counsel"], lastBackup: null });
    push({ type: "touched", subjects: [{ type: "people" }] });
    await waitFor(() => expect(session.has("counsel")).toBe(true));
    expect(desk.remark?.text()).toBe("No backup yet");
    push({ type: "touched", subjects: [{ type: "policy" }] });
    void session.lock();
    await waitFor(() => expect(session.view?.state).toBe("locked"));
    expect(desk.stage).toBe("locked");
    expect(desk.remark).toBeNull();
  });

  test("other registers lets go of this one", async () => {
    const { user, desk } = await begin({ close_register: sessionView({ state: "noRegister", register: "", persons: [], person: null }) });
    await user.click(screen.getByRole("button", { name: "Other registers…" }));
    await waitFor(() => expect(desk.stage).toBe("firstRun"));
  });
});

describe("the recovery key", () => {
  const key = "7K2MD 9QWXE 4RT0B HJ3NP 8VC5S 6YAZG 1F2KM Q7RTX 0BDHE 9WJ3P 5MZQK";

  test("gives one person a new passphrase", async () => {
    const { user, requests, desk } = await begin({ recover: sessionView({ person: "p2" }) });
    await user.click(screen.getByRole("button", { name: "Use the recovery key…" }));
    await user.type(screen.getByRole("textbox", { name: "Recovery key" }), key);
    await user.click(screen.getByRole("radio", { name: "M. Chen" }));
    await user.type(screen.getByLabelText("Passphrase"), "seven copper lanterns");
    await user.type(screen.getByLabelText("The same passphrase again"), "seven copper lanterns");
    await user.click(screen.getByRole("button", { name: "Give the new passphrase and unlock" }));
    expect(requests("recover")).toEqual([{ recoveryKey: key, person: "p2", passphrase: "seven copper lanterns" }]);
    await waitFor(() => expect(desk.stage).toBe("open"));
  });

  test("a key of the wrong length and two different passphrases are not sent", async () => {
    const { user, requests } = await begin({ recover: sessionView() });
    await user.click(screen.getByRole("button", { name: "Use the recovery key…" }));
    await user.type(screen.getByRole("textbox", { name: "Recovery key" }), "7K2MD 9QWXE");
    await user.type(screen.getByLabelText("Passphrase"), "seven copper lanterns");
    await user.type(screen.getByLabelText("The same passphrase again"), "seven copper lantern");
    await user.click(screen.getByRole("button", { name: "Give the new passphrase and unlock" }));
    expect(requests("recover")).toEqual([]);
    expect(document.body.textContent).toContain("these are 10");
    expect(document.body.textContent).toContain("The two are not the same");
  });

  test("the SAMPLE says its passphrase and needs no recovery key", async () => {
    await begin({ session: locked({ sample: true }) });
    expect(screen.getByText(/Its passphrase is: sample-desk/)).toBeTruthy();
    expect(within(document.body).queryByRole("button", { name: "Use the recovery key…" })).toBeNull();
    expect(screen.getByRole("region", { name: "SAMPLE" })).toBeTruthy();
  });

  test("the passphrase typed on the lock screen is sent once and kept nowhere in the page", async () => {
    const { user, asked } = await begin({ unlock: (request: UnlockRequest) => (request.passphrase === "right" ? sessionView() : fault({ type: "wrongPassphrase" })) });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    await user.keyboard("right{Enter}");
    await waitFor(() => expect(screen.queryByRole("heading", { name: "Locked" })).toBeNull());
    expect(document.documentElement.outerHTML).not.toContain("right{");
    expect(asked.filter(([, request]) => JSON.stringify(request).includes("right")).map(([name]) => name)).toEqual(["unlock"]);
    expect(localStorage.length).toBe(0);
  });
});

describe("a damaged register", () => {
  const damaged = { type: "storeDamaged", detail: "pages" } as const;

  test("is offered to be read with the passphrase typed, and says on every screen that nothing is recorded", async () => {
    const { user, requests, desk } = await begin({ unlock: () => fault(damaged), open_damaged: sessionView({ readOnly: true, roles: [] }) });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    await user.keyboard("seven copper{Enter}");
    await user.click(await screen.findByRole("button", { name: "Open it to read only" }));
    expect(requests("open_damaged")).toEqual([{ person: "p1", passphrase: "seven copper" }]);
    await waitFor(() => expect(desk.stage).toBe("open"));
    await screen.findByText("READ ONLY");
  });

  test("is copied as it is, and the folder of the copy is named", async () => {
    const { user } = await begin({ unlock: () => fault(damaged), quarantine: { name: "Desk.register.quarantine-1" } });
    await user.click(screen.getByRole("radio", { name: "A. Rivera" }));
    await user.keyboard("seven copper{Enter}");
    await user.click(await screen.findByRole("button", { name: "Copy it as it is" }));
    await screen.findByText(/Desk\.register\.quarantine-1/);
    expect(box().value, "what was typed is still there").toBe("seven copper");
  });
});

describe("the red stop", () => {
  const head = (seq: string) => ({ register: "ab".repeat(32), branch: "b", seq, digest: "cd".repeat(32) });
  const halted = (mayAccept: boolean) =>
    sessionView({
      state: "stopped",
      stop: { kind: "headLost", lastSeen: head("41"), found: head("17"), recorded: "2026-11-20T18:00:00Z", mayAccept, whoMay: ["A. Rivera"] },
    });

  test("shows both entries, and nothing of the register", async () => {
    const { desk } = await begin({ session: halted(true) });
    await screen.findByRole("heading", { name: /Stopped/ });
    expect(screen.getByText(/Entry 41/)).toBeTruthy();
    expect(screen.getByText(/Entry 17/)).toBeTruthy();
    expect(desk.stage).toBe("stopped");
  });

  test("an administrator goes on only with a reason", async () => {
    const { user, requests, desk } = await begin({ session: halted(true), accept_head: sessionView() });
    await user.click(await screen.findByRole("button", { name: "Record this and go on" }));
    expect(requests("accept_head")).toEqual([]);
    await user.type(screen.getByLabelText(/What happened/), "the laptop was replaced");
    await user.click(screen.getByRole("button", { name: "Record this and go on" }));
    expect(requests("accept_head")).toEqual([{ reason: "the laptop was replaced", entry: null }]);
    await waitFor(() => expect(desk.stage).toBe("open"));
  });

  test("the first time on a computer, anybody goes on who compared the last entry", async () => {
    const stop = { kind: "neverSeen" as const, lastSeen: null, found: head("17"), recorded: null, mayAccept: true, whoMay: ["A. Rivera", "M. Chen"] };
    const { user, requests, desk } = await begin({ session: sessionView({ state: "stopped", roles: ["triage"], stop }), accept_head: sessionView() });
    const heading = await screen.findByRole("heading", { name: "First time on this computer" });
    // Nothing is wrong: no stop sign.
    expect(heading.parentElement?.querySelector("svg")?.classList.contains("lucide-laptop")).toBe(true);
    await user.type(screen.getByLabelText(/Why this computer/), "my own laptop");
    await user.type(screen.getByLabelText(/Number of the last entry/), "41");
    await user.click(screen.getByRole("button", { name: "Record this and go on" }));
    expect(requests("accept_head")).toEqual([]);
    await screen.findByText(/this is an older copy/);
    await user.clear(screen.getByLabelText(/Number of the last entry/));
    await user.type(screen.getByLabelText(/Number of the last entry/), "17");
    await user.click(screen.getByRole("button", { name: "Record this and go on" }));
    expect(requests("accept_head")).toEqual([{ reason: "my own laptop", entry: "17" }]);
    await waitFor(() => expect(desk.stage).toBe("open"));
  });

  test("a damaged register that is stopped offers nobody to go on", async () => {
    const stop = { kind: "headLost" as const, lastSeen: head("41"), found: head("17"), recorded: null, mayAccept: false, whoMay: [] };
    await begin({ session: sessionView({ state: "stopped", readOnly: true, roles: [], stop }) });
    await screen.findByText(/Nobody can go on with a damaged register/);
    expect(screen.queryByRole("button", { name: "Record this and go on" })).toBeNull();
  });

  test("others are told who may", async () => {
    await begin({ session: halted(false) });
    await screen.findByText(/Only an administrator may go on.*A\. Rivera/);
    expect(screen.queryByRole("button", { name: "Record this and go on" })).toBeNull();
  });
});
