/**
 * Indented Sass that sassc reads and dart-sass does not: lines indented by tabs here and by blanks there, and selectors that
 * end with a comma before their block. A stylesheet that dart-sass refuses for such a file is compiled again with files read here.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Importer } from "sass-embedded";

/** Indented Sass as dart-sass reads it: a blank for every tab that indents a line, no comma before a block. */
export function strictSass(text: string): string {
  return text
    .replace(/^[ \t]+/gm, (indent) => " ".repeat(indent.length))
    .replace(/^( *)(?! )(.*\S),[ \t]*(?=\r?\n(?:[ \t]*\r?\n)*\1 +\S)/gm, "$1$2");
}

/** Finds the files of a folder as dart-sass's own importer does: partials, extensions, index files. */
export function lenientImporter(folder: string): Importer {
  return {
    canonicalize: (url) => {
      const path = url.startsWith("file:") ? fileURLToPath(url) : join(folder, url);
      const found = [...candidates(path), ...candidates(join(path, "index"))].find((file) => existsSync(file));
      return found === undefined ? null : pathToFileURL(found);
    },
    load: (url) => {
      const path = fileURLToPath(url);
      const contents = readFileSync(path, "utf8");
      const extension = extname(path).slice(1);
      if (extension === "sass") return { contents: strictSass(contents), syntax: "indented" };
      return { contents, syntax: extension === "css" ? "css" : "scss" };
    },
  };
}

function candidates(path: string): readonly string[] {
  const names = /\.(?:sass|scss|css)$/.test(path) ? [path] : [".sass", ".scss", ".css"].map((end) => path + end);
  return names.flatMap((name) => [name, join(dirname(name), `_${basename(name)}`)]);
}
