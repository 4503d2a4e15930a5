import { screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, test } from "vitest";
import type { ActRequest } from "../../src/host";
import { pending } from "../../src/intake/pending.svelte";
import demandScreen from "../../src/views/demand/screen";
import intake from "../../src/views/intake/screen";
import lock from "../../src/views/lock/screen";
import { law, people, policy, view } from "./demand-fixtures";
import { fault, sessionView, start, type Script } from "./scripted";

const done = { seq: "9", touched: [], again: false, reference: "2026-0015" };

beforeEach(() => pending.clear());

async function begin(script: Script = {}) {
  const started = await start([lock, intake, demandScreen], {
    session: sessionView({ roles: ["triage"] }), people, policy, law, load_draft: null as never, save_draft: {} as never, drop_draft: {} as never,
    act: done, demand: view(), pick_files: [], ...script,
  });
  started.desk.navigation.go("intake", {});
  await screen.findByRole("heading", { name: "Log a demand" });
  await waitFor(() => expect(document.activeElement?.tagName).toBe("SELECT"));
  return started;
}

const focused = () => document.activeElement?.closest<HTMLElement>("[data-field]")?.dataset.field;
const save = "{Control>}{Enter}{/Control}";
const acts = (requests: (name: "act") => unknown[]) => requests("act") as ActRequest[];

describe("logging a demand by keyboard alone", () => {
  test("hard fields only, few keys: what is missing takes the focus", async () => {
    const { user, requests } = await begin();
    await user.keyboard(save);
    expect(requests("act")).toEqual([]);
    expect(focused()).toBe("targets");
    expect(screen.getAllByText("Needed before saving.").length).toBe(1);
    await user.keyboard("@river_lantern_88");
    await user.keyboard(save);
    expect(focused()).toBe("channel");
    await user.selectOptions(screen.getByRole("combobox", { name: /How it came/ }), "email");
    await user.keyboard(save);
    await waitFor(() => expect(requests("act")).toHaveLength(1));
    const request = acts(requests as never)[0];
    expect(request?.act).toMatchObject({
      type: "logDemand",
      facts: {
        instrument: "notConfirmed", recipient: "Example Platform, Inc.", channel: "email", received: { at: "2026-11-23T18:00:00.000Z", zone: "America/Los_Angeles" },
        targets: [{ identifier: "@river_lantern_88", kind: "handle" }], returnDate: null, nonDisclosure: { type: "none" },
      },
    });
    expect(request?.op).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(await screen.findByText("Logged as 2026-0015.")).toBeTruthy();
    expect(requests("drop_draft")).toEqual([{ key: "intake" }]);
    // Save and next: an empty form, ready for the next; it came the same way.
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Account 1" }).value).toBe("");
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: /How it came/ }).value).toBe("email");
  });

  test("Enter goes from field to field, Shift+Enter back; in the accounts it adds a line", async () => {
    const { user } = await begin();
    expect(focused()).toBe("instrument");
    await user.keyboard("{Enter}");
    expect(focused()).toBe("numbers");
    await user.keyboard("SPEC-2026-00417{Enter}");
    expect(focused()).toBe("recipient");
    await user.keyboard("{Shift>}{Enter}{/Shift}");
    expect(focused()).toBe("numbers");
    screen.getByRole("textbox", { name: "Account 1" }).focus();
    await user.keyboard("@one{Enter}two@mail.example{Enter}{Enter}");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Account 2" }).value).toBe("two@mail.example");
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Kind of account 2" }).value).toBe("email");
    expect(focused()).not.toBe("targets");
  });

  test("a pasted list becomes accounts", async () => {
    const { user } = await begin();
    screen.getByRole("textbox", { name: "Account 1" }).focus();
    await user.paste("@one\n@two\n203.0.113.7");
    expect(screen.getAllByRole("textbox", { name: /^Account \d$/ }).map((one) => (one as HTMLInputElement).value)).toEqual(["@one", "@two", "203.0.113.7"]);
    expect(screen.getByText("3 accounts")).toBeTruthy();
  });

  test("Ctrl+Shift+Enter saves and opens it, and attaches the files with their roles", async () => {
    const reply = (document: string, sameAs: { demand: string; reference: string }[] = []) => ({
      attached: { document, name: `${document}.pdf`, sha256: "00", length: 4, mediaType: "application/pdf", role: "instrument" as const }, sameAs, alreadyHere: false,
    });
    let number = 0;
    const { user, desk, requests } = await begin({
      pick_files: [{ token: "f1", name: "paper.pdf", length: 9 }, { token: "f2", name: "rider\u202efdp.exe", length: 3 }],
      attach: () => reply(`doc${(number += 1)}`, number === 1 ? [{ demand: "d3", reference: "2026-0003" }] : []),
    });
    await user.keyboard("{Control>}o{/Control}");
    expect(await screen.findByText("rider[U+202E]fdp.exe")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: /How it came/ }), "portal");
    await user.click(screen.getByRole("checkbox", { name: "The paper names no account" }));
    await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await waitFor(() => expect(requests("attach")).toHaveLength(2));
    const logged = acts(requests as never)[0]?.act as { demand: string };
    expect(desk.navigation.current).toEqual({ name: "demand", at: { id: logged.demand } });
    expect(requests("attach")).toEqual([
      { op: expect.any(String), demand: logged.demand, file: "f1", role: "instrument" }, { op: expect.any(String), demand: logged.demand, file: "f2", role: "rider" },
    ]);
    expect(await screen.findByText("doc1.pdf: same file as 2026-0003.")).toBeTruthy();
    expect(desk.jobs.list).toEqual([]);
  });

  test("a file that could not be attached is said and stays until read; the others go on", async () => {
    const { user, desk, requests } = await begin({
      pick_files: [{ token: "f1", name: "gone.pdf", length: 9 }, { token: "f2", name: "b.pdf", length: 3 }],
      attach: (request) => (request.file === "f1" ? fault({ type: "sourceUnreadable" }) : { attached: { document: "x", name: "b.pdf", sha256: "0", length: 3, mediaType: "text/plain", role: "rider" }, sameAs: [], alreadyHere: false }),
    });
    await user.keyboard("{Control>}o{/Control}");
    await screen.findByText("gone.pdf");
    await user.selectOptions(screen.getByRole("combobox", { name: /How it came/ }), "fax");
    await user.click(screen.getByRole("checkbox", { name: "The paper names no account" }));
    await user.keyboard(save);
    await waitFor(() => expect(requests("attach")).toHaveLength(2));
    expect(await screen.findByText(/gone\.pdf was not attached\. The file could not be read\./)).toBeTruthy();
    expect(desk.toasts.list.find((one) => one.text.includes("gone.pdf"))?.tone).toBe("fault");
  });
});

describe("what goes wrong", () => {
  test("a refusal stands at its field and takes the focus; a retry keeps the op id, a change makes a new one", async () => {
    let answer: unknown = fault({ type: "refused", problems: [{ type: "impossible", field: "periodTo" }] });
    const { user, requests } = await begin({ act: () => answer });
    await user.selectOptions(screen.getByRole("combobox", { name: /How it came/ }), "fax");
    await user.click(screen.getByRole("checkbox", { name: "The paper names no account" }));
    await user.keyboard(save);
    expect((await screen.findAllByText("This value cannot be: end of the period.")).length).toBeGreaterThan(0);
    expect(focused()).toBe("periodTo");
    answer = fault({ type: "internal", reference: "r-1" });
    await user.keyboard(save);
    await screen.findByText(/Something went wrong/);
    answer = done;
    await user.keyboard(save);
    await screen.findByText("Logged as 2026-0015.");
    const all = acts(requests as never);
    expect(all).toHaveLength(3);
    expect(new Set(all.map((one) => one.op)).size).toBe(1);
    expect(new Set(all.map((one) => (one.act as { demand: string }).demand)).size).toBe(1);
  });

  test("a draft is kept as it is typed and comes back", async () => {
    const { user, requests } = await begin();
    screen.getByRole("textbox", { name: "Account 1" }).focus();
    await user.keyboard("@river_lantern_88");
    await waitFor(() => expect(requests("save_draft").length).toBeGreaterThan(0), { timeout: 3000 });
    const kept = requests("save_draft").at(-1) as { key: string; value: { demand: string; form: { targets: { identifier: string }[] } } };
    expect(kept.key).toBe("intake");
    expect(kept.value.form.targets[0]?.identifier).toBe("@river_lantern_88");
  });

  test("a kept draft is shown with its own demand id", async () => {
    const first = await begin();
    const form = (await import("../../src/demand/facts/form.svelte")).emptyForm({ recipient: "Example Platform, Inc.", channel: "post", now: "2026-11-23T18:00:00Z", zone: "America/Los_Angeles" });
    form.office = "Chicago";
    form.noTargetStated = true;
    first.desk.enter("locked");
    const { user, requests } = await begin({ load_draft: { key: "intake", value: { demand: "11111111-1111-4111-8111-111111111111", form } } });
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Office" }).value).toBe("Chicago");
    expect(screen.getByText(/This is your draft from before/)).toBeTruthy();
    await user.keyboard(save);
    await waitFor(() => expect(acts(requests as never)[0]?.act).toMatchObject({ demand: "11111111-1111-4111-8111-111111111111", facts: { office: "Chicago", channel: "post" } }));
  });

  test("a return date before service is flagged in words and saved as printed", async () => {
    const { user, requests } = await begin();
    await user.type(screen.getByRole("textbox", { name: "Return date on the paper" }), "1 Nov 2026 5pm ET");
    expect(screen.getByText(/Sun 1 Nov 2026 lies before it was served or received/)).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: /How it came/ }), "fax");
    await user.click(screen.getByRole("checkbox", { name: "The paper names no account" }));
    await user.keyboard(save);
    await waitFor(() => expect(acts(requests as never)[0]?.act).toMatchObject({ facts: { returnDate: { date: "2026-11-01", time: "17:00:00", zone: "America/New_York" } } }));
  });

  test("only counsel can choose that an order or a statute forbids notice", async () => {
    await begin();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /A court's order forbids it/ }).disabled).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /It says an order or a statute/ }).disabled).toBe(false);
  });
});
