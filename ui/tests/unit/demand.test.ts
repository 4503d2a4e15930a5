import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, test, vi } from "vitest";
import type { ActRequest, DemandRequest, DemandView } from "../../src/host";
import demandScreen from "../../src/views/demand/screen";
import intake from "../../src/views/intake/screen";
import lock from "../../src/views/lock/screen";
import queue from "../../src/views/queue/screen";
import { compulsion, counts, facts, law, people, policy, row, view } from "./demand-fixtures";
import { fault, sessionView, start, type Script } from "./scripted";

const done = { seq: "9", touched: [{ subject: { type: "demand" as const, id: "d1" }, version: "4" }], again: false, reference: null };

async function begin(shown: DemandView = view(), script: Script = {}, at: Record<string, string> = {}) {
  const started = await start([lock, queue, intake, demandScreen], {
    session: sessionView({ roles: ["triage"] }), people, policy, law, queue_counts: counts, queue: { rows: [row(1), row(2)], next: null, total: 2 }, load_draft: null as never,
    save_draft: {} as never, drop_draft: {} as never, demand: shown, act: done, timeline: [], ...script,
  });
  started.desk.navigation.go("demand", { id: "d1", ...at });
  await screen.findByRole("heading", { name: "2026-0003", level: 1 });
  return started;
}

const acts = (requests: (name: "act") => unknown[]) => (requests("act") as ActRequest[]).map((one) => one.act);
const save = "{Control>}{Enter}{/Control}";
const page = () => document.querySelector<HTMLElement>(".page")?.focus();

describe("the frame of a demand", () => {
  test("the order banner is a named region above the tabs, and a change of state is told at once", async () => {
    let shown = view();
    const { desk, push } = await begin(shown, { demand: () => shown });
    const banner = screen.getByRole("region", { name: "Court order status" });
    expect(within(banner).getByRole("heading", { name: "No enforcement order on record" })).toBeTruthy();
    expect(banner.closest("[role=tabpanel]")).toBeNull();
    expect(desk.announcer.urgent).toBe("");
    shown = view({ compulsion: compulsion({ headline: "claimed", claims: 1 }) });
    push({ type: "touched", subjects: [{ type: "demand", id: "d1" }] });
    await waitFor(() => expect(desk.announcer.urgent).toContain("Order claimed, not yet verified: counsel now"));
  });

  test("dates stand in two lanes with both calendars; warnings in words; steps say who waits", async () => {
    await begin(view({
      dates: [
        { kind: "returnDate", at: "2026-12-04T01:00:00Z", zone: "America/Los_Angeles", theirs: true, businessDays: 7, days: 10 },
        { kind: "actBy", at: "2026-11-30T08:00:00Z", zone: "America/Los_Angeles", theirs: false, businessDays: 4, days: 7 },
      ],
      warnings: [{ type: "returnBeforeService" }, { type: "fieldsEmpty", fields: ["returnDate", "records"] }, { type: "sameNumber", reference: "2026-0001" }],
    }, { step: "withCounsel" }));
    expect(screen.getAllByText("10 calendar days, 7 business days")).toHaveLength(1);
    expect(screen.getByText("Empty, and asked for next: Return date on the paper, Records asked for.")).toBeTruthy();
    expect(screen.getByText("The agency's number is on 2026-0001 too.")).toBeTruthy();
    const steps = screen.getByRole("navigation", { name: "Steps of the demand" });
    expect(within(steps).getByRole("button", { current: "step" }).textContent).toContain("waits for counsel");
  });

  test("a changed tab asks the register nothing", async () => {
    const { user, requests } = await begin();
    const before = requests("demand").length;
    await user.click(screen.getByRole("tab", { name: /Files/ }));
    expect(await screen.findByText("No paper is attached.")).toBeTruthy();
    expect(requests("demand")).toHaveLength(before);
  });
});

describe("what can be done", () => {
  test("assign, and undo by Ctrl+Z: a compensating act, nothing taken away", async () => {
    const { user, requests } = await begin();
    page();
    await user.keyboard("a");
    await user.selectOptions(await screen.findByRole("combobox", { name: "Owner" }), "p2");
    await user.keyboard(save);
    expect(await screen.findByText("2026-0003: owner is M. Chen.")).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(acts(requests as never)).toEqual([{ type: "assign", demand: "d1", owner: "p2" }, { type: "assign", demand: "d1", owner: "p1" }]));
    expect((requests("act")[0] as ActRequest).seen).toEqual([{ subject: { type: "demand", id: "d1" }, version: "3" }]);
    await user.keyboard("{Control>}z{/Control}");
    expect(await screen.findByText("There is nothing to undo in this session.")).toBeTruthy();
  });

  test("where nothing may be done nothing is offered, and no key does it", async () => {
    const { user, requests } = await begin(view({ may: [] }, { step: "needsTriage" }));
    page();
    for (const name of [/Change the facts/, /Triage done/, /Lift the hold|Place a hold/]) expect(screen.queryByRole("button", { name })).toBeNull();
    await user.keyboard("1sam");
    expect(acts(requests as never)).toEqual([]);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "History…" })).toBeTruthy();
  });

  test("s sends to counsel with a note; who may not is told who may", async () => {
    const { user } = await begin(view(), { act: () => fault({ type: "refused", problems: [{ type: "notAllowed", roles: ["triage", "counsel"], who: ["M. Chen"] }] }) });
    page();
    await user.keyboard("s");
    await user.type(await screen.findByRole("textbox", { name: "Note for counsel" }), "Please look");
    await user.keyboard(save);
    expect(await screen.findByText(/Ask M\. Chen/)).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note for counsel" }).value).toBe("Please look");
  });

  test("1 finishes triage at once when the type is confirmed", async () => {
    const { user, requests } = await begin(view({}, { step: "needsTriage" }));
    page();
    await user.keyboard("1");
    await waitFor(() => expect(acts(requests as never)).toEqual([{ type: "triage", demand: "d1", note: "" }]));
  });

  test("1 on an unconfirmed paper asks what it is, amends, then finishes triage with the new version", async () => {
    const before = facts({ instrument: "notConfirmed" });
    const { user, requests } = await begin(view({ compulsion: compulsion({ guard: "notConfirmed" }) }, { step: "needsTriage", facts: before }));
    page();
    await user.keyboard("1");
    const dialog = await screen.findByRole("dialog");
    await user.keyboard(save);
    expect(requests("act")).toEqual([]);
    expect(within(dialog).getByText("Needed before saving.")).toBeTruthy();
    await user.click(within(dialog).getByRole("radio", { name: "Customs summons, DHS Form 3115" }));
    await user.keyboard(save);
    await waitFor(() => expect(requests("act")).toHaveLength(2));
    expect(acts(requests as never)).toEqual([
      { type: "amendDemand", demand: "d1", facts: { ...before, instrument: "dhs3115" }, reason: "Type of paper confirmed at triage" }, { type: "triage", demand: "d1", note: "" },
    ]);
    expect((requests("act")[1] as ActRequest).seen).toEqual(done.touched);
  });

  test("3 records what the paper is and sends it to counsel", async () => {
    const { user, requests } = await begin(view({}, { step: "needsTriage" }));
    page();
    await user.keyboard("3");
    await user.click(await screen.findByRole("radio", { name: "Grand jury subpoena" }));
    await user.keyboard(save);
    await waitFor(() => expect(acts(requests as never).map((one) => one.type)).toEqual(["amendDemand", "sendToCounsel"]));
  });

  test("2 links a duplicate found by its reference and closes this one", async () => {
    const { user, requests } = await begin();
    page();
    await user.keyboard("2");
    await user.type(await screen.findByRole("textbox", { name: "Find the other one" }), "2026-0002");
    await waitFor(() => expect(requests("queue").at(-1)).toMatchObject({ view: "all", text: "2026-0002" }));
    await user.click(await screen.findByRole("radio", { name: /2026-0002/ }));
    await user.keyboard(save);
    await waitFor(() => expect(acts(requests as never)).toEqual([
      { type: "linkDemand", demand: "d1", link: { kind: "duplicate", demand: "d2" } }, { type: "close", demand: "d1", outcome: "duplicate", note: "" },
    ]));
  });

  test("closing asks for an outcome and for every open notice decision, and makes them", async () => {
    const { user, requests } = await begin(view({}, { notices: [{ target: "t1", decision: { type: "notify" }, by: "p1", byCounsel: false }] }));
    page();
    await user.keyboard("e");
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).queryByText("@river_lantern_88")).toBeNull();
    expect(within(dialog).getByText("quiet@mail.example")).toBeTruthy();
    await user.keyboard(save);
    expect(requests("act")).toEqual([]);
    await user.selectOptions(within(dialog).getByRole("combobox", { name: /Outcome/ }), "objected");
    await user.click(within(dialog).getByRole("radio", { name: "No" }));
    await user.keyboard(save);
    expect(within(dialog).getByText("Say why.")).toBeTruthy();
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "account closed by the user");
    await user.keyboard(save);
    await waitFor(() => expect(acts(requests as never)).toEqual([
      { type: "decideNotice", demand: "d1", target: "t2", decision: { type: "no", reason: "account closed by the user" } }, { type: "close", demand: "d1", outcome: "objected", note: "" },
    ]));
  });

  test("changing facts asks for a reason; what was there before is what undo brings back", async () => {
    const { user, requests } = await begin();
    page();
    await user.keyboard("m");
    const office = await screen.findByRole("textbox", { name: "Office" });
    await user.clear(office);
    await user.type(office, "Oakland");
    await user.type(screen.getByRole("textbox", { name: /Why is this changed/ }), "misread");
    await user.keyboard(save);
    await waitFor(() => expect(acts(requests as never)).toEqual([{ type: "amendDemand", demand: "d1", facts: facts({ office: "Oakland" }), reason: "misread" }]));
    await waitFor(() => expect(screen.queryByRole("textbox", { name: "Office" })).toBeNull());
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(acts(requests as never)[1]).toEqual({ type: "amendDemand", demand: "d1", facts: facts(), reason: "Undone" }));
  });

  test("files dropped here ask which half they belong to", async () => {
    const { user, desk, push, requests } = await begin(view(), {
      attach: { attached: { document: "x", name: "b.pdf", sha256: "0", length: 3, mediaType: "application/pdf", role: "instrument" }, sameAs: [], alreadyHere: true },
    });
    push({ type: "session", event: "dropped", files: [{ token: "f1", name: "b.pdf", length: 3 }] });
    await screen.findByRole("button", { name: /Add to this demand/ });
    await user.keyboard("1");
    await waitFor(() => expect(requests("attach")).toEqual([{ op: expect.any(String), demand: "d1", file: "f1", role: "instrument" }]));
    expect(await screen.findByText("b.pdf is attached to this demand already; nothing was added.")).toBeTruthy();
    push({ type: "session", event: "dropped", files: [{ token: "f2", name: "c.pdf", length: 3 }] });
    await user.click(await screen.findByRole("button", { name: /New demand/ }));
    expect(desk.navigation.current.name).toBe("intake");
  });
});

describe("files", () => {
  test("name, type by content, size, digest, same file, export byte for byte", async () => {
    const { user, requests } = await begin(
      view({ warnings: [{ type: "sameFile", document: "doc1", reference: "2026-0001" }] }, {
        documents: [{ document: "doc1", name: "x\u202efdp.exe", sha256: "ab".repeat(32), length: 1_400_000, mediaType: "application/pdf", role: "instrument" }],
      }),
      { export_document: true }, { tab: "files" },
    );
    expect(screen.getByRole("heading", { name: "x[U+202E]fdp.exe" })).toBeTruthy();
    expect(screen.getByText("Same file as on 2026-0001.")).toBeTruthy();
    expect(screen.getByText("application/pdf")).toBeTruthy();
    expect(screen.getByText("abababab ".repeat(8).trim())).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Export x[U+202E]fdp.exe" }));
    await waitFor(() => expect(requests("export_document")).toEqual([{ op: expect.any(String), demand: "d1", document: "doc1" }]));
    expect(await screen.findByText("x[U+202E]fdp.exe was saved byte for byte.")).toBeTruthy();
  });

  test("what hangs on a mail is listed, and kept as a file of its own by a button", async () => {
    vi.stubGlobal("IntersectionObserver", class { observe() {} disconnect() {} });
    const mail = { document: "doc1", name: "mail.eml", sha256: "ab".repeat(32), length: 9000, mediaType: "message/rfc822", role: "cover" as const };
    const pdf = { ...mail, document: "doc2", name: "order.pdf", length: 4000, mediaType: "application/pdf", role: "courtPaper" as const, from: { document: "doc1", part: 3 } };
    let documents: (typeof mail | typeof pdf)[] = [mail];
    const part = (number: number, name: string, withheld: string | null = null) => ({ number, name, mediaType: "application/pdf", length: 4000, withheld });
    const { user, requests } = await begin(view({}, { documents }), {
      demand: () => view({}, { documents }), pages: { type: "read", pages: [] } as never,
      paper: { type: "open", pages: 0, format: "mail", drawn: false, title: null, encrypted: false, outline: [], cautions: [], parts: [part(3, "order.pdf"), part(4, "bomb.zip", "tooLarge")] } as never,
      attach_part: () => ((documents = [mail, pdf]), { type: "kept", attached: pdf, sameAs: [], alreadyHere: false }),
    }, { tab: "files" });
    await user.click(screen.getByRole("button", { name: "Look at it: mail.eml" }));
    expect(await screen.findByText("2 files are inside it")).toBeTruthy();
    expect(screen.getByText(/larger than what is shown/)).toBeTruthy();
    const role = screen.getByRole<HTMLSelectElement>("combobox", { name: "What order.pdf is" });
    expect(role.value, "its name does not tell what it is").toBe("other");
    await user.selectOptions(role, "courtPaper");
    await user.click(screen.getByRole("button", { name: "Keep as a file of its own: order.pdf" }));
    expect(requests("attach_part")).toEqual([{ op: expect.any(String), demand: "d1", document: "doc1", part: 3, role: "courtPaper" }]);
    expect(await screen.findByText("Kept as a file of its own")).toBeTruthy();
    expect(screen.getByText("Out of mail.eml")).toBeTruthy();
  });

  test("another file that only has its number does not pass for it", async () => {
    vi.stubGlobal("IntersectionObserver", class { observe() {} disconnect() {} });
    const mail = { document: "doc1", name: "mail.eml", sha256: "ab".repeat(32), length: 9000, mediaType: "message/rfc822", role: "cover" as const };
    const other = { ...mail, document: "doc2", name: "note.txt", length: 12, from: { document: "doc1", part: 0 } };
    const { user } = await begin(view({}, { documents: [mail, other] }), {
      pages: { type: "read", pages: [] } as never,
      paper: { type: "open", pages: 0, format: "mail", drawn: false, title: null, encrypted: false, outline: [], cautions: [], parts: [{ number: 0, name: "order.pdf", mediaType: "application/pdf", length: 4000, withheld: null }] } as never,
    }, { tab: "files" });
    await user.click(screen.getByRole("button", { name: "Look at it: mail.eml" }));
    expect(await screen.findByRole("button", { name: "Keep as a file of its own: order.pdf" })).toBeTruthy();
  });
});

describe("history", () => {
  test("asks for both times, says so, and nothing can be done from it", async () => {
    const asked: DemandRequest[] = [];
    const { user, requests } = await begin(view(), {
      demand: (request) => (asked.push(request), request.asOf === null && request.knownAt === null ? view() : view({ history: true, asOf: request.asOf ?? "2026-11-23T18:00:00Z" })),
    });
    await user.click(screen.getByRole("button", { name: "History…" }));
    await user.type(screen.getByRole("textbox", { name: "What was true on" }), "20 Nov 2026{Enter}");
    expect(await screen.findByText("This is history.")).toBeTruthy();
    expect(asked.at(-1)).toEqual({ demand: "d1", asOf: "2026-11-21T07:59:00.000Z", knownAt: null });
    for (const name of ["Change the facts", "Send to counsel", "Lift the hold…", /Owner/]) expect(screen.queryByRole("button", { name })).toBeNull();
    page();
    await user.keyboard("ase12m");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(requests("act")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Back to now" }));
    await waitFor(() => expect(screen.queryByText("This is history.")).toBeNull());
  });
});
