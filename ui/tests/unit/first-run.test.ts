import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import type { CreateRegisterRequest, SessionView } from "../../src/host";
import first from "../../src/views/first-run/screen";
import lock from "../../src/views/lock/screen";
import { fault, sessionView, start, type Script, type Started } from "./scripted";

const KEY = "7K2MD 9QWXE 4RT0B HJ3NP 8VC5S 6YAZG 1F2KM Q7RTX 0BDHE 9WJ3P 5MZQK";
const none = (more: Partial<SessionView> = {}): SessionView =>
  sessionView({ state: "noRegister", register: "", persons: [], person: null, personName: "", roles: [], lastBackup: null, ...more });
const pending = sessionView({ state: "recoveryKeyPending" });

const begin = (script: Script = {}) =>
  start([lock, first], {
    session: none(),
    pick_folder: { token: "t1", name: "Documents", length: null },
    create_register: { recoveryKey: KEY, session: pending },
    ...script,
  });

/** Everything by the keyboard: Tab goes on, Enter sends. */
async function toKey({ user }: Started): Promise<void> {
  screen.getByRole("button", { name: /Found a new register/ }).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { name: "Where to keep it" });
  await user.tab();
  await user.keyboard("{Enter}");
  await screen.findByText("Documents");
  await user.tab();
  await user.keyboard("Legal desk");
  await user.tab();
  await user.keyboard("Example Platform, Inc.{Enter}");
  await screen.findByRole("heading", { name: "You, and your passphrase" });
  await user.tab();
  await user.keyboard("A. Rivera");
  await user.tab();
  await user.tab();
  await user.keyboard(" ");
  screen.getByLabelText("Passphrase").focus();
  await user.keyboard("seven copper lanterns drift");
  screen.getByLabelText("The same passphrase again").focus();
  await user.keyboard("seven copper lanterns drift{Enter}");
}

describe("first run", () => {
  test("says what it is, that nothing leaves, and offers three ways in both languages", async () => {
    const { user } = await begin();
    expect(screen.getByText(/Nothing leaves this computer/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Español" }));
    expect(screen.getByText(/Nada sale de este equipo/)).toBeTruthy();
    expect(document.documentElement.lang).toBe("es");
    expect(screen.getByRole("button", { name: /MUESTRA/ })).toBeTruthy();
  });

  test("founds by the keyboard alone, in four screens, and begins only when the key was typed back", async () => {
    const started = await begin({ confirm_recovery_key: sessionView() });
    const { user, requests, desk } = started;
    await toKey(started);
    await screen.findByRole("heading", { name: "Your recovery key" });
    const request = requests("create_register")[0] as CreateRegisterRequest;
    expect(request).toEqual({
      folder: "t1", name: "Legal desk", organisation: "Example Platform, Inc.", zone: "America/New_York",
      person: "A. Rivera", roles: ["triage", "counsel"], passphrase: "seven copper lanterns drift",
    });
    expect(screen.getAllByRole("listitem").map((one) => one.textContent?.replace(/^\d+/, ""))).toHaveLength(11);
    expect(desk.stage).toBe("firstRun");
    await user.click(screen.getByRole("button", { name: "I have written it down" }));
    expect(document.body.textContent).not.toContain("7K2MD");
    await user.keyboard(`${KEY.toLowerCase()}{Enter}`);
    expect(requests("confirm_recovery_key")).toEqual([{ typed: KEY.toLowerCase() }]);
    await waitFor(() => expect(desk.stage).toBe("open"));
    expect(document.documentElement.outerHTML).not.toContain("9QWXE");
  });

  test("a key that differs keeps what was typed; the key can be shown again", async () => {
    const started = await begin({ confirm_recovery_key: () => fault({ type: "recoveryKeyDiffers" }) });
    const { user, desk } = started;
    await toKey(started);
    await user.click(await screen.findByRole("button", { name: "I have written it down" }));
    const typed = KEY.replace("5MZQK", "5MZQX");
    await user.keyboard(`${typed}{Enter}`);
    const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /Recovery key/ });
    await waitFor(() => expect(box.getAttribute("aria-invalid")).toBe("true"));
    expect(box.value).toBe(typed);
    expect(desk.stage).toBe("firstRun");
    await user.click(screen.getByRole("button", { name: "Show the key again" }));
    expect(screen.getByText("7K2MD")).toBeTruthy();
  });

  test("a program started again has no key to show, and says so", async () => {
    const { user, desk } = await begin({ session: pending, close_register: none() });
    expect(screen.getByText(/shown only once/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Show the key again" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Choose another register" }));
    await screen.findByRole("button", { name: /Found a new register/ });
    expect(desk.stage).toBe("firstRun");
  });

  test("what is missing is said at its field, and nothing is sent", async () => {
    const { user, requests } = await begin();
    await user.click(screen.getByRole("button", { name: /Found a new register/ }));
    await user.click(screen.getByRole("button", { name: "Continue" }));
    for (const text of ["Choose a folder.", "Give the register a name.", "Type the name of the organisation."]) expect(screen.getByText(text)).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: /Name of the register/ }), "a/b");
    expect(screen.getByText(/A folder cannot have this name/)).toBeTruthy();
    expect(requests("create_register")).toEqual([]);
  });

  test("a folder that will not do leads back to the folder, with the reason", async () => {
    const started = await begin({ create_register: () => fault({ type: "networkShare", kind: "nfs" }) });
    await toKey(started);
    await screen.findByRole("heading", { name: "Where to keep it" });
    expect(document.body.textContent).toContain("network share (nfs)");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: /Organisation/ }).value).toBe("Example Platform, Inc.");
  });

  test("a name that is taken is said, and a cancelled dialog changes nothing", async () => {
    const started = await begin({ create_register: () => fault({ type: "registerExists" }) });
    await toKey(started);
    await waitFor(() => expect(document.body.textContent).toContain("There is a register of that name in this folder already."));
  });

  test("the SAMPLE opens at once", async () => {
    const { user, desk } = await begin({ open_sample: sessionView({ sample: true }) });
    await user.click(screen.getByRole("button", { name: /SAMPLE/ }));
    await waitFor(() => expect(desk.stage).toBe("open"));
    expect(screen.getByRole("region", { name: "SAMPLE" })).toBeTruthy();
  });

  test("an existing register is picked and then locked; one used before needs no dialog", async () => {
    const recent = [{ token: "recent-0", name: "Legal desk", present: true }, { token: "recent-1", name: "Old desk", present: false }];
    const { user, desk, requests } = await begin({ session: none({ recent }), open_register: sessionView({ state: "locked", person: null }) });
    expect(screen.getByText("Old desk: its folder is not there now")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open Legal desk" }));
    expect(requests("open_register")).toEqual([{ folder: "recent-0" }]);
    await waitFor(() => expect(desk.stage).toBe("locked"));
  });

  test("cancelling the dialog opens nothing; a folder that is no register is said", async () => {
    let folder: unknown = null;
    const { user, requests } = await begin({ pick_folder: () => folder, open_register: () => fault({ type: "notARegister" }) });
    await user.click(screen.getByRole("button", { name: /Open an existing register/ }));
    expect(requests("open_register")).toEqual([]);
    folder = { token: "t2", name: "Photos", length: null };
    await user.click(screen.getByRole("button", { name: /Open an existing register/ }));
    await waitFor(() => expect(document.body.textContent).toContain("That folder holds no register."));
  });
});
