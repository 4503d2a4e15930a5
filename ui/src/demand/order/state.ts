import type { Guard, Headline } from "../../host/contract.gen";
import type { Look } from "../../parts/look";
import type { Shape } from "../../parts/Mark.svelte";
import type { MessageId } from "../../text/ids.gen";

/** How the order state is said and drawn: the same in the banner, the queue and the letter workspace. */
export interface OrderLook {
  look: Look;
  shape: Shape;
  /** The words of the banner. */
  headline: MessageId;
  /** The words of a list cell: shorter where the banner's are long. Never only a shape. */
  cell: MessageId;
  /** The finer status, said first in the second line and after the words in a cell. */
  status: MessageId | null;
}

const none = (status: MessageId | null): OrderLook => ({
  look: "slate", shape: "sealBar", headline: "order-none", cell: "order-none", status,
});

const HEADLINES: Record<Headline, OrderLook> = {
  conflictingOrders: { look: "stop", shape: "stop", headline: "order-conflicting", cell: "order-conflicting", status: null },
  restrained: { look: "stop", shape: "stop", headline: "order-restrained", cell: "order-restrained-cell", status: null },
  inForce: { look: "plum", shape: "sealFilled", headline: "order-in-force", cell: "order-in-force", status: null },
  // DESIGN §10 gives the stay a stop shape too: the part that is stayed must not leave.
  stayed: { look: "struck", shape: "stop", headline: "order-stayed", cell: "order-stayed-cell", status: null },
  claimed: { look: "amber", shape: "sealDashed", headline: "order-claimed", cell: "order-claimed-cell", status: null },
  proceedingPending: none("order-status-pending"),
  deniedOrQuashed: none("order-status-denied"),
  reversedOrVacated: none("order-status-reversed"),
  complied: none("order-status-complied"),
  withdrawn: none("order-status-withdrawn"),
  superseded: none("order-status-superseded"),
  noneOnRecord: none(null),
};

const GUARDS: Record<Guard, OrderLook> = {
  notConfirmed: { look: "open", shape: "squareOpen", headline: "order-not-confirmed", cell: "order-not-confirmed", status: null },
  otherInstrument: { look: "paper", shape: "paper", headline: "order-other-instrument", cell: "order-other-instrument-cell", status: null },
};

/** A guard comes before every headline. */
export function orderLook(guard: Guard | null, headline: Headline): OrderLook {
  return guard === null ? HEADLINES[headline] : GUARDS[guard];
}
