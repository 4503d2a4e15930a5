import { afterEach, describe, expect, test, vi } from "vitest";
import { CallFault, opId, type Commands, type Push } from "../../src/host";
import { loopbackHost, tokenFrom } from "../../src/host/loopback";

const host = loopbackHost<Commands, Push>({ base: "http://127.0.0.1:1", token: "t&1" });
const answer = (status: number, body: unknown): typeof fetch => vi.fn(async () => new Response(JSON.stringify(body), { status })) as never;

afterEach(() => vi.unstubAllGlobals());

describe("loopback host", () => {
  test("posts the request with the token and gives the reply", async () => {
    const fetched = answer(200, { state: "locked" });
    vi.stubGlobal("fetch", fetched);
    expect(await host.call("session", {})).toEqual({ state: "locked" });
    const [url, init] = vi.mocked(fetched).mock.calls[0] as [string, RequestInit];
    expect(url).toBe("http://127.0.0.1:1/call/session");
    expect(init.body).toBe("{}");
    expect(new Headers(init.headers).get("authorization")).toBe("Bearer t&1");
  });

  test("a fault keeps its type; anything else is internal", async () => {
    vi.stubGlobal("fetch", answer(409, { type: "registerInUse", pid: 7 }));
    await expect(host.call("session", {})).rejects.toMatchObject({ fault: { type: "registerInUse", pid: 7 } });
    vi.stubGlobal("fetch", answer(500, "boom"));
    await expect(host.call("session", {})).rejects.toMatchObject({ fault: { type: "internal" } });
    vi.stubGlobal("fetch", vi.fn(async () => Promise.reject(new TypeError("network"))));
    await expect(host.call("session", {})).rejects.toBeInstanceOf(CallFault);
  });

  test("one stream serves all listeners and closes with the last", () => {
    const made: { onmessage?: (event: { data: string }) => void; close: () => void; url: string }[] = [];
    vi.stubGlobal("EventSource", class {
      onmessage?: (event: { data: string }) => void;
      close = vi.fn();
      constructor(readonly url: string) {
        made.push(this);
      }
    });
    const heard: Push[] = [];
    const first = host.listen((push) => heard.push(push));
    const second = host.listen((push) => heard.push(push));
    expect(made.map((one) => one.url)).toEqual(["http://127.0.0.1:1/pushes?token=t%261"]);
    made[0]?.onmessage?.({ data: '{"type":"touched","subjects":[]}' });
    expect(heard).toHaveLength(2);
    first();
    expect(made[0]?.close).not.toHaveBeenCalled();
    second();
    expect(made[0]?.close).toHaveBeenCalledOnce();
  });

  test("the token comes from the address", () => {
    expect(tokenFrom("#token=abc&x=1")).toBe("abc");
    expect(tokenFrom("")).toBe("");
  });
});

describe("op ids", () => {
  test("are UUIDs of version 7 that sort by time", () => {
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const many = Array.from({ length: 500 }, () => opId());
    for (const one of many) expect(one).toMatch(shape);
    expect(new Set(many).size).toBe(500);
    expect(opId(1) < opId(2)).toBe(true);
    // RFC 9562, appendix A.6: this instant gives this beginning.
    expect(opId(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7/);
  });
});
