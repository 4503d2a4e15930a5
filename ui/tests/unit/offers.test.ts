import { screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, test } from "vitest";
import type { Suggestion, Suggestions } from "../../src/host";
import { emptyForm } from "../../src/demand/facts/form.svelte";
import { offeredBy } from "../../src/intake/offered";
import { pending } from "../../src/intake/pending.svelte";
import intake from "../../src/views/intake/screen";
import lock from "../../src/views/lock/screen";
import { law, people, policy } from "./demand-fixtures";
import { sessionView, start } from "./scripted";

const ZONE = "America/Los_Angeles";
const at = [{ page: 0, rects: [[72, 90, 200, 100]] }] as Suggestion["places"];
const one = (field: Suggestion["field"], value: Suggestion["value"], quote = "quoted"): Suggestion => ({ field, value, quote, places: at, method: "label", confidence: 0.9 });
const text = (field: Suggestion["field"], words: string) => one(field, { type: "text", text: words });

const all: Suggestions = {
  class: { class: { type: "demand", instrument: "i138" }, confidence: 1, reasons: [{ mark: "form", quote: "Form I-138", places: at }] },
  fields: [
    text("subpoenaNumber", "HSI-2026-1"), text("caseNumber", "25-35835"), one("component", { type: "component", component: "iceHsi" }),
    text("issuingName", "Quilla Ivorydale"), text("contactPhone", "+1 713 555 0109"), text("contactEmail", "q.i@example.net"),
    one("issued", { type: "date", date: "2026-11-20" }), one("returnDate", { type: "date", date: "2026-12-03" }), one("returnTime", { type: "time", time: "17:00:00" }),
    one("identifier", { type: "identifier", kind: "handle", value: "@river_lantern_88" }), one("identifier", { type: "identifier", kind: "ip", value: "203.0.113.129" }),
    one("record", { type: "record", text: "subscriber name", category: "name" }), one("record", { type: "record", text: "something else", category: null }),
    one("nonDisclosure", { type: "nonDisclosure", standing: "requested" }), one("effect", { type: "effect", what: "produce" }), one("court", { type: "court", court: "cand" }),
  ],
};

describe("what a paper offers a form", () => {
  const form = () => emptyForm({ recipient: "", channel: null, now: "2026-11-23T18:00:00Z", zone: ZONE });

  test("each thing goes into its own field, keeps what is there, and is known as taken", () => {
    const filled = form();
    const offered = offeredBy(all, ZONE);
    for (const offer of offered) {
      expect(offer.taken(filled), offer.field).toBe(false);
      offer.take(filled);
      expect(offer.taken(filled), offer.field).toBe(true);
    }
    expect(filled.instrument).toBe("i138");
    expect(filled.numbers.map((row) => `${row.label} ${row.value}`)).toEqual(["Subpoena Number HSI-2026-1", "Case Number 25-35835"]);
    expect(filled.pointOfContact.contact).toBe("+1 713 555 0109; q.i@example.net");
    expect(filled.returnDate).toEqual({ date: "2026-12-03", time: "17:00", zone: ZONE });
    expect(filled.issued).toEqual({ date: "2026-11-20", time: null, zone: ZONE });
    expect(filled.targets.map((row) => row.identifier)).toEqual(["@river_lantern_88", "203.0.113.129"]);
    expect(filled.records).toEqual({ name: "subscriber name" });
    expect(filled.nonDisclosure).toEqual({ type: "requested" });
  });

  test("nothing about a court or its order is offered to a demand, and silence by order is counsel's alone", () => {
    const ordered = offeredBy({ class: { class: { type: "court", kind: "order" }, confidence: 1, reasons: [] }, fields: [
      one("effect", { type: "effect", what: "produce" }), one("court", { type: "court", court: "cand" }), one("nonDisclosure", { type: "nonDisclosure", standing: "ordered" }),
    ] }, ZONE);
    expect(ordered).toEqual([]);
  });
});

describe("by keyboard", () => {
  beforeEach(() => pending.clear());

  test("Enter takes what is offered for an empty field and goes on; typing goes its own way", async () => {
    const { user, desk } = await start([lock, intake], {
      session: sessionView({ roles: ["triage"] }), people, policy, law, load_draft: null as never, save_draft: {} as never, drop_draft: {} as never,
      pick_files: [{ token: "t1", name: "subpoena.pdf", length: 4000 }] as never, paper: { type: "unreadable", why: "noReader" } as never,
      suggestions: { type: "read", suggestions: all, pages: 1, unread: 1 } as never,
    });
    desk.navigation.go("intake", {});
    await screen.findByRole("heading", { name: "Log a demand" });
    await waitFor(() => expect(document.activeElement?.tagName).toBe("SELECT"));
    await user.keyboard("{Control>}o{/Control}");
    expect(await screen.findByText(/things were read from the paper/)).toBeTruthy();
    expect(screen.getByText(/1 page is a picture that could not be read/)).toBeTruthy();
    // Nothing was filled in by itself.
    const account = screen.getByRole<HTMLInputElement>("textbox", { name: "Account 1" });
    expect(account.value).toBe("");
    const kind = screen.getByRole<HTMLSelectElement>("combobox", { name: /Type of paper/ });
    kind.focus();
    await user.keyboard("{Enter}");
    expect(kind.value).toBe("i138");
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Number 1" }));
    await user.keyboard("{Enter}");
    // What is added to what is there comes at once.
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Number 1" }).value).toBe("HSI-2026-1");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Number 2" }).value).toBe("25-35835");
    const contact = document.querySelector<HTMLInputElement>('[data-field="pointOfContact.contact"] :is(input, textarea)');
    contact?.focus();
    await user.keyboard("{Enter}");
    expect(contact?.value).toBe("+1 713 555 0109; q.i@example.net");
    // Nobody who walks through the form is held by an empty text.
    const purpose = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Purpose stated/ });
    purpose.focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement).not.toBe(purpose);
    purpose.focus();
    await user.keyboard("first{Enter}second");
    expect(purpose.value).toBe("first\nsecond");
    account.focus();
    await user.keyboard("@typed{Enter}");
    expect(account.value).toBe("@typed");
    await user.click(screen.getByRole("button", { name: /Take for .*203\.0\.113\.129/ }));
    expect(screen.getByDisplayValue("203.0.113.129")).toBeTruthy();
  });
});
