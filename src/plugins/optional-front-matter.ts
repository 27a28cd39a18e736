/** jekyll-optional-front-matter: Markdown files are pages without front matter, too. */
import type { Diagnostics } from "../errors.ts";
import { isAcademic } from "../folio/academic.ts";
import type { Config, StaticFile } from "../model.ts";
import { beginsAsUtf16 } from "../read/files.ts";
import { isIncluded } from "../read/source.ts";
import { extensionOf, isMarkdown } from "../read/values.ts";
import { asData, listsPlugin } from "../settings.ts";
import type { Entries, ToPage } from "./entries.ts";

/** Files of a repository that are about it and not part of the site (the gem's `FILENAME_BLACKLIST`). */
const ABOUT_THE_REPOSITORY: readonly string[] = [
  "README",
  "LICENSE",
  "LICENCE",
  "COPYING",
  "CODE_OF_CONDUCT",
  "CONTRIBUTING",
  "ISSUE_TEMPLATE",
  "PULL_REQUEST_TEMPLATE",
];

/**
 * The entries with a page for each Markdown file without front matter. The file itself is copied all the same, unless
 * `optional_front_matter: {remove_originals: true}`.
 */
export function optionalFrontMatter(entries: Entries, config: Config, toPage: ToPage): Entries {
  const settings = asData(config.data.optional_front_matter) ?? {};
  if (!listsPlugin(config, "jekyll-optional-front-matter") || settings.enabled === false) return entries;
  if (config.data.require_front_matter) return entries;
  const found = entries.files.filter((file) => isWanted(file, config));
  const pages = found.map(toPage).filter((page) => page !== undefined);
  const files =
    settings.remove_originals === true
      ? entries.files.filter((file) => file.collection !== "" || !found.includes(file))
      : entries.files;
  return { pages: [...entries.pages, ...pages], files };
}

/**
 * One warning for all the Markdown files that lie in the site's folders without front matter, and one for each that is UTF-16: who
 * wrote them waits for pages.
 * @param entries what the gems that work on reading have left
 */
export function warnOfBareMarkdown({ pages, files }: Entries, config: Config, diagnostics: Diagnostics): void {
  if (config.mode === "jekyll") return;
  const read = new Set(pages.map(({ path }) => path));
  const bare = files.filter(
    (file) => isWanted(file, config) && !read.has(file.path) && !file.path.startsWith("public/"),
  );
  const unread = bare.filter(({ from }) => beginsAsUtf16(from));
  for (const { path: file } of unread) {
    const problem = "The Markdown file is UTF-16: no front matter is found in it, and it is copied as it is";
    diagnostics.warn({ file, problem, help: "Save it with the encoding UTF-8" });
  }
  // al-folio's pages of people name texts without any.
  const [first, ...others] = isAcademic(config) ? [] : bare.filter((file) => !unread.includes(file));
  if (first === undefined) return;
  const rest =
    others.length === 0 ? "" : `, as ${others.length === 1 ? "another" : `${others.length} more`} of the site`;
  diagnostics.warn({
    file: first.path,
    problem: `The Markdown file has no front matter and is copied as it is${rest}`,
    help: "Begin it with two lines of ---, or add jekyll-optional-front-matter to `plugins`, which makes pages of all such files",
  });
}

function isWanted({ path }: StaticFile, config: Config): boolean {
  const extension = extensionOf(path);
  if (!isMarkdown(extension, config)) return false;
  const name = path.slice(path.lastIndexOf("/") + 1, path.length - extension.length);
  return isIncluded(path, config) || !ABOUT_THE_REPOSITORY.includes(name.toUpperCase());
}
