/** Files that entries name and the site does not have. */
import type { Diagnostics } from "../errors.ts";
import type { Site } from "../model.ts";
import type { Publication } from "./model.ts";
import { fileFields, fileUrl, previewUrl } from "./shown.ts";

/** Whether a site has what a site-relative URL names; other URLs, and those of pages, are looked after elsewhere. */
export function fileFinder({ staticFiles, pages }: Site): (url: string) => boolean {
  const known = new Set([...staticFiles, ...pages].map(({ url }) => decode(url)));
  return (url) => {
    const path = decode(url).replace(/[?#].*$/, "");
    return !path.startsWith("/") || path.startsWith("//") || !/\.\w+$/.test(path) || known.has(path);
  };
}

/** One warning for each file that is missing, with the line of the field. */
export function tellMissingFiles(site: Site, diagnostics: Diagnostics): void {
  const { bibliography } = site;
  if (bibliography === undefined) return;
  const isThere = fileFinder(site);
  for (const { file, entries } of bibliography.files) {
    for (const entry of entries) {
      for (const { field, url } of filesOf(entry)) {
        if (isThere(url)) continue;
        diagnostics.warn({
          file,
          line: entry.lines[field] ?? entry.line,
          problem: `The ${field} of ${entry.key} is not there: ${url.slice(1)}`,
          help: "Put the file there, correct its name, or give a whole address (https://…)",
        });
      }
    }
  }
}

/** The URLs that an entry's own fields name. */
export function filesOf({ fields, lines }: Publication): readonly { readonly field: string; readonly url: string }[] {
  const files: { readonly field: string; readonly url: string }[] = [];
  const add = (field: string, urlOf: (value: string) => string): void => {
    // Asked for every entry in every build, and most have few of these.
    const value = lines[field] === undefined ? undefined : fields[field];
    const url = value === undefined || value === "" ? "" : urlOf(value);
    if (url !== "") files.push({ field, url });
  };
  for (const [field, folder] of fileFields) add(field, (value) => fileUrl(value, folder));
  add("preview", previewUrl);
  return files;
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
