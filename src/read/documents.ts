/** Posts, drafts and the items of collections, by the rules of Jekyll's `Document`. */

import { basename } from "node:path";
import type { DateTime } from "luxon";
import { withoutMark } from "../byte-order-mark.ts";
import { type Diagnostic, SiteError } from "../errors.ts";
import { withoutMarkup } from "../folio/markup.ts";
import { languageIn } from "../language.ts";
import { inFolder, ownLanguage } from "../language-folders.ts";
import type { CollectionConfig, Data, Post, Value } from "../model.ts";
import { titleFromSlug } from "../slug.ts";
import { documentUrl, suffixedTemplate, urlToFile } from "../urls.ts";
import { documentDate, updatedDate } from "./document-dates.ts";
import { documentExcerpt } from "./excerpt.ts";
import type { SourceFile } from "./files.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { mergeData } from "./merge.ts";
import { permalinkOf, withPermalinkPlace } from "./permalinks.ts";
import { documentPlaceholders } from "./placeholders.ts";
import {
  type Origin,
  originOf,
  placeOf,
  type Reading,
  warnOfMisspeltKeys,
  warnOfSecondExtension,
  warnOfUnreadFrontMatter,
} from "./reading.ts";
import { CategoriesError, categoriesOf, hasTrailingComma, splitTerms, tagsOf, uniteCategories } from "./terms.ts";
import {
  extensionOf,
  isMarkdown,
  isTruthy,
  layoutOf,
  outputExtensionOf,
  textOf,
  withoutCollectionsDir,
} from "./values.ts";

/** A document that was read, and what decides whether the site holds it. */
export interface ReadPost {
  readonly post: Post;
  /** Whether a date was given. The others carry the build's time. */
  readonly dated: boolean;
}

/** A post's name: a date, a slug and an extension (Jekyll's `DATE_FILENAME_MATCHER`). */
const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

/** Whether a file's name is one of a post. */
export function isPostName(path: string): boolean {
  return DATED_NAME.test(basename(path));
}

/**
 * A document of a file's text. `path` is relative to the source; `collection` is that of its label ("posts" for drafts too).
 * Broken front matter, a date or a permalink that cannot be one are told, and the document is read on without them: so the mistakes
 * of its text are told in the same run, and what leads to it leads somewhere.
 */
export function readDocument(
  path: string,
  file: SourceFile & { readonly text: string },
  collection: CollectionConfig,
  reading: Reading,
): ReadPost {
  const { config, diagnostics } = reading;
  const relative = withoutCollectionsDir(path, config);
  const draft = collection.label === "posts" && !relative.includes("_posts");
  const origin = originOf(path, file.text);
  const { front } = origin;
  const text = { body: front?.body ?? withoutMark(file.text), bodyLine: front?.bodyLine ?? 1 };
  const folders = pathCategories(relative, collection.label, draft);
  const inherited = reading.defaults(relative, collection.label);
  const known = { origin, ...text, draft, collection, name: basename(path, extensionOf(path)) };
  const assembleNamed = (data: Data, own: Data): ReadPost => {
    const [, nameDate, nameSlug] = DATED_NAME.exec(basename(path)) ?? [];
    const dated = { origin, data, own, nameDate, draft, modified: file.modified };
    const date = diagnostics.attempt(() => documentDate(dated, reading)) ?? { time: reading.time, given: false };
    const slug = (nameSlug ?? known.name).replace(/\.*$/, "");
    const titles = { slug: textOf(data.slug) || slug, title: textOf(data.title) || titleFromSlug(slug) };
    const categories = categoriesOf(listOf(data.categories), data);
    const terms = { tags: tagsOf(data, config.mode), categories };
    return { post: assemble({ ...known, data, own, date, ...titles, ...terms }, reading), dated: date.given };
  };
  let own: Data = {};
  let data: Data;
  try {
    own = front === undefined ? {} : parseFrontMatter(front, path);
    data = mergeDocumentData(folders, [inherited, own], config.mode);
  } catch (error) {
    const level = tellBroken(error, origin, own, reading);
    own = {};
    data = mergeDocumentData(folders, [inherited], config.mode);
    if (level === "error") return assembleNamed(data, own);
    const date = { time: reading.time, given: false };
    const categories = categoriesOf(listOf(data.categories), {});
    const post = assemble({ ...known, data, own, date, slug: undefined, title: "", tags: [], categories }, reading);
    return { post, dated: false };
  }
  warnOfUnreadFrontMatter(origin, file.text, reading);
  warnOfSecondExtension(origin, reading);
  warnOfMisspeltKeys(origin, own, reading);
  warnOfCommas(origin, own, reading);
  return assembleNamed(data, own);
}

/**
 * Tells of broken front matter: a warning where Jekyll forgets it and what follows from it, and writes the body all the same.
 * @returns the level of what was told
 */
function tellBroken(error: unknown, origin: Origin, own: Data, { config, diagnostics }: Reading): Diagnostic["level"] {
  if (!(error instanceof SiteError || error instanceof CategoriesError)) throw error;
  const level = config.mode === "octavo" || config.strictFrontMatter ? "error" : "warning";
  const help = "Correct the front matter: it is left out";
  const problem = { ...placeOf(origin, "categories", own), problem: error.message, help };
  diagnostics.add({ ...(error instanceof SiteError ? error.diagnostic : problem), level });
  return level;
}

interface Known {
  readonly origin: Origin;
  readonly body: string;
  readonly bodyLine: number;
  readonly draft: boolean;
  readonly collection: CollectionConfig;
  /** The file's name without its extension. */
  readonly name: string;
  readonly data: Data;
  readonly own: Data;
  readonly date: { readonly time: DateTime; readonly given: boolean };
  /** Undefined where the front matter is broken: then Jekyll makes none of the name. */
  readonly slug: string | undefined;
  readonly title: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

/** What cannot be a permalink or a date of change is told. */
function assemble(known: Known, reading: Reading): Post {
  const { config, diagnostics } = reading;
  const { origin, data, own, collection, body } = known;
  const permalink = diagnostics.attempt(() => permalinkOf(origin, data, own));
  const extension = extensionOf(origin.file);
  const outputExtension = outputExtensionOf(extension, permalink, config);
  const template = permalink ?? collection.permalink ?? suffixedTemplate("/:collection/:path", config.permalink);
  const { prefix, lang } = ownLanguage(origin.file, data, config);
  const { url, file } = withPermalinkPlace(origin, own, collection.label, reading, () => {
    const placeholders = documentPlaceholders({ ...known, outputExtension }, config);
    const url = inFolder(prefix, documentUrl(template, placeholders, config.mode));
    return { url, file: urlToFile(url, outputExtension) };
  });
  const updated = diagnostics.attempt(() => updatedDate(origin, own, data, reading));
  return {
    kind: "post",
    path: origin.file,
    data,
    body,
    bodyLine: known.bodyLine,
    url,
    file,
    layout: layoutOf(
      data,
      { kind: collection.label === "posts" ? "post" : "page", extension, outputExtension, body },
      config,
    ),
    title: withoutMarkup(known.title, config),
    description: withoutMarkup(textOf(data.description), config),
    lang: languageIn(lang, config.lang),
    markdown: isMarkdown(extension, config),
    collection: collection.label,
    draft: known.draft,
    output: collection.output && isTruthy(data.published, true, config.unpublished),
    date: known.date.time,
    ...(updated === undefined ? {} : { updated }),
    tags: known.tags,
    categories: known.categories,
    slug: known.slug ?? "",
    id: `${url.slice(0, url.replace(/\/$/, "").lastIndexOf("/"))}/${known.slug ?? known.name}`,
    excerpt: documentExcerpt(data, body, config),
  };
}

/** The folders above `_posts` are a post's first categories. */
function pathCategories(relative: string, label: string, draft: boolean): readonly string[] {
  const special = draft ? "_drafts" : `_${label}`;
  const at = relative.indexOf(special);
  return at <= 0
    ? []
    : relative
        .slice(0, at)
        .split("/")
        .filter((part) => part !== "");
}

/** Front matter over defaults, with the categories of both and of the path united. Throws CategoriesError. */
function mergeDocumentData(folders: readonly string[], layers: readonly Data[], mode: "jekyll" | "octavo"): Data {
  const categories = layers.reduce<readonly Value[]>(
    (found, layer) => uniteCategories(found, layer.categories, mode),
    folders,
  );
  const merged = layers.reduce<Data>((below, layer) => mergeData(below, layer), {});
  return { ...merged, categories };
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function warnOfCommas(origin: Origin, own: Data, { config, diagnostics }: Reading): void {
  if (config.mode === "jekyll") return;
  for (const key of ["tags", "categories"]) {
    const value = own[key];
    if (typeof value !== "string" || !hasTrailingComma(value)) continue;
    const words = splitTerms(value, "octavo");
    diagnostics.warn({
      ...placeOf(origin, key, own),
      problem: `The commas in \`${key}\` are dropped: it reads as ${words.map((word) => `"${word}"`).join(", ")}`,
      help: `Separate words with spaces, or write a list: ${key}: [${words.join(", ")}]`,
    });
  }
}
