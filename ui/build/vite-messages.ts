import type { Plugin } from "vite";
import { write } from "./messages.mjs";

/** Fails the build when a message is missing in a language; keeps the typed ids current while developing. */
export function messages(): Plugin {
  return {
    name: "messages",
    buildStart() {
      const faults = write();
      if (faults.length > 0) this.error(`text:\n${faults.join("\n")}`);
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith(".ftl")) return;
      for (const fault of write()) server.config.logger.error(`text: ${fault}`);
    },
  };
}
