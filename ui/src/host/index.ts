import type { Commands, Fault, Push } from "./contract.gen";
import { CallFault, type HostOf } from "./host";
import { loopbackHost, tokenFrom } from "./loopback";
import { tauriHost } from "./tauri";

/** The host with the contract's types: `host.call("queue", request)` gives that command's reply. */
export type Host = HostOf<Commands, Push>;

export { CallFault } from "./host";
export { opId } from "./op-id";
export type * from "./contract.gen";

/** The host this page runs in: the program's window, or the loopback host of the tests (its token in the address). */
export function connect(): Host {
  if ("__TAURI_INTERNALS__" in globalThis) return tauriHost<Commands, Push>();
  return loopbackHost<Commands, Push>({ token: tokenFrom(location.hash) });
}

/** The typed fault of a rejected call; anything else that was thrown is a fault of the page itself. */
export function faultOf(reason: unknown): Fault {
  return reason instanceof CallFault ? (reason.fault as Fault) : { type: "internal", reference: "ui" };
}
