import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const SRC = join(dirname(fileURLToPath(import.meta.url)), "../../src");

/** Every file under ui/src whose name ends in one of the endings, with its path from there. */
export function sources(...endings: string[]): { path: string; text: string }[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? walk(join(folder, one.name)) : [join(folder, one.name)],
    );
  return walk(SRC)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path: relative(SRC, path), text: readFileSync(path, "utf8") }));
}
