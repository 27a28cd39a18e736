/** Sites that stand in memory as a table of files, rendered as Jekyll would. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics, SiteError } from "../../src/errors.ts";
import { createDocumentRenderer, type DocumentRenderer } from "../../src/jekyll/render.ts";
import type { Document, Site } from "../../src/model.ts";
import { readSite } from "../../src/read/site.ts";
import { type Files, temporaryFolder, writeFiles } from "../support/site.ts";

export interface Rendered {
  readonly site: Site;
  readonly renderer: DocumentRenderer;
  readonly diagnostics: Diagnostics;
  /** The whole page of a document, by its path; where it fails, what was said. */
  readonly page: (path: string) => string;
}

/** The moment that every site here is built at. */
const now = DateTime.fromISO("2026-01-02T03:04:05Z");

/**
 * Reads and renders a site of the given files; Markdown is left as it is. `links` are symbolic links, by their path.
 * The folder is removed when the test ends.
 */
export function renderSite(
  test: { after: (work: () => void) => void },
  files: Files,
  links: Readonly<Record<string, string>> = {},
): Rendered {
  const { folder, remove } = temporaryFolder();
  test.after(remove);
  writeFiles(folder, { "_config.yml": "timezone: UTC\n", ...files });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  const diagnostics = new Diagnostics();
  const config = readConfig({ source: folder, mode: "jekyll" }, diagnostics);
  const site = readSite(config, now.setZone(config.timezone), diagnostics);
  const renderer = createDocumentRenderer(site, {
    diagnostics,
    environment: "development",
    converters: {
      markdownify: (text) => text,
      smartify: (text) => text,
      sass: (text) => text,
      highlight: () => undefined,
    },
    markdown: (text) => text,
    stylesheet: (_, text) => text,
  });
  const documents: readonly Document[] = [...site.posts, ...[...site.collections.values()].flat(), ...site.pages];
  const page = (path: string): string => {
    const document = documents.find((candidate) => candidate.path === path);
    if (document === undefined) return `no document ${path}`;
    try {
      return renderer.page(document);
    } catch (error) {
      if (error instanceof SiteError) return told(error);
      throw error;
    }
  };
  return { site, renderer, diagnostics, page };
}

/** `file:line: problem` */
function told({ diagnostic: { file, line, problem } }: Pick<SiteError, "diagnostic">): string {
  return `${file}:${line}: ${problem}`;
}

/** A page with front matter that holds a template; the template begins in line 3. */
export function page(template: string): string {
  return `---\n---\n${template}`;
}
