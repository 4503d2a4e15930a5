import { afterEach } from "vitest";
import { language } from "../../src/text/text.svelte";

afterEach(() => {
  language.current = "en";
});
