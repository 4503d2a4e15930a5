/** Where one can be, and what each place needs. A screen adds its own in its `screen.ts`:
 *
 *   declare module "../../app/places" { interface Places { demand: { id: string; tab?: string } } }
 */
export interface Places {
  /** Nothing chosen yet: the program sends people to the first view. */
  start: Record<never, never>;
}

export type PlaceName = keyof Places;

/** A place with its values. */
export type Place = { [N in PlaceName]: { name: N; at: Places[N] } }[PlaceName];
