import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { noStyleAttributes } from "../../build/vite-policy.ts";

// A page of all parts for looking at and for axe. Never part of the product.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [noStyleAttributes(), svelte({ configFile: fileURLToPath(new URL("../../svelte.config.js", import.meta.url)) })],
  build: {
    outDir: fileURLToPath(new URL("../output/gallery", import.meta.url)),
    emptyOutDir: true,
    target: ["safari17", "chrome120"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
