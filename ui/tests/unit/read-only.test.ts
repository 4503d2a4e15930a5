import { screen } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import CounselTab from "../../src/counsel/CounselTab.svelte";
import CourtTab from "../../src/court/CourtTab.svelte";
import LettersTab from "../../src/letter/LettersTab.svelte";
import { language } from "../../src/text/text.svelte";
import first from "../../src/views/first-run/screen";
import lock from "../../src/views/lock/screen";
import peopleScreen from "../../src/views/people/screen";
import settings from "../../src/views/settings/screen";
import { paper, people, policy, proceeding, view } from "./demand-fixtures";
import { sessionView, start } from "./scripted";
import { openTab } from "./tab";

const SENTENCE = { en: "This register is only read: nothing can be recorded here.", es: "Este registro solo se lee: aquí no se puede anotar nada." };
/** What sends somebody to another person, or to a key that does nothing. */
const ELSEWHERE = /Only (an administrator|counsel)|Ask A\. Rivera|Press C|Solo (un administrador|la asesoría)|Pulse C|open the proceeding by|abra el procedimiento por/;
const session = sessionView({ readOnly: true, roles: [], person: "p1" });
const damaged = () => view({ may: [], notice: "held", proceedings: [proceeding(paper("produce", {}, false))] });

afterEach(() => {
  language.current = "en";
});

describe.each(["en", "es"] as const)("a register that is only read, in %s", (code) => {
  function says(): void {
    expect(screen.getAllByText(SENTENCE[code])).toHaveLength(1);
    expect(document.body.textContent).not.toMatch(ELSEWHERE);
  }

  test.each([["court", CourtTab], ["counsel", CounselTab], ["letters", LettersTab]] as const)("%s says so once, and sends nobody to anybody", async (_, tab) => {
    await openTab(tab, damaged(), { script: { session } });
    language.current = code;
    await screen.findByText(SENTENCE[code]);
    says();
  });

  test("without a search, no key is named that does nothing", async () => {
    await openTab(CourtTab, view({ may: [] }), { script: { session } });
    language.current = code;
    await screen.findByText(SENTENCE[code]);
    says();
  });

  test("people and settings say so to their administrator too", async () => {
    const { desk } = await start([lock, first, peopleScreen, settings], { session, people, policy });
    desk.navigation.go("people", {});
    language.current = code;
    await screen.findByText(SENTENCE[code]);
    await screen.findByRole("row", { name: /A\. Rivera/ });
    says();
    desk.navigation.go("settings", { tab: "register" });
    await screen.findByText(SENTENCE[code]);
    says();
  });
});

test("in a register that can be written, who may is still said", async () => {
  await openTab(CounselTab, view({ may: [] }), { roles: ["triage"], person: "p1" });
  expect((await screen.findAllByText(/Only counsel can do this: M\. Chen/)).length).toBeGreaterThan(0);
  expect(screen.queryByText(SENTENCE.en)).toBeNull();
});
