import { render } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { tick, type Component } from "svelte";
import { Desk } from "../../src/app/desk.svelte";
import { Screens, type Screen } from "../../src/app/screen";
import { CallFault, type Commands, type Fault, type Host, type Push, type SessionView } from "../../src/host";
import Root from "../../src/Root.svelte";
import { Session } from "../../src/session/session.svelte";

type Name = keyof Commands;
type Answer<N extends Name> = Commands[N]["reply"] | Fault | ((request: Commands[N]["request"]) => unknown);
/** What the host answers, command by command: a reply, a fault (by `fault`), or a function of the request. */
export type Script = { [N in Name]?: Answer<N> };

/** Marks a fault in a script. */
export const fault = (one: Fault): never => new CallFault(one) as never;

/** A session as the wire says it. */
export function sessionView(more: Partial<SessionView> = {}): SessionView {
  return {
    state: "open",
    stop: null,
    readOnly: false,
    register: "Legal desk",
    sample: false,
    persons: [{ id: "p1", name: "A. Rivera" }, { id: "p2", name: "M. Chen" }],
    person: "p1",
    personName: "A. Rivera",
    roles: ["triage", "administrator"],
    idleLockMinutes: 10,
    zone: "America/Los_Angeles",
    recent: [],
    now: "2026-11-23T18:00:00Z",
    lastBackup: "2026-11-22T18:00:00Z",
    program: "0.1.0",
    ...more,
  };
}

/** A host that answers from a script and remembers what it was asked. */
export function scriptedHost(script: Script): { host: Host; asked: [string, unknown][]; push: (push: Push) => void } {
  const heard: ((push: Push) => void)[] = [];
  const asked: [string, unknown][] = [];
  const host = {
    kind: "loopback",
    async call(name: Name, request: unknown) {
      asked.push([name, structuredClone(request)]);
      const answer = script[name] as unknown;
      const given = typeof answer === "function" ? await (answer as (request: unknown) => unknown)(request) : answer;
      if (given instanceof CallFault) throw given;
      if (given === undefined) throw new Error(`the script has no answer to ${name}`);
      return given;
    },
    listen: (one: (push: Push) => void) => (heard.push(one), () => undefined),
    pageUrl: (path: string) => path,
  };
  return { host: host as unknown as Host, asked, push: (push) => heard.forEach((one) => one(push)) };
}

export interface Started {
  desk: Desk;
  session: Session;
  user: UserEvent;
  asked: [string, unknown][];
  push: (push: Push) => void;
  /** The requests of one command, in order. */
  requests: (name: Name) => unknown[];
}

/** The whole window over a scripted host, with these screens. */
export async function start(screens: readonly Screen[], script: Script): Promise<Started> {
  const { host, asked, push } = scriptedHost(script);
  const desk = new Desk(host, new Screens(screens), { read: () => ({}), write: () => undefined });
  const session = new Session(desk);
  render(Root as Component<{ desk: Desk; session: Session }>, { props: { desk, session } });
  await session.start();
  await tick();
  const requests = (name: Name): unknown[] => asked.filter(([one]) => one === name).map(([, request]) => request);
  return { desk, session, user: userEvent.setup(), asked, push, requests };
}
