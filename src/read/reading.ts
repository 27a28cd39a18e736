/** What every part of the reader is given, and how it says where in a file something stands. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DateTime } from "luxon";
import { withoutMark } from "../byte-order-mark.ts";
import type { Diagnostics, MessagePlace } from "../errors.ts";
import { isFile } from "../file-kinds.ts";
import type { Config, Data } from "../model.ts";
import { isData } from "../values.ts";
import type { FindDefaults } from "./defaults.ts";
import { type FrontMatter, splitFrontMatter } from "./front-matter.ts";
import { misspeltKeys, repeatedKeys } from "./spelling.ts";
import { findKey, locateKey, parseYaml } from "./yaml.ts";

/** The circumstances of one reading of a site. */
export interface Reading {
  readonly config: Config;
  readonly time: DateTime;
  /** Those of the file at hand: they are kept with it, and told again when it is not read again. */
  readonly diagnostics: Diagnostics;
  readonly defaults: FindDefaults;
}

/** A file of the source and its front matter, for messages. */
export interface Origin {
  /** Relative to the source. */
  readonly file: string;
  /** The file's first line. */
  readonly firstLine: string;
  readonly front: FrontMatter | undefined;
}

/** A file that was read, with its text. */
export function originOf(file: string, text: string): Origin {
  return { file, firstLine: /^[^\r\n]*/.exec(text)?.[0] ?? "", front: splitFrontMatter(text) };
}

/** The place of a key of the front matter; the beginning of the file where it has no such key. */
export function placeOf({ file, firstLine, front }: Origin, key: string, own: Data): MessagePlace {
  if (front === undefined || !Object.hasOwn(own, key)) return { file, line: 1, column: 1, excerpt: firstLine };
  const { line, column } = locateKey(front.yaml, [key], { file, line: front.yamlLine });
  return { file, line, column, excerpt: (front.yaml.split("\n")[line - front.yamlLine] ?? "").replace(/\r$/, "") };
}

/** `placeOf` for a file of the site or its theme that was read before: it is read once more. */
export function placeInFile(file: string, key: string, config: Config): MessagePlace {
  // A page that was made has no file: its path is that of the source itself.
  const path = [config.source, config.theme].map((root) => resolve(root, file)).find(isFile);
  if (path === undefined) return { file };
  const origin = originOf(file, readFileSync(path, "utf8"));
  const keys = origin.front === undefined ? null : parseYaml(origin.front.yaml, { file, line: origin.front.yamlLine });
  return placeOf(origin, key, isData(keys) ? keys : {});
}

/** The place of a key of the configuration, given by its path: in the last file that has it. The files are read once more. */
export function placeInConfig({ source, files }: Config, path: readonly string[]): MessagePlace {
  for (const file of files.toReversed()) {
    const text = withoutMark(readFileSync(resolve(source, file), "utf8"));
    const position = findKey(text, path, { file, line: 1 });
    if (position !== undefined) return { file, ...position, excerpt: text.split(/\r?\n/)[position.line - 1] ?? "" };
  }
  return {};
}

/** What an author takes for a front matter: a line of marks, and a key with its value below it. */
const LOOKS_LIKE_FRONT_MATTER = /^\s*(?:-{3}|\+{3})\S*[ \t]*\r?\n\s*(?:\{\s*"|["\w][\w" -]*[:=])/;

/** Tells a front matter that is none, because it does not begin the file or never ends. @param text of the whole file */
export function warnOfUnreadFrontMatter({ file, firstLine, front }: Origin, text: string, reading: Reading): void {
  if (front !== undefined || reading.config.mode === "jekyll" || !LOOKS_LIKE_FRONT_MATTER.test(text.slice(0, 400)))
    return;
  const isOpen = /^\uFEFF?---[ \t]*\r?\n/.test(text);
  reading.diagnostics.warn({
    file,
    line: 1,
    column: 1,
    excerpt: firstLine,
    problem: `The front matter is read as text: ${isOpen ? "it is never closed" : "it begins with another line than ---"}`,
    help: isOpen
      ? "Write a line of --- where it ends"
      : "Let the file begin with a line of ---, write YAML below it, and end it with another line of ---",
  });
}

/** Tells a text that an editor has saved as `post.md.txt`, which is written as it is. */
export function warnOfSecondExtension({ file, firstLine, front }: Origin, { config, diagnostics }: Reading): void {
  const [, name, extension = ""] = /^(.+\.(\w+))\.txt$/.exec(file) ?? [];
  if (front === undefined || config.mode === "jekyll" || !config.markdownExt.includes(extension.toLowerCase())) return;
  const problem = "The file is no Markdown: its name ends in .txt, and its text is written as it is";
  diagnostics.warn({ file, line: 1, column: 1, excerpt: firstLine, problem, help: `Rename it to ${name}` });
}

/** Tells keys of the front matter that look like misspelt ones. */
export function warnOfMisspeltKeys(origin: Origin, data: Data, { config, diagnostics }: Reading): void {
  if (config.mode === "jekyll") return;
  for (const key of repeatedKeys(origin.front?.yaml ?? "")) {
    const problem = `The key \`${key}\` stands here twice: the last one counts`;
    diagnostics.warn({ ...placeOf(origin, key, data), problem, help: "Take one of them out" });
  }
  for (const { key, problem = `The key \`${key}\` may not be the one that is meant`, help } of misspeltKeys(data))
    diagnostics.warn({ ...placeOf(origin, key, data), problem, help });
}
