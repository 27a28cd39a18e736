/** jekyll-optional-front-matter: Markdown files are pages without front matter, too. */
import type { Config, StaticFile } from "../model.ts";
import { isIncluded } from "../read/source.ts";
import { extensionOf, isMarkdown } from "../read/values.ts";
import { asData, listsPlugin } from "../settings.ts";
import type { Entries, ToPage } from "./entries.ts";

/** Files of a repository that are about it and not part of the site (the gem's `FILENAME_BLACKLIST`). */
const aboutTheRepository: readonly string[] = [
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

function isWanted({ path }: StaticFile, config: Config): boolean {
  const extension = extensionOf(path);
  if (!isMarkdown(extension, config)) return false;
  const name = path.slice(path.lastIndexOf("/") + 1, path.length - extension.length);
  return isIncluded(path, config) || !aboutTheRepository.includes(name.toUpperCase());
}
