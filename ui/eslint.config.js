import svelte from "eslint-plugin-svelte";
import tseslint from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Which folder may not be imported from where (the arrows of the front end). */
function closed(files, ...patterns) {
  return {
    files,
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: patterns.map(([regex, message]) => ({ regex, message })) },
      ],
    },
  };
}

const SHELL = ["^@tauri-apps/", "only ui/src/host talks to the shell"];
const BARE = ["^\\.\\./(?!text/|\\.\\.?/)(?:host|app|views)", "parts know no domain, no host and no screen"];

export default tseslint.config(
  { ignores: ["dist", "node_modules", "tests/output", "src/**/*.gen.ts"] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig, extraFileExtensions: [".svelte"] } },
  },
  {
    files: ["src/**"],
    rules: {
      "no-console": "error",
      "no-undef": "off",
      "max-lines": ["error", 350],
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
      // Style directives go through the object model and pass the policy; tests/unit/policy.test.ts refuses attributes.
      "svelte/no-inline-styles": "off",
      "svelte/prefer-svelte-reactivity": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-eval": "error",
    },
  },
  { files: ["**/*.mjs", "**/*.js"], rules: { "no-undef": "off" } },
  closed(["src/parts/**", "src/app/**", "src/views/**", "src/text/**", "src/main.ts"], SHELL),
  closed(["src/parts/**"], SHELL, BARE),
);
