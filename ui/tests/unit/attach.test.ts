import { describe, expect, test, vi } from "vitest";
import { Desk } from "../../src/app/desk.svelte";
import { Screens } from "../../src/app/screen";
import { attachFiles } from "../../src/demand/attach";
import { CallFault } from "../../src/host";
import { scriptedHost } from "./scripted";

const file = (name: string) => ({ file: { token: name, name, length: 700 }, role: "other" as const });

describe("attaching files", () => {
  test("a running file and a waiting one can be cancelled; nothing of them is kept, and it is said", async () => {
    const stops = new Map<string, (reason: unknown) => void>();
    const { host, asked } = scriptedHost({
      attach: (request) => new Promise((_, reject) => stops.set(request.op, reject)),
      cancel: (request) => (stops.get(request.job)?.(new CallFault({ type: "cancelled" })), {}),
    });
    const desk = new Desk(host, new Screens([]), { read: () => ({}), write: () => undefined });
    const running = attachFiles(desk, "d1", [file("big.bin"), file("b.pdf")]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(desk.jobs.list.map((one) => [one.label, one.state])).toEqual([["Attaching big.bin", "running"], ["Attaching b.pdf", "running"]]);
    desk.jobs.list[1]?.cancel?.();
    expect(desk.jobs.list[0]?.cancelling).toBeUndefined();
    desk.jobs.list[0]?.cancel?.();
    const outcome = await running;
    expect(outcome.attached).toEqual([]);
    expect(outcome.failed.map((one) => one.name)).toEqual(["big.bin", "b.pdf"]);
    expect(asked.filter(([name]) => name === "attach")).toHaveLength(1);
    expect(desk.jobs.list).toEqual([]);
    expect(desk.toasts.list.map((one) => one.text).join(" ")).toMatch(/big\.bin was not attached\. It was stopped\. Nothing of it was kept\./);
  });
});
