import type { Plugin } from "vite";
import { write } from "./messages.mjs";

/** Fails the build when a message is missing in a language; keeps the typed ids current while developing. */
export function messages(): Plugin {
  let building = false;
  return {
    name: "messages",
    config(_config, { command }) {
      building = command === "build";
    },
    buildStart() {
      const faults = write();
      if (faults.length > 0 && building) this.error(`text:\n${faults.join("\n")}`);
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith(".ftl")) return;
      for (const fault of write()) server.config.logger.error(`text: ${fault}`);
    },
  };
}
