/** Files that entries name and the site does not have. */
import type { Diagnostics } from "../errors.ts";
import type { Site } from "../model.ts";
import { readableUrl } from "../urls.ts";
import type { NamedFile, Publication } from "./model.ts";
import { FILE_FIELDS, fileUrl, previewUrl } from "./shown.ts";

/** Whether a site has what a site-relative URL names; other URLs, and those of pages, are looked after elsewhere. */
export function fileFinder({ staticFiles, pages }: Site): (url: string) => boolean {
  const known = new Set([...staticFiles, ...pages].map(({ url }) => readableUrl(url)));
  return (url) => {
    const path = readableUrl(url).replace(/[?#].*$/, "");
    return !path.startsWith("/") || path.startsWith("//") || !/\.\w+$/.test(path) || known.has(path);
  };
}

/** One warning for each file that is missing, with the line of the field. */
export function tellMissingFiles(site: Site, diagnostics: Diagnostics): void {
  const { bibliography } = site;
  if (bibliography === undefined) return;
  const isThere = fileFinder(site);
  for (const { file, namedFiles } of bibliography.files) {
    for (const { key, field, line, url } of namedFiles) {
      if (isThere(url)) continue;
      diagnostics.warn({
        file,
        line,
        problem: `The ${field} of ${key} is not there: ${url.slice(1)}`,
        help: "Put the file there, correct its name, or give a whole address (https://…)",
      });
    }
  }
}

/** What an entry's own fields name. */
export function filesOf({ key, fields, lines }: Publication): readonly NamedFile[] {
  const files: NamedFile[] = [];
  const add = (field: string, urlOf: (value: string) => string): void => {
    const line = lines[field];
    const value = fields[field];
    if (line === undefined || value === undefined || value === "") return;
    const url = urlOf(value);
    if (url !== "") files.push({ key, field, line, url });
  };
  for (const [field, folder] of FILE_FIELDS) add(field, (value) => fileUrl(value, folder));
  add("preview", previewUrl);
  return files;
}
