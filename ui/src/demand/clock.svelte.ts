import { useSession } from "../session/context";
import { fromInstant } from "../parts/datetime/moment";
import { homeZone } from "../text/format";
import { federalHolidays } from "./days";

/** The desk's clock as a screen sees it: never this page's own. */
export interface DeskClock {
  /** The present instant, to the half minute. */
  readonly now: string;
  /** The desk's zone. */
  readonly zone: string;
  /** Today in the desk's zone. */
  readonly today: string;
  /** Days that are no business days, around now. */
  readonly holidays: ReadonlySet<string>;
}

const TICK_MS = 30_000;

/** The clock while a component lives: the session's instant, moved on by what passed since it was told. */
export function useClock(): DeskClock {
  const session = useSession();
  let passed = $state(0);
  const told = $derived(session.view?.now ?? null);
  const zone = $derived(session.view?.zone ?? homeZone());
  const now = $derived(told === null ? new Date(0).toISOString() : new Date(Date.parse(told) + passed).toISOString());
  const today = $derived(fromInstant(now, zone).date);
  const holidays = $derived(federalHolidays(Number(today.slice(0, 4)) - 1, 3));

  $effect(() => {
    void told;
    const from = performance.now();
    passed = 0;
    const timer = setInterval(() => (passed = performance.now() - from), TICK_MS);
    return () => clearInterval(timer);
  });

  return {
    get now() {
      return now;
    },
    get zone() {
      return zone;
    },
    get today() {
      return today;
    },
    get holidays() {
      return holidays;
    },
  };
}
