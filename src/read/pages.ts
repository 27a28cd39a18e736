/** Pages: files with front matter outside the collections, by the rules of Jekyll's `Page`. */

import { SiteError } from "../errors.ts";
import { withoutMarkup } from "../folio/markup.ts";
import { languageIn } from "../language.ts";
import { inFolder, ownLanguage } from "../language-folders.ts";
import type { Config, Data, Page } from "../model.ts";
import { pageUrl, suffixedTemplate, urlToFile } from "../urls.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { mergeData } from "./merge.ts";
import { permalinkOf, withPermalinkPlace } from "./permalinks.ts";
import { type Origin, originOf, type Reading, warnOfMisspeltKeys, warnOfUnreadFrontMatter } from "./reading.ts";
import { extensionOf, isMarkdown, isTruthy, layoutOf, outputExtensionOf, textOf } from "./values.ts";

/**
 * A page of a file's text, or undefined where it is not published. `path` is relative to the source.
 * Broken front matter and a permalink that cannot be one are told, and the page is read on without them, as a document is.
 */
export function readPage(path: string, text: string, reading: Reading): Page | undefined {
  const { config } = reading;
  const origin = originOf(path, text);
  const { front } = origin;
  const own = pageData(origin, reading);
  if (!isTruthy(own.published, true, config.unpublished)) return undefined;
  warnOfUnreadFrontMatter(origin, text, reading);
  warnOfMisspeltKeys(origin, own, reading);
  const inherited = reading.defaults(path, "pages");
  const data = mergeData(inherited, own);
  // In a page an empty value stands against a default, as far as Jekyll itself looks at it.
  const effective = { ...data, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value === null)) };
  const permalink = reading.diagnostics.attempt(() => permalinkOf(origin, effective, own));
  const extension = extensionOf(path);
  const outputExtension = outputExtensionOf(extension, permalink, config);
  const { prefix, lang } = ownLanguage(path, data, config);
  const { url, file } = withPermalinkPlace(origin, own, "pages", reading, () => {
    const template = permalink ?? templateOf(path, outputExtension, config);
    const url = inFolder(prefix, pageUrl(template, placeholdersOf(path, outputExtension), config.mode));
    return { url, file: urlToFile(url, outputExtension, `index${outputExtension}`) };
  });
  const body = front?.body ?? text;
  return {
    kind: "page",
    path,
    data,
    body,
    bodyLine: front?.bodyLine ?? 1,
    url,
    file,
    layout: layoutOf(effective, { kind: "page", extension, outputExtension, body }, config),
    title: withoutMarkup(textOf(data.title), config),
    description: withoutMarkup(textOf(data.description), config),
    lang: languageIn(lang, config.lang),
    markdown: isMarkdown(extension, config),
  };
}

/** Jekyll warns of broken front matter in a page and goes on without it, but not of one that is no mapping. */
function pageData(origin: Origin, { config, diagnostics }: Reading): Data {
  if (origin.front === undefined) return {};
  try {
    return parseFrontMatter(origin.front, origin.file);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    const isError = config.mode === "octavo" || config.strictFrontMatter || error.diagnostic.problem === NOT_MAPPING;
    diagnostics.add({ ...error.diagnostic, level: isError ? "error" : "warning" });
    return {};
  }
}

const NOT_MAPPING = "The front matter is not a mapping";

function templateOf(path: string, outputExtension: string, config: Config): string {
  if (!/^\.(?:html|xhtml|htm)$/.test(outputExtension)) return "/:path/:basename:output_ext";
  // Hosts look for this one file, whatever the style of the other URLs.
  if (config.mode === "octavo" && /^404\.[^./]+$/.test(path)) return "/404:output_ext";
  return basenameOf(path) === "index" ? "/:path/" : suffixedTemplate("/:path/:basename", config.permalink);
}

function placeholdersOf(path: string, outputExtension: string): Readonly<Record<string, string>> {
  const folder = path.includes("/") ? `/${path.slice(0, path.lastIndexOf("/"))}` : "";
  return { path: folder, basename: basenameOf(path), output_ext: outputExtension };
}

function basenameOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.slice(0, name.length - extensionOf(name).length).replace(/\.*$/, "");
}
