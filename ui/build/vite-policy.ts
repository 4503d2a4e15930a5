import type { Plugin } from "vite";

/** bits-ui writes `style="display: contents;"` into a few wrappers; the page's policy refuses style attributes. The
 *  attribute is taken out before Svelte compiles it, and styles/base.css says the same by class of attribute. */
export function noStyleAttributes(): Plugin {
  return {
    name: "no-style-attributes",
    enforce: "pre",
    transform(code, id) {
      if (!/node_modules\/bits-ui\/.*\.svelte$/.test(id)) return null;
      const clean = code.replaceAll('style="display: contents;"', "data-contents");
      return clean === code ? null : { code: clean, map: null };
    },
  };
}
