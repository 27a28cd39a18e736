/** Pages: files with front matter outside the collections, by the rules of Jekyll's `Page`. */
import { SiteError } from "../errors.ts";
import type { Config, Data, Page } from "../model.ts";
import { pageUrl, suffixedTemplate, urlToFile } from "../urls.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { mergeData } from "./merge.ts";
import * as of from "./reading.ts";

/**
 * A page of a file's text, or undefined where it is not published. `path` is relative to the source.
 * Throws SiteError for broken front matter (mode octavo), one that is no mapping, and a permalink that cannot be one.
 */
export function readPage(path: string, text: string, reading: of.Reading): Page | undefined {
  const { config } = reading;
  const origin = of.originOf(path, text);
  const { front } = origin;
  const own = pageData(origin, reading);
  if (!of.isTruthy(own.published, true, config.unpublished)) return undefined;
  of.warnOfMisspeltKeys(origin, own, reading);
  const inherited = reading.defaults(path, "pages");
  const data = mergeData(inherited, own);
  // In a page an empty value stands against a default, as far as Jekyll itself looks at it.
  const effective = { ...data, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value === null)) };
  const permalink = of.permalinkOf(origin, effective, own);
  const extension = of.extensionOf(path);
  const outputExtension = of.outputExtension(extension, permalink, config);
  const { url, file } = of.withPermalinkPlace(origin, own, "pages", config, () => {
    const url = pageUrl(
      permalink ?? templateOf(path, outputExtension, config),
      placeholdersOf(path, outputExtension),
      config.mode,
    );
    return { url, file: urlToFile(url, outputExtension, `index${outputExtension}`) };
  });
  return {
    kind: "page",
    path,
    data,
    body: front?.body ?? text,
    bodyLine: front?.bodyLine ?? 1,
    url,
    file,
    layout: of.layoutOf(effective, "page", outputExtension, config),
    title: of.textOf(data.title),
    description: of.textOf(data.description),
    lang: of.textOf(data.lang) || config.lang,
    markdown: of.isMarkdown(extension, config),
  };
}

/** Jekyll warns of broken front matter in a page and goes on without it, but not of one that is no mapping. */
function pageData(origin: of.Origin, { config, diagnostics }: of.Reading): Data {
  if (origin.front === undefined) return {};
  try {
    return parseFrontMatter(origin.front, origin.file);
  } catch (error) {
    if (!(error instanceof SiteError) || config.mode === "octavo" || config.strictFrontMatter) throw error;
    if (error.diagnostic.problem === notMapping) throw error;
    diagnostics.add({ ...error.diagnostic, level: "warning" });
    return {};
  }
}

const notMapping = "The front matter is not a mapping";

function templateOf(path: string, outputExtension: string, config: Config): string {
  if (!/^\.(?:html|xhtml|htm)$/.test(outputExtension)) return "/:path/:basename:output_ext";
  return basenameOf(path) === "index" ? "/:path/" : suffixedTemplate("/:path/:basename", config.permalink);
}

function placeholdersOf(path: string, outputExtension: string): Readonly<Record<string, string>> {
  const folder = path.includes("/") ? `/${path.slice(0, path.lastIndexOf("/"))}` : "";
  return { path: folder, basename: basenameOf(path), output_ext: outputExtension };
}

function basenameOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.slice(0, name.length - of.extensionOf(name).length).replace(/\.*$/, "");
}
