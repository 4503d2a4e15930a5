import { readFileSync } from "node:fs";
import { join } from "node:path";
import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import { kebab } from "../../src/fault/kebab";
import type { Backup, Head, RestorePlan, VerifyReport } from "../../src/host";
import { nagOf } from "../../src/register/nag";
import { comparisons, detailWords, verdict } from "../../src/register/verdict";
import { isMessage, language } from "../../src/text/text.svelte";
import first from "../../src/views/first-run/screen";
import lock from "../../src/views/lock/screen";
import register from "../../src/views/register/screen";
import { SRC } from "./files";
import { fault, sessionView, start, type Script } from "./scripted";

const head = (seq: string, id = "r1"): Head => ({ register: id, branch: "b1", seq, digest: "9f86d081" });
const backup = (token: string, made: string, verified = true): Backup => ({ name: `backup ${token}`, token, made, head: head("1100"), length: 48_200_000, verified });
const old = backup("b1", "2026-11-20T18:00:00Z");
const plan: RestorePlan = {
  backup: head("1100"), made: "2026-11-20T18:00:00Z", lastSeen: head("1287"), entriesLost: 187, demands: 42, documents: 1, persons: [{ id: "p1", name: "A. Rivera" }],
};
const report: VerifyReport = {
  head: head("1287"), entries: 1287, signatures: 640, documents: 120, consistent: true, withLastSeen: true, withBackup: null, findings: [], at: "2026-11-23T18:00:00Z",
};

async function begin(script: Script = {}) {
  const started = await start([lock, first, register], { session: sessionView(), backups: [], ...script });
  started.desk.navigation.go("register", {});
  await screen.findByRole("heading", { name: "Backups" });
  return started;
}

describe("backups", () => {
  test("none yet is said loudly, also in the status bar, which leads here", async () => {
    const { user, desk } = await begin({ session: sessionView({ lastBackup: null }) });
    expect(screen.getByText("No backup yet.")).toBeTruthy();
    desk.navigation.go("lock" as never, {} as never);
    await user.click(screen.getByRole("button", { name: "No backup yet" }));
    expect(desk.navigation.current.name).toBe("register");
  });

  test.each([
    [{ lastBackup: null }, { type: "none" }],
    [{ lastBackup: "2026-11-16T18:00:01Z" }, null],
    [{ lastBackup: "2026-11-14T18:00:00Z" }, { type: "old", days: 9 }],
    [{ lastBackup: null, sample: true }, null],
    [{ lastBackup: null, state: "locked" as const }, null],
  ])("%j is reminded of as %j", (more, nag) => expect(nagOf(sessionView(more))).toEqual(nag));

  test("the latest stands first, and one that was not verified is not called good", async () => {
    await begin({ backups: [old, backup("b2", "2026-11-22T18:00:00Z", false)] });
    const rows = within(await screen.findByRole("table", { name: "Backups of this register" })).getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getByRole("rowheader").textContent)).toEqual(["backup b2", "backup b1"]);
    expect(rows[0]?.textContent).toContain("not verified");
    expect(rows[1]?.textContent).toContain("verified by restoring it");
  });

  test("backing up shows progress, can be cancelled, and says that it was verified", async () => {
    let finish: (value: unknown) => void = () => undefined;
    const { user, push, requests } = await begin({ back_up: () => new Promise((done) => (finish = done)), cancel: {} });
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    const { op, folder } = requests("back_up")[0] as { op: string; folder: string | null };
    expect(folder).toBeNull();
    push({ type: "progress", job: op, what: "backUp", done: 10, total: 40, ended: false });
    const section = screen.getByRole("region", { name: "Backups" });
    await waitFor(() => expect(within(section).getByRole("progressbar").getAttribute("aria-valuenow")).toBe("25"));
    await user.click(within(section).getByRole("button", { name: "Cancel" }));
    expect(requests("cancel")).toEqual([{ job: op }]);
    finish(backup("b3", "2026-11-23T18:00:00Z"));
    await screen.findByText("Backup made and verified: backup b3");
    expect(requests("backups").length).toBeGreaterThan(1);
  });

  test("a backup that could not be verified stays said until it is read", async () => {
    const { user, desk } = await begin({ back_up: backup("b3", "2026-11-23T18:00:00Z", false) });
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    await waitFor(() => expect(desk.toasts.list[0]).toMatchObject({ tone: "fault" }));
  });

  test("a full disk is said with what is safe", async () => {
    const { user } = await begin({ back_up: () => fault({ type: "noSpace", needed: 2_000_000, free: 0 }) });
    await user.click(screen.getByRole("button", { name: "Back up now" }));
    await waitFor(() => expect(document.body.textContent).toContain("The disk is full: 0 bytes free."));
  });
});

/** Whoever can open the backup: asked of the backup, not of the register that is open. */
const PEOPLE = [{ id: "p1", name: "A. Rivera" }, { id: "p2", name: "M. Chen" }];

describe("restoring", () => {
  const toPlan = async (script: Script = {}) => {
    const started = await begin({ backups: [old], backup_people: PEOPLE, look_at_backup: plan, ...script });
    await started.user.click(await screen.findByRole("button", { name: "Restore backup b1…" }));
    const dialog = await screen.findByRole("dialog", { name: "Restore backup b1" });
    await within(dialog).findByRole("radio", { name: "A. Rivera", checked: true });
    await started.user.type(within(dialog).getByLabelText(/Passphrase, as it was/), "seven copper{Enter}");
    return { ...started, dialog };
  };

  test("says what would be lost before anything changes, and asks why", async () => {
    const locked = sessionView({ state: "locked", person: null });
    const { dialog, user, requests, desk } = await toPlan({ restore: locked });
    await within(dialog).findByText(/187 entries recorded after it would be lost/);
    for (const text of ["42 demands", "1 document.", "up to entry 1100", "up to entry 1287", "not deleted", "new branch", "A. Rivera"]) expect(dialog.textContent).toContain(text);
    await user.click(within(dialog).getByRole("button", { name: /Restore this backup/ }));
    expect(requests("restore")).toEqual([]);
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "The disk failed.");
    await user.click(within(dialog).getByRole("button", { name: /Restore this backup/ }));
    expect(requests("restore")).toMatchObject([{ backup: "b1", person: "p1", passphrase: "seven copper", reason: "The disk failed." }]);
    await waitFor(() => expect(desk.stage).toBe("locked"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("a restore that fails after it locked is said where the person is then", async () => {
    let fail: () => void = () => undefined;
    const { dialog, user, push, desk, session } = await toPlan({ restore: () => new Promise((_, no) => (fail = () => no(fault({ type: "noSpace", needed: null, free: 0 })))) });
    await within(dialog).findByText(/187 entries/);
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "The disk failed.");
    await user.click(within(dialog).getByRole("button", { name: /Restore this backup/ }));
    push({ type: "session", event: "locked" });
    await waitFor(() => expect(desk.stage).toBe("locked"));
    session.take(sessionView({ state: "locked", person: null }));
    fail();
    await screen.findByText(/The disk is full.*Free some space/);
  });

  test("what cannot be told is said so; another register too", async () => {
    const { dialog } = await toPlan({ look_at_backup: { ...plan, entriesLost: null, lastSeen: head("5", "r2") } });
    await within(dialog).findByText(/cannot be told/);
    expect(dialog.textContent).toContain("another register");
    expect(dialog.textContent).not.toContain("up to entry 5.");
  });

  test("nothing lost is no alarm", async () => {
    const { dialog } = await toPlan({ look_at_backup: { ...plan, entriesLost: 0 } });
    const words = await within(dialog).findByText(/nothing would be lost/);
    expect(words.closest(".lost")).toBeNull();
  });

  test("a wrong passphrase looks into nothing", async () => {
    const { dialog } = await toPlan({ look_at_backup: () => fault({ type: "wrongPassphrase" }) });
    await within(dialog).findByText("That passphrase does not open this backup.");
    expect(within(dialog).queryByRole("button", { name: /Restore this backup/ })).toBeNull();
  });

  test("a register that does not open is restored from its lock screen", async () => {
    const view = sessionView({ state: "locked", person: null });
    const { user, requests } = await start([lock, first, register], {
      session: view, pick_folder: { token: "t9", name: "USB", length: null }, backup_people: PEOPLE, look_at_backup: plan, restore: sessionView(),
    });
    await user.click(screen.getByRole("button", { name: "Restore a backup…" }));
    const dialog = await screen.findByRole("dialog", { name: "Restore USB" });
    await user.click(await within(dialog).findByRole("radio", { name: "M. Chen" }));
    await user.type(within(dialog).getByLabelText(/Passphrase, as it was/), "seven{Enter}");
    await within(dialog).findByText(/187 entries/);
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Damaged.");
    await user.click(within(dialog).getByRole("button", { name: /Restore this backup/ }));
    expect(requests("restore")).toMatchObject([{ backup: "t9", person: "p2", reason: "Damaged." }]);
    await screen.findByText("The backup was restored.");
  });

  test("with no register at all, a backup is restored from the first screen", async () => {
    const none = sessionView({ state: "noRegister", register: "", persons: [], person: null, roles: [] });
    const { user, requests } = await start([lock, first, register], {
      session: none, pick_folder: { token: "t9", name: "USB", length: null }, backup_people: PEOPLE, look_at_backup: plan, restore: sessionView(),
    });
    await user.click(screen.getByRole("button", { name: /Restore a backup/ }));
    const dialog = await screen.findByRole("dialog", { name: "Restore USB" });
    await user.click(await within(dialog).findByRole("radio", { name: "M. Chen" }));
    await user.type(within(dialog).getByLabelText(/Passphrase, as it was/), "seven{Enter}");
    await within(dialog).findByText(/187 entries/);
    expect(requests("look_at_backup")).toEqual([{ backup: "t9", person: "p2", passphrase: "seven" }]);
  });

  test("a backup in another folder is picked by token", async () => {
    const { user, requests } = await begin({ pick_folder: { token: "t9", name: "USB", length: null }, backup_people: PEOPLE, look_at_backup: plan });
    await user.click(screen.getByRole("button", { name: "Restore from another folder…" }));
    const dialog = await screen.findByRole("dialog", { name: "Restore USB" });
    await within(dialog).findByRole("radio", { name: "A. Rivera", checked: true });
    await user.type(within(dialog).getByLabelText(/Passphrase, as it was/), "seven{Enter}");
    expect(requests("look_at_backup")).toEqual([{ backup: "t9", person: "p1", passphrase: "seven" }]);
  });
});

describe("verifying", () => {
  test("every kind of finding of the register has words", () => {
    const source = readFileSync(join(SRC, "../../src-tauri/crates/register/src/verify/report.rs"), "utf8");
    const body = /pub enum Finding \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
    const kinds = [...body.matchAll(/^    ([A-Z]\w+)(?: \{|,)/gm)].map((one) => kebab((one[1] ?? "").replace(/^./, (first) => first.toLowerCase())));
    expect(kinds.length).toBeGreaterThan(12);
    for (const kind of kinds) expect(isMessage(`verify-kind-${kind}`), kind).toBe(true);
  });

  test("what holds, what does not, what was not compared: each apart", () => {
    expect(verdict(report)).toBe("holds");
    expect(verdict({ ...report, withLastSeen: false })).toBe("differs");
    expect(verdict({ ...report, withBackup: false })).toBe("differs");
    expect(verdict({ ...report, findings: [{ kind: "page", place: "3", detail: "" }] })).toBe("differs");
    expect(verdict({ ...report, consistent: false, withLastSeen: true })).toBe("broken");
    expect(comparisons({ ...report, withLastSeen: false }).map((one) => one.holds)).toEqual([true, false, null, null]);
  });

  test("the report is in words, with the head to write down", async () => {
    const { user } = await begin({ verify: report });
    await user.click(screen.getByRole("button", { name: "Verify now" }));
    const section = screen.getByRole("region", { name: "Verify the register" });
    await within(section).findByText("Everything holds.");
    expect(section.textContent).toContain("1,287 entries, 640 signatures, 120 documents");
    expect(section.textContent).toContain("There is no verified backup. Nothing to compare with.");
    expect(section.textContent).toContain("9f86d081");
  });

  test("an older file put back is named as that, and what to do is said", async () => {
    const finding = { kind: "document", place: "0190", detail: "digest differs" };
    const { user } = await begin({ verify: { ...report, consistent: false, withLastSeen: false, findings: [finding] } });
    await user.click(screen.getByRole("button", { name: "Verify now" }));
    const section = screen.getByRole("region", { name: "Verify the register" });
    await within(section).findByText("Something does not hold.");
    expect(document.body.textContent).toContain("An older copy may have been put in its place");
    expect(screen.getByRole("rowheader", { name: "The bytes of a paper" })).toBeTruthy();
    expect(document.body.textContent).toContain("Change nothing now.");
  });

  test("what a finding is about is in words where there are some, in both languages", () => {
    const seen = { kind: "lastSeen", place: "", detail: '{"branch":"b1","digest":"9f86d081","register":"r1","seq":1288}' };
    const changed = { kind: "document", place: "0190", detail: "changed" };
    const words = (code: "en" | "es"): string[] => {
      language.current = code;
      return [detailWords(seen), detailWords({ ...seen, kind: "outside", place: "counsel" }), detailWords(changed)];
    };
    const [spanish, ...others] = words("es");
    expect(spanish).toBe("Anotación 1288, que no está en este registro. Huella 9f86d081");
    expect([spanish, ...others].join()).not.toMatch(/[{}"]/);
    const head = "Entry 1288, which is not in this register. Digest 9f86d081";
    expect(words("en")).toEqual([head, head, "Its bytes are not those taken in."]);
    // What has no words stays as it was written, and what is no head is none.
    for (const detail of ["digest differs", "", "{", "{}", '{"seq":4}']) expect(detailWords({ kind: "row", place: "4", detail })).toBe(detail);
  });

  test("every fault of a paper that the register knows has words", () => {
    const source = readFileSync(join(SRC, "../../src-tauri/crates/register/src/verify/report.rs"), "utf8");
    const body = /pub enum DocumentFault \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? "";
    const faults = [...body.matchAll(/^    ([A-Z]\w+),/gm)].map((one) => (one[1] ?? "").replace(/^./, (first) => first.toLowerCase()));
    expect(faults).toHaveLength(4);
    for (const detail of faults) expect(detailWords({ kind: "document", place: "", detail }), detail).not.toBe(detail);
  });

  test("progress with the job of the push, cancelled by it", async () => {
    const { user, push, requests } = await begin({ verify: () => new Promise(() => undefined), cancel: {} });
    await user.click(screen.getByRole("button", { name: "Verify now" }));
    push({ type: "progress", job: "v1", what: "verify", done: 1, total: 2, ended: false });
    const section = screen.getByRole("region", { name: "Verify the register" });
    await user.click(await within(section).findByRole("button", { name: "Cancel" }));
    expect(requests("cancel")).toEqual([{ job: "v1" }]);
  });
});
