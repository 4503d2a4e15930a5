import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import type { Person, Role } from "../../src/host";
import first from "../../src/views/first-run/screen";
import lock from "../../src/views/lock/screen";
import people from "../../src/views/people/screen";
import register from "../../src/views/register/screen";
import { fault, sessionView, start, type Script } from "./scripted";

const one = (id: string, name: string, roles: Role[], removed = false): Person => ({ id, name, roles, key: "k", removed });
const all = [one("p1", "A. Rivera", ["triage", "administrator"]), one("p2", "M. Chen", ["counsel"]), one("p3", "S. Okafor", ["triage"]), one("p4", "T. Nakamura", [], true)];
const view = (persons = all, version = "7") => ({ people: { version, persons, recoveryKey: null } });

async function begin(script: Script = {}, roles: Role[] = ["triage", "administrator"]) {
  const started = await start([lock, first, people, register], { session: sessionView({ roles }), people: view(), backups: [], ...script });
  started.desk.navigation.go("people", {});
  await screen.findByRole("table", { name: "People in this register" });
  return started;
}

const row = (name: string) => screen.getByRole("row", { name: new RegExp(name) });

describe("people", () => {
  test("lists who is here with their roles, apart who was removed", async () => {
    await begin();
    const table = screen.getByRole("table", { name: "People in this register" });
    expect(within(table).getAllByRole("rowheader").map((cell) => cell.textContent)).toEqual(["A. Riverayou", "M. Chen", "S. Okafor"]);
    expect(row("A. Rivera").textContent).toContain("Triage, Administrator");
    expect(screen.getByText("T. Nakamura")).toBeTruthy();
    expect(within(row("A. Rivera")).queryByRole("button", { name: "Remove…" })).toBeNull();
  });

  test("who is no administrator sees who is, and no way to change people", async () => {
    await begin({}, ["triage"]);
    expect(screen.getByText(/Only an administrator adds.*Ask A\. Rivera/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Add a person/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Change roles/ })).toBeNull();
  });

  test("counsel may give the role counsel, and nothing else", async () => {
    const { user } = await begin({}, ["counsel"]);
    await user.click(within(row("S. Okafor")).getByRole("button", { name: "Change roles…" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole<HTMLInputElement>("checkbox", { name: "Counsel" }).disabled).toBe(false);
    expect(within(dialog).getByRole<HTMLInputElement>("checkbox", { name: "Triage" }).disabled).toBe(true);
  });

  test("adds a person, who types their own passphrase", async () => {
    const { user, requests } = await begin({ add_person: view([...all, one("p5", "R. Silva", ["triage", "letters"])], "8") });
    await user.keyboard("n");
    const dialog = await screen.findByRole("dialog", { name: "Add a person" });
    await user.type(within(dialog).getByRole("textbox", { name: /Name/ }), "R. Silva");
    expect(within(dialog).getByText("Now let R. Silva type, and look away.")).toBeTruthy();
    await user.click(within(dialog).getByRole("checkbox", { name: "Letters" }));
    await user.type(within(dialog).getByLabelText("Passphrase"), "green kettle under maps");
    await user.type(within(dialog).getByLabelText("The same passphrase again"), "green kettle under maps");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(requests("add_person")).toEqual([{ op: expect.stringMatching(/^[0-9a-f]{8}-/), name: "R. Silva", roles: ["triage", "letters"], passphrase: "green kettle under maps" }]);
    expect(screen.getByText("R. Silva was added and can unlock now.")).toBeTruthy();
  });

  test("a half-filled form sends nothing and says what is missing", async () => {
    const { user, requests } = await begin();
    await user.keyboard("n");
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("checkbox", { name: "Triage" }));
    await user.click(within(dialog).getByRole("button", { name: /Add this person/ }));
    for (const text of ["Type your name.", "Choose at least one role.", "At least 8 characters."]) {
      await waitFor(() => expect(dialog.textContent).toContain(text === "Type your name." ? "Type" : text));
    }
    expect(requests("add_person")).toEqual([]);
  });

  test("“counsel grants counsel” is said in words, and the same try keeps its op id", async () => {
    const { user, requests } = await begin({ act: () => fault({ type: "refused", problems: [{ type: "counselGrantsCounsel" }] }) });
    await user.click(within(row("S. Okafor")).getByRole("button", { name: "Change roles…" }));
    const dialog = await screen.findByRole("dialog", { name: "Roles of S. Okafor" });
    expect(dialog.textContent).toContain("Counsel is given only by somebody who is counsel: M. Chen.");
    await user.click(within(dialog).getByRole("checkbox", { name: "Counsel" }));
    const set = within(dialog).getByRole("button", { name: /Set roles/ });
    await user.click(set);
    const said = await within(dialog).findByRole("alert");
    for (const text of ["Only counsel grants the role of counsel.", "Nothing was changed", "Ask one of your counsel"]) expect(said.textContent).toContain(text);
    await user.click(set);
    await user.click(within(dialog).getByRole("checkbox", { name: "Letters" }));
    await user.click(set);
    const sent = requests("act") as { op: string; act: unknown; seen: unknown }[];
    expect(sent[0]).toMatchObject({ act: { type: "setRoles", person: "p3", roles: ["triage", "counsel"] }, seen: [{ subject: { type: "people" }, version: "7" }], happened: null });
    expect(sent[1]?.op).toBe(sent[0]?.op);
    expect(sent[2]?.op).not.toBe(sent[0]?.op);
  });

  test("removing asks for a reason, shows the key changing, and lists backups that still open", async () => {
    let finish: (value: unknown) => void = () => undefined;
    const { user, requests, push, desk } = await begin({ remove_person: () => new Promise((done) => (finish = done)) });
    await user.click(within(row("S. Okafor")).getByRole("button", { name: "Remove…" }));
    const dialog = await screen.findByRole("dialog", { name: "Remove S. Okafor" });
    await user.click(within(dialog).getByRole("button", { name: /Remove and change the key/ }));
    expect(within(dialog).getByText("Say why.")).toBeTruthy();
    expect(requests("remove_person")).toEqual([]);
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Left the company.");
    await user.click(within(dialog).getByRole("button", { name: /Remove and change the key/ }));
    push({ type: "progress", job: "x", what: "rotate", done: 30, total: 60, ended: false });
    await waitFor(() => expect(within(dialog).getByRole("progressbar").getAttribute("aria-valuenow")).toBe("50"));
    finish({ people: view(), oldBackups: [{ made: "2026-11-20T18:00:00Z", name: "usb/Desk-20261120", elsewhere: true }] });
    await within(dialog).findByText(/usb\/Desk-20261120.*put elsewhere/);
    expect(dialog.textContent).toContain("cannot be seen from here");
    expect(dialog.textContent).toContain("still open with the passphrase of S. Okafor");
    expect(requests("remove_person")).toMatchObject([{ person: "p3", reason: "Left the company." }]);
    await user.click(within(dialog).getByRole("button", { name: "Go to backups" }));
    expect(desk.navigation.current.name).toBe("register");
  });

  test("the last administrator is refused in words", async () => {
    const { user } = await begin({ act: () => fault({ type: "refused", problems: [{ type: "lastOfRole", role: "administrator" }] }) });
    await user.click(within(row("A. Rivera")).getByRole("button", { name: "Change roles…" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("checkbox", { name: "Administrator" }));
    await user.click(within(dialog).getByRole("button", { name: /Set roles/ }));
    await waitFor(() => expect(dialog.textContent).toContain("This is the last person with the role administrator."));
  });

  test("a rename is an act on the list as seen", async () => {
    const { user, requests } = await begin({ act: { seq: "9", touched: [], again: false, reference: null } });
    await user.click(within(row("S. Okafor")).getByRole("button", { name: "Change name…" }));
    const box = within(await screen.findByRole("dialog")).getByRole("textbox", { name: /Name/ });
    await user.clear(box);
    await user.type(box, "S. Okafor-Diaz{Enter}");
    expect(requests("act")).toMatchObject([{ act: { type: "renamePerson", person: "p3", name: "S. Okafor-Diaz" } }]);
  });

  test("the table of who may do what has words for its marks", async () => {
    await begin();
    const table = screen.getByRole("rowheader", { name: "Verify an order, set a paper aside, end a proceeding" }).closest("tr");
    expect([...(table?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent?.trim())).toEqual([
      "Triage may not", "Counsel may", "Letters may not", "Records may not", "Auditor may not", "Administrator may not",
    ]);
  });
});
