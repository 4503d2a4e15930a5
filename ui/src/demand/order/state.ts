import type { Guard, Headline, Instrument } from "../../host";
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
  /** The status in a word, for a cell. */
  short: MessageId | null;
}

const none = (status: MessageId | null, short: MessageId | null): OrderLook => ({
  look: "slate", shape: "sealBar", headline: "order-none", cell: "order-none", status, short,
});

const HEADLINES: Record<Headline, OrderLook> = {
  conflictingOrders: { look: "stop", shape: "stop", headline: "order-conflicting", cell: "order-conflicting-cell", status: null, short: null },
  restrained: { look: "stop", shape: "stop", headline: "order-restrained", cell: "order-restrained-cell", status: null, short: null },
  inForce: { look: "plum", shape: "sealFilled", headline: "order-in-force", cell: "order-in-force", status: null, short: null },
  // DESIGN §10 gives the stay a stop shape too: the part that is stayed must not leave.
  stayed: { look: "struck", shape: "stop", headline: "order-stayed", cell: "order-stayed-cell", status: null, short: null },
  claimed: { look: "amber", shape: "sealDashed", headline: "order-claimed", cell: "order-claimed-cell", status: null, short: null },
  proceedingPending: none("order-status-pending", "order-short-pending"),
  deniedOrQuashed: none("order-status-denied", "order-short-denied"),
  reversedOrVacated: none("order-status-reversed", "order-short-reversed"),
  complied: none("order-status-complied", "order-short-complied"),
  withdrawn: none("order-status-withdrawn", "order-short-withdrawn"),
  superseded: none("order-status-superseded", "order-short-superseded"),
  noneOnRecord: none(null, null),
};

const NOT_CONFIRMED: OrderLook = {
  look: "open", shape: "squareOpen", headline: "order-not-confirmed", cell: "order-not-confirmed", status: null, short: null,
};
const COMPELS: OrderLook = {
  look: "paper", shape: "paper", headline: "order-other-compels", cell: "order-other-compels-cell", status: null, short: null,
};
const OWN_RULES: OrderLook = {
  look: "paper", shape: "paper", headline: "order-other-rules", cell: "order-other-rules-cell", status: null, short: null,
};

/** Papers that do not compel production by themselves, and yet are not this desk's: a letter, an emergency, a preservation. */
const VOLUNTARY: readonly Instrument[] = ["preservation", "emergency", "informal"];

/** A guard comes before every headline. */
export function orderLook(guard: Guard | null, headline: Headline, instrument: Instrument): OrderLook {
  if (guard === null) return HEADLINES[headline];
  if (guard === "notConfirmed") return NOT_CONFIRMED;
  return VOLUNTARY.includes(instrument) ? OWN_RULES : COMPELS;
}
