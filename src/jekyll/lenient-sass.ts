/**
 * What sassc reads and dart-sass does not. In indented Sass: lines indented by tabs here and by blanks there, and selectors that end with
 * a comma before their block. In both syntaxes: no blank between `and` and a media feature; calculations that cannot be calculated, which
 * sassc copies; `0` for the first of the key frames; `@extend .a.b`; no blank between a word and a number (`all.3s`). A stylesheet that
 * dart-sass refuses is compiled again with files read here.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Importer } from "sass-embedded";
import type { SassSyntax } from "./sass-tasks.ts";

/** A blank for every tab that indents a line, no comma before a block. */
function strictSass(text: string): string {
  return text
    .replace(/^[ \t]+/gm, (indent) => " ".repeat(indent.length))
    .replace(/^( *)(?! )(.*\S),[ \t]*(?=\r?\n(?:[ \t]*\r?\n)*\1 +\S)/gm, "$1$2");
}

/** A word that a number without its zero follows; before it, what stands as it is. */
const WORD_BEFORE_NUMBER =
  /(\/\*[\s\S]*?\*\/|\burl\([^)]*\)|\/\/.*|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|(?<![\w.#-])-?[a-z_$][\w-]*(?=\.\d)/gi;

/** Text in either syntax as dart-sass reads it. */
export function strict(text: string, syntax: SassSyntax): string {
  const rewritten = text
    .replace(/(@(?:media|include|supports)\b[^;{}]*?|\))[ \t]*\b(and|or|not)\(/gi, "$1 $2 (")
    .replace(
      /(?<![\w-])calc\((?:[^()"\\;{}]|#\{[^{}"]*\}|\((?:[^()"\\;{}]|#\{[^{}"]*\})*\))*\)/gi,
      (calc) => `unquote("${calc}")`,
    )
    .replace(WORD_BEFORE_NUMBER, (text, kept?: string) => kept ?? `${text} `)
    .replace(/(@(?:-\w+-)?keyframes\b[^{]*\{\s*)0(?=\s*[{,])/g, "$10%")
    .replace(
      /(@extend[ \t]+)((?:[.%][\w-]+){2,})/g,
      (_, rule: string, names: string) => rule + names.replace(/(?!^)[.%]/g, ", $&"),
    );
  return syntax === "indented" ? strictSass(rewritten) : rewritten;
}

/** Sass in one of its syntaxes, changed before dart-sass reads it. */
export type Rewrite = (text: string, syntax: SassSyntax) => string;

/** Finds the files of a folder as dart-sass's own importer does: partials, extensions, index files. */
export const rewritingImporter =
  (rewrite: Rewrite) =>
  (folder: string): Importer => ({
    canonicalize: (url) => {
      const path = url.startsWith("file:") ? fileURLToPath(url) : join(folder, url);
      const found = [...candidates(path), ...candidates(join(path, "index"))].find((file) => existsSync(file));
      return found === undefined ? null : pathToFileURL(found);
    },
    load: (url) => {
      const path = fileURLToPath(url);
      const contents = readFileSync(path, "utf8");
      const extension = extname(path).slice(1);
      if (extension === "css") return { contents, syntax: "css" };
      const syntax = extension === "sass" ? "indented" : "scss";
      return { contents: rewrite(contents, syntax), syntax };
    },
  });

function candidates(path: string): readonly string[] {
  const names = /\.(?:sass|scss|css)$/.test(path) ? [path] : [".sass", ".scss", ".css"].map((end) => path + end);
  return names.flatMap((name) => [name, join(dirname(name), `_${basename(name)}`)]);
}
