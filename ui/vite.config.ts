import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { messages } from "./build/vite-messages.ts";
import { noStyleAttributes } from "./build/vite-policy.ts";

// The page runs under `style-src 'self'; script-src 'self'; font-src 'self'`: nothing may be inlined into it.
export default defineConfig({
  plugins: [messages(), noStyleAttributes(), svelte(), svelteTesting()],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  build: {
    target: ["safari17", "chrome120"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: "happy-dom",
    include: ["tests/unit/**/*.test.ts"],
    setupFiles: ["tests/unit/setup.ts"],
    env: { TZ: "America/New_York" },
  },
});
