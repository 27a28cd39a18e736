/** What every part of the reader is given, and how it says where in a file something stands. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DateTime } from "luxon";
import { type Diagnostic, type Diagnostics, SiteError } from "../errors.ts";
import type { Config, Data, Value } from "../model.ts";
import { PermalinkError } from "../urls.ts";
import type { FindDefaults } from "./defaults.ts";
import { type FrontMatter, splitFrontMatter } from "./front-matter.ts";
import { misspeltKeys } from "./spelling.ts";
import { findKey, isData, isDate, locateKey, parseYaml } from "./yaml.ts";

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

type Place = Omit<Diagnostic, "level" | "problem" | "help">;

/** The place of a key of the front matter; the beginning of the file where it has no such key. */
export function placeOf({ file, firstLine, front }: Origin, key: string, own: Data): Place {
  if (front === undefined || !Object.hasOwn(own, key)) return { file, line: 1, column: 1, excerpt: firstLine };
  const { line, column } = locateKey(front.yaml, [key], { file, line: front.yamlLine });
  return { file, line, column, excerpt: (front.yaml.split("\n")[line - front.yamlLine] ?? "").replace(/\r$/, "") };
}

/** `placeOf` for a file that was read before: it is read once more. */
export function placeInFile(file: string, key: string, config: Config): Place {
  const origin = originOf(file, readFileSync(resolve(config.source, file), "utf8"));
  const keys = origin.front === undefined ? null : parseYaml(origin.front.yaml, { file, line: origin.front.yamlLine });
  return placeOf(origin, key, isData(keys) ? keys : {});
}

/** Tells keys of the front matter that look like misspelt ones. */
export function warnOfMisspeltKeys(origin: Origin, data: Data, { config, diagnostics }: Reading): void {
  if (config.mode === "jekyll") return;
  for (const { key, help } of misspeltKeys(data)) {
    diagnostics.warn({
      ...placeOf(origin, key, data),
      problem: `The key \`${key}\` may not be the one that is meant`,
      help,
    });
  }
}

/**
 * The permalink that the data gives; undefined where it gives none and the template of its kind decides.
 * Throws SiteError where it is no text.
 */
export function permalinkOf(origin: Origin, data: Data, own: Data): string | undefined {
  const { permalink } = data;
  if (permalink === undefined || permalink === null || permalink === false) return undefined;
  if (typeof permalink === "string" && permalink !== "") return permalink;
  const help = 'Write a path such as "/about/", or leave the key out';
  throw new SiteError({ ...placeOf(origin, "permalink", own), problem: "The permalink is not a path", help });
}

/**
 * Runs what makes a URL or a file of a permalink, which the front matter gives, or the configuration for the documents of a label.
 * Throws SiteError for a permalink that cannot be one, at the key that gives it.
 */
export function withPermalinkPlace<Result>(
  origin: Origin,
  own: Data,
  label: string,
  config: Config,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PermalinkError)) throw error;
    const configured = Object.hasOwn(own, "permalink") || !error.inTemplate ? undefined : configPlace(label, config);
    const place = configured ?? placeOf(origin, "permalink", own);
    throw new SiteError({ ...place, problem: error.message, help: error.help }, { cause: error });
  }
}

/** The key of the configuration that is the permalink of a label's documents. */
function configPlace(label: string, config: Config): Place | undefined {
  for (const file of [...config.files].reverse()) {
    const text = readFileSync(resolve(config.source, file), "utf8");
    const find = (...path: readonly string[]) => findKey(text, path, { file, line: 1 });
    const position = find("collections", label, "permalink") ?? find("permalink");
    if (position !== undefined) return { file, ...position, excerpt: text.split(/\r?\n/)[position.line - 1] ?? "" };
  }
  return undefined;
}

/** A value as Ruby prints it where a text is wanted: nothing for an empty value. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null || value === false) return "";
  if (isDate(value)) return [value.year, value.month, value.day].map((part) => String(part).padStart(2, "0")).join("-");
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? "" : String(value);
}

/** The extension of what a file becomes: the permalink's own, else that of its converter (Jekyll's `Renderer#output_ext`). */
export function outputExtension(extension: string, permalink: string | undefined, config: Config): string {
  if (permalink !== undefined && !permalink.endsWith("/")) {
    const own = extensionOf(permalink);
    if (own !== "") return own;
  }
  if (isMarkdown(extension, config)) return ".html";
  return /^\.s[ac]ss$/i.test(extension) ? ".css" : extension;
}

export function isMarkdown(extension: string, config: Config): boolean {
  return config.markdownExt.includes(extension.slice(1).toLowerCase()) && extension !== "";
}

/** A path as Jekyll names it, below `collections_dir` where it lies there. */
export function withoutCollectionsDir(path: string, { collectionsDir }: Config): string {
  return collectionsDir !== "" && path.startsWith(`${collectionsDir}/`) ? path.slice(collectionsDir.length + 1) : path;
}

/** Ruby's `File.extname`: a dot file has none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^\.*[^.].*?(\.[^.]*)$/s.exec(name)?.[1] ?? "";
}

/** Whether a value switches something on, as Ruby weighs it: all but `false` and nothing. `absent` is for a key that is not there. */
export function isTruthy(value: Value | undefined, absent: boolean, override: boolean): boolean {
  return override || (value === undefined ? absent : value !== null && value !== false);
}

/** A layout's name, or "". In mode octavo an HTML document that names none gets the layout of its kind. */
export function layoutOf(data: Data, kind: string, outputExtension: string, config: Config): string {
  const { layout } = data;
  if (layout === undefined) return config.mode === "octavo" && /^\.x?html?$/.test(outputExtension) ? kind : "";
  const name = textOf(layout);
  return name === "none" ? "" : name;
}
