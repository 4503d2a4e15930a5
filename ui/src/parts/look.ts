import type { Shape } from "./Mark.svelte";

/** How a state is drawn: ground, edge and shape together. What it means is said by whoever uses it. */
export type Look = "slate" | "amber" | "plum" | "struck" | "stop" | "open" | "paper";

/** The shape that belongs to a look unless another is asked for. */
export const shapeOf: Record<Look, Shape> = {
  slate: "sealBar",
  amber: "sealDashed",
  plum: "sealFilled",
  struck: "sealStruck",
  stop: "stop",
  open: "squareOpen",
  paper: "paper",
};
