import { asFault, CallFault, Listeners, type HostOf, type Tagged } from "./host";

/** The token of the loopback host, from the address: `#token=…`. */
export function tokenFrom(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") ?? "";
}

interface Options {
  /** Origin of the loopback host; empty when it also serves the page. */
  base?: string;
  token: string;
}

/** The host for tests: the same commands over HTTP on this machine, pushes as server-sent events. */
export function loopbackHost<C, Push>({ base = "", token }: Options): HostOf<C, Push> {
  const listeners = new Listeners<Push>();
  let source: EventSource | null = null;

  function open(): void {
    if (source !== null) return;
    source = new EventSource(`${base}/pushes?token=${encodeURIComponent(token)}`);
    source.onmessage = (event: MessageEvent<string>) => listeners.give(JSON.parse(event.data) as Push);
  }

  return {
    kind: "loopback",
    async call(name, request) {
      try {
        const answer = await fetch(`${base}/call/${name}`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify(request ?? null),
        });
        const text = await answer.text();
        const body: unknown = text === "" ? null : JSON.parse(text);
        if (!answer.ok) throw asFault(body, `http-${answer.status}-${name}`);
        return body as never;
      } catch (reason) {
        throw reason instanceof CallFault ? reason : new CallFault({ type: "internal", reference: `http-${name}` } as Tagged);
      }
    },
    listen(heard) {
      const stop = listeners.add(heard);
      open();
      return () => {
        stop();
        if (listeners.size > 0) return;
        source?.close();
        source = null;
      };
    },
    pageUrl(path) {
      const sign = path.includes("?") ? "&" : "?";
      return `${base}/page/${path.replace(/^\//, "")}${sign}token=${encodeURIComponent(token)}`;
    },
  };
}
