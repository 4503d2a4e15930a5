import { createContext } from "svelte";
import type { Session } from "./session.svelte";

/** `useSession()` in any screen. */
export const [useSession, setSession] = createContext<Session>();
