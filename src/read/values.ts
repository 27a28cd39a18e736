/** Small answers about one file: what its name, its keys and its extension come to. */
import type { Config, Data, Value } from "../model.ts";
import { isData, isDate } from "../values.ts";

/** A value as Ruby prints it where a text is wanted: nothing for an empty value. */
export function textOf(value: Value | undefined): string {
  if (value === undefined || value === null || value === false) return "";
  if (isDate(value)) return [value.year, value.month, value.day].map((part) => String(part).padStart(2, "0")).join("-");
  if (value instanceof Date) return value.toISOString();
  return isData(value) || Array.isArray(value) ? "" : String(value);
}

/** The extension of what a file becomes: the permalink's own, else that of its converter (Jekyll's `Renderer#output_ext`). */
export function outputExtensionOf(extension: string, permalink: string | undefined, config: Config): string {
  if (permalink !== undefined && !permalink.endsWith("/")) {
    const own = extensionOf(permalink);
    if (own !== "") return own;
  }
  if (isMarkdown(extension, config)) return ".html";
  return /^\.s[ac]ss$/i.test(extension) ? ".css" : extension;
}

/** Whether an extension (".md") is one of Markdown's. */
export function isMarkdown(extension: string, config: Config): boolean {
  return config.markdownExt.includes(extension.slice(1).toLowerCase()) && extension !== "";
}

/** A path as Jekyll names it: from `collections_dir` where it lies in there, else from the source. */
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

/** What a document's layout depends on besides its data. */
export interface LayoutCase {
  readonly kind: "page" | "post";
  readonly extension: string;
  readonly outputExtension: string;
  readonly body: string;
}

/** A page from its doctype on, with a head of its own: what would be put around it could only be a second one. */
const WHOLE_DOCUMENT = /^\s*<(?:!doctype\s+html|html)\b/i;

/**
 * A layout's name, or "". Sass and CoffeeScript have none, whatever they say (Jekyll's `asset_file?`). In mode octavo an HTML
 * document that names none gets the layout of its kind, unless it is whole already.
 */
export function layoutOf(data: Data, { kind, extension, outputExtension, body }: LayoutCase, config: Config): string {
  const { layout } = data;
  if (/^\.(?:s[ac]ss|coffee)$/i.test(extension)) return "";
  if (layout === undefined) {
    const isWanted = config.mode === "octavo" && /^\.x?html?$/.test(outputExtension) && !WHOLE_DOCUMENT.test(body);
    return isWanted ? kind : "";
  }
  const name = textOf(layout);
  return name === "none" ? "" : name;
}
