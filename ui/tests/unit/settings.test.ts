import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import type { Policy, Role, Settings } from "../../src/host";
import { PolicyDraft } from "../../src/settings/policy-draft.svelte";
import first from "../../src/views/first-run/screen";
import lock from "../../src/views/lock/screen";
import settings from "../../src/views/settings/screen";
import { fault, sessionView, start, type Script } from "./scripted";

const shipped: Settings = {
  organisation: "Example Platform, Inc.", address: ["1 Main Street", "Springfield"], contact: "legal@example.com", verification: "",
  zone: "America/Los_Angeles", noticeWindowDays: 7, docketRecheckDays: 7, idleLockMinutes: 10,
  helpOrganisations: [{ name: "Help One", contact: "555-0100" }], identifierPatterns: [], keepDataClause: false,
};
const policy = (version = "3", more: Partial<Settings> = {}): Policy => ({ version, settings: { ...shipped, ...more } });
const counsel = { id: "p2", name: "M. Chen", roles: ["counsel" as const], key: "k", removed: false };

async function begin(tab: "computer" | "register" | "passphrase", script: Script = {}, roles: Role[] = ["counsel"]) {
  const started = await start([lock, first, settings], {
    session: sessionView({ roles }), policy: policy(), people: { people: { version: "1", persons: [counsel], recoveryKey: null } }, ...script,
  });
  started.desk.navigation.go("settings", tab === "computer" ? {} : { tab });
  await screen.findByRole("heading", { name: "Settings" });
  return started;
}

const box = (name: RegExp) => screen.getByRole<HTMLInputElement>("textbox", { name });
const done = { seq: "9", touched: [], again: false, reference: null };

describe("settings of the register", () => {
  test("are saved whole, as an act with a reason, on what was seen", async () => {
    const { user, requests } = await begin("register", { act: done });
    await screen.findByRole("textbox", { name: "Organisation" });
    await user.clear(box(/Full days a user has/));
    await user.type(box(/Full days a user has/), "10");
    await user.click(screen.getByRole("checkbox", { name: /please keep your data/ }));
    await user.click(screen.getByRole("button", { name: "Add an organisation" }));
    await user.keyboard("Help Two");
    await user.type(box(/Reason/), "Counsel's decision of today.");
    await user.click(screen.getByRole("button", { name: "Save the settings" }));
    expect(requests("act")).toMatchObject([{
      act: {
        type: "setPolicy",
        reason: "Counsel's decision of today.",
        settings: { ...shipped, noticeWindowDays: 10, keepDataClause: true, helpOrganisations: [...shipped.helpOrganisations, { name: "Help Two", contact: "" }] },
      },
      seen: [{ subject: { type: "policy" }, version: "3" }],
    }]);
    await screen.findByText("The settings are saved.");
  });

  test("the platform's identifiers are patterns with an example; what is wrong with one stands at its row", async () => {
    const refused = () => fault({ type: "refused", problems: [{ type: "patternUnusable", number: 1, flaw: "missesExample" }] });
    const { user, requests } = await begin("register", { act: refused });
    await user.click(await screen.findByRole("button", { name: "Add a pattern" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "What pattern 1 finds" }), "handle");
    await user.type(box(/^Pattern 1/), "river-[[0-9]+");
    await user.type(box(/^Example 1/), "river-88x");
    await user.type(box(/Reason/), "Ours.");
    await user.click(screen.getByRole("button", { name: "Save the settings" }));
    expect(requests("act")).toMatchObject([{ act: { settings: { identifierPatterns: [{ kind: "handle", pattern: "river-[0-9]+", example: "river-88x" }] } } }]);
    const row = await screen.findAllByText(/within a sentence it does not find its example/);
    expect(row.length, "at the row, and in the box of the refusal").toBe(2);
    expect(box(/^Pattern 1/).getAttribute("aria-invalid")).toBe("true");
  });

  test("need a reason, a change, and whole numbers", async () => {
    const { user, requests } = await begin("register", { act: done });
    await user.click(await screen.findByRole("button", { name: "Save the settings" }));
    expect(screen.getByText("Nothing has changed yet.")).toBeTruthy();
    await user.clear(box(/Minutes without/));
    await user.type(box(/Minutes without/), "0");
    expect(screen.getByText("A whole number, 1 or more.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save the settings" }));
    await user.clear(box(/Minutes without/));
    await user.type(box(/Minutes without/), "5");
    await user.click(screen.getByRole("button", { name: "Save the settings" }));
    expect(screen.getByText("Say why.")).toBeTruthy();
    expect(requests("act")).toEqual([]);
  });

  test("an administrator cannot change counsel's windows once there is counsel, and reads who can", async () => {
    await begin("register", {}, ["administrator"]);
    await screen.findByText(/are counsel's to change: M\. Chen\./);
    expect(box(/Full days a user has/).disabled).toBe(true);
    expect(box(/Organisation$/).disabled).toBe(false);
  });

  test("others read them only", async () => {
    await begin("register", {}, ["triage"]);
    await screen.findByText(/Only counsel and administrators/);
    expect(screen.queryByRole("button", { name: "Save the settings" })).toBeNull();
  });

  test("a change from elsewhere fills an untouched form and never takes what was typed", async () => {
    let now = policy();
    const { user, push } = await begin("register", { policy: () => now });
    await screen.findByRole("textbox", { name: "Organisation" });
    now = policy("4", { contact: "desk@example.com" });
    push({ type: "touched", subjects: [{ type: "policy" }] });
    await waitFor(() => expect(box(/How a user reaches us/).value).toBe("desk@example.com"));
    await user.type(box(/How a user reaches us/), "!");
    now = policy("5", { contact: "other@example.com" });
    push({ type: "touched", subjects: [{ type: "policy" }] });
    await screen.findByText(/Somebody changed the settings/);
    expect(box(/How a user reaches us/).value).toBe("desk@example.com!");
    await user.click(screen.getByRole("button", { name: "Show theirs instead" }));
    expect(box(/How a user reaches us/).value).toBe("other@example.com");
  });

  test("a conflict is said and keeps the form", async () => {
    const { user } = await begin("register", { act: () => fault({ type: "conflict", subject: { type: "policy" } }) });
    await screen.findByRole("textbox", { name: "Organisation" });
    await user.type(box(/Organisation$/), " LLC");
    await user.type(box(/Reason/), "New name.");
    await user.click(screen.getByRole("button", { name: "Save the settings" }));
    await screen.findByText(/Someone else changed this/);
    expect(box(/Organisation$/).value).toBe("Example Platform, Inc. LLC");
  });

  test("lines and rows left empty are left out", () => {
    const draft = new PolicyDraft(shipped);
    expect(draft.changes(shipped)).toBe(false);
    draft.address = " 1 Main Street \n\nSpringfield\n";
    draft.help.push({ name: " ", contact: "555" });
    expect(draft.changes(shipped)).toBe(false);
    draft.numbers.noticeWindowDays = "7.5";
    expect(draft.settings).toBeNull();
  });
});

describe("one's own passphrase", () => {
  async function fill(user: Awaited<ReturnType<typeof begin>>["user"], old: string, fresh: string, again = fresh): Promise<void> {
    await user.type(screen.getByLabelText("Passphrase now"), old);
    await user.type(screen.getByLabelText("New passphrase"), fresh);
    await user.type(screen.getByLabelText("The same passphrase again"), `${again}{Enter}`);
  }

  test("is changed with the old one and the new one twice, and then forgotten", async () => {
    const { user, requests } = await begin("passphrase", { change_passphrase: {} });
    await fill(user, "old one here", "green kettle under maps");
    expect(requests("change_passphrase")).toEqual([{ old: "old one here", new: "green kettle under maps" }]);
    await screen.findByText("Your passphrase is changed.");
    expect(screen.getByLabelText<HTMLInputElement>("New passphrase").value).toBe("");
  });

  test("the wrong old one and the same new one are said at their fields", async () => {
    const { user, requests } = await begin("passphrase", { change_passphrase: () => fault({ type: "wrongPassphrase" }) });
    await fill(user, "old one here", "old one here");
    expect(requests("change_passphrase")).toEqual([]);
    expect(screen.getByText("The new one is the same as the old one.")).toBeTruthy();
    await user.type(screen.getByLabelText("New passphrase"), "x");
    await user.type(screen.getByLabelText("The same passphrase again"), "x{Enter}");
    await screen.findByText("That is not your passphrase.");
  });
});

describe("this computer", () => {
  test("language and appearance act at once", async () => {
    const { user, desk } = await begin("computer");
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
    await user.click(screen.getByRole("radio", { name: "Español" }));
    expect(screen.getByRole("heading", { name: "Ajustes" })).toBeTruthy();
    await user.click(screen.getByRole("tab", { name: "Su frase de contraseña" }));
    expect(desk.navigation.current.at).toEqual({ tab: "passphrase" });
  });
});
