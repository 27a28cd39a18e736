/** Permalinks and the files they stand for, by the rules of Jekyll's `URL`, `UrlDrop` and `Page` (spec of URLs and placeholders). */
import type { Config, Mode } from "./model.ts";
import { nearest } from "./nearest.ts";

/** A permalink that cannot be one. The caller knows the file and the line. */
export class PermalinkError extends Error {
  readonly help: string;
  /** Whether the template is at fault, and not what its placeholders stand for. */
  readonly inTemplate: boolean;

  constructor(problem: string, help: string, inTemplate: boolean) {
    super(problem);
    this.help = help;
    this.inTemplate = inTemplate;
  }
}

/** What the placeholders of a template stand for: undefined for one that is not among the names. */
export interface Placeholders {
  readonly names: readonly string[];
  readonly value: (name: string) => string | undefined;
}

const STYLES: Readonly<Record<string, string>> = {
  none: "/:categories/:title:output_ext",
  date: "/:categories/:year/:month/:day/:title:output_ext",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
};

/** The template for posts of a global `permalink`: a style's own, or the value itself. */
export function styleTemplate(permalink: string): string {
  return Object.hasOwn(STYLES, permalink) ? (STYLES[permalink] ?? permalink) : permalink;
}

/** The template of pages and collections without a permalink: the global style decides how it ends. */
export function suffixedTemplate(template: string, permalink: string): string {
  if (permalink === "pretty") return `${template}/`;
  if (["date", "ordinal", "none"].includes(permalink)) return `${template}:output_ext`;
  if (permalink.endsWith("/")) return `${template}/`;
  return permalink.endsWith(":output_ext") ? `${template}:output_ext` : template;
}

/**
 * The URL of a document. A placeholder with a `_` at its end stands for the one without it, followed by `_`.
 * Throws PermalinkError for a placeholder that nobody knows and for what would leave the destination.
 */
export function documentUrl(template: string, placeholders: Placeholders, mode: Mode): string {
  checkPermalink(template);
  const url = template.replace(/:([a-z_]+)/g, (_, written: string) => {
    const value = placeholders.value(written);
    if (value !== undefined) return escapePath(value, mode);
    const shorter = written.endsWith("_") ? placeholders.value(written.slice(0, -1)) : undefined;
    if (shorter === undefined) throw unknownPlaceholder(written, placeholders.names);
    return `${escapePath(shorter, mode)}_`;
  });
  return sanitize(url, mode);
}

/**
 * The URL of a page or of a static file of a collection: only the given placeholders are replaced. Other words after a colon stay,
 * except in mode octavo. Throws PermalinkError.
 */
export function pageUrl(template: string, placeholders: Readonly<Record<string, string>>, mode: Mode): string {
  checkPermalink(template);
  const unknown = [...template.matchAll(/\/:([a-z_]+)/g)].find(([, name = ""]) => !Object.hasOwn(placeholders, name));
  if (unknown !== undefined && mode === "octavo") throw unknownPlaceholder(unknown[1] ?? "", Object.keys(placeholders));
  const url = Object.entries(placeholders).reduce(
    (result, [name, value]) => result.replaceAll(`:${name}`, () => escapePath(value, mode)),
    template,
  );
  return sanitize(url, mode);
}

/**
 * The file, relative to the destination, that a URL is written to: `index` in the folder of a URL that ends with a slash.
 * Throws PermalinkError.
 */
export function urlToFile(url: string, extension: string, index = "index.html"): string {
  const path = decodePath(url).replace(/^\/+/, "");
  if (url.endsWith("/")) return checkFile(path + index);
  return checkFile(path.endsWith(extension) ? path : path + extension);
}

/** A URL as a reader writes it: what stands for a sign of URLs, as `%2F` does, and a broken sequence stay as they are. */
export function readableUrl(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** `path` with every percent-encoded byte decoded; a broken sequence stays as it is. */
export function decodePath(path: string): string {
  if (!path.includes("%")) return path;
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"));
}

/** Percent-encodes what a path of a URL cannot hold. `?` stays in mode jekyll, as Jekyll leaves it. */
export function escapePath(path: string, mode: Mode): string {
  if (/^[A-Za-z0-9./-]*$/.test(path)) return path;
  return path.replace(
    mode === "jekyll" ? /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu : /[^A-Za-z0-9\-._~!$&'()*+,;=:@/]/gu,
    encode,
  );
}

function encode(character: string): string {
  return [...Buffer.from(character, "utf8")]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}

/** A site-relative URL with `baseurl` in front; absolute URLs, fragments, queries and other schemes are left alone. */
export function withBaseurl(config: Pick<Config, "baseurl">, url: string): string {
  if (!url.startsWith("/") || url.startsWith("//")) return url;
  return config.baseurl + url;
}

/** `withBaseurl` with the site's `url` in front; without a `url` the same as `withBaseurl`. */
export function absoluteUrl(config: Pick<Config, "baseurl" | "url">, url: string): string {
  if (!url.startsWith("/") || url.startsWith("//")) return url;
  return config.url + withBaseurl(config, url);
}

/** Refuses a file that would be written outside the destination. Returns it. Throws PermalinkError. */
export function checkFile(file: string): string {
  const bad = file.includes("\\") || file.includes("\0") || file.startsWith("/") || file.split("/").includes("..");
  if (bad) throw outside(`The file "${file}"`, false);
  return file;
}

/** Refuses a permalink that would leave the destination, before Jekyll's cleaning hides that it would. */
function checkPermalink(permalink: string): void {
  const decoded = decodePath(permalink);
  const bad = /(?:^|\/)\.\.(?:\/|$)|\\|\0|^\/\/|^[a-z][a-z0-9+.-]*:\/|^file:/i.test(decoded);
  if (bad) throw outside(`The permalink "${permalink}"`, true);
}

function unknownPlaceholder(name: string, known: readonly string[]): PermalinkError {
  const near = nearest(name, known);
  const all = known.map((key) => `:${key}`).join(", ");
  const help = near === undefined ? `Use one of ${all}` : `Did you mean :${near}?`;
  return new PermalinkError(`The permalink's placeholder :${name} is not known here`, help, true);
}

function outside(what: string, inTemplate: boolean): PermalinkError {
  const help = "Write a path below the site's root, with slashes and without ..";
  return new PermalinkError(`${what.replaceAll("\0", "\\0")} would leave the destination`, help, inTemplate);
}

/** Jekyll's cleaning of a finished URL. In mode octavo what is no URL yet (a space, an umlaut) is encoded as well. */
function sanitize(url: string, mode: Mode): string {
  const clean = `/${url}`
    .replaceAll("..", "/")
    .replaceAll("./", "")
    .replace(/\/{2,}/g, "/");
  return mode === "jekyll" ? clean : clean.replace(/[^\x21-\x7e]|[?#"<>[\]^`{|}]|%(?![0-9a-f]{2})/giu, encode);
}
