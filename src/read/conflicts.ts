/** Two files of the source for one file of the destination. */
import type { Diagnostics } from "../errors.ts";
import { isAcademic } from "../folio/academic.ts";
import type { Config, Page, Post, StaticFile } from "../model.ts";
import { placeInFile } from "./reading.ts";

/** What a site writes, in the order in which Jekyll writes it: of two for one file the later stays. */
export interface Written {
  readonly pages: readonly Page[];
  readonly staticFiles: readonly StaticFile[];
  readonly posts: readonly Post[];
}

/**
 * The sources that give way to another one. Each pair is told, both named: in mode octavo as an error, for nobody can know which
 * of two pages was meant. A static file beside a page is one that somebody built and kept: it is told as a warning, as every
 * pair is in mode jekyll, and what Jekyll would write is written. So is every pair of an al-folio site: it was published with both.
 */
export function findConflicts(
  written: Written,
  config: Config,
  diagnostics: Diagnostics,
): ReadonlySet<Page | StaticFile | Post> {
  const owners = new Map<string, Page | StaticFile | Post>();
  const lost = new Set<Page | StaticFile | Post>();
  const isStrict = config.mode === "octavo" && !isAcademic(config);
  for (const source of [...written.pages, ...written.staticFiles, ...written.posts]) {
    const before = owners.get(source.file);
    owners.set(source.file, source);
    if (before === undefined) continue;
    lost.add(before);
    const isError = isStrict && "kind" in before && "kind" in source;
    const problem = `${before.path} and ${source.path} are both written to ${source.url}`;
    const help = "Give one of them another permalink, name or date";
    diagnostics.add({
      ...placeOfPermalink(source, config),
      ...(isError
        ? { level: "error", problem, help }
        : { level: "warning", problem: `${problem}: ${source.path} is shown`, help: `${help}, or remove it` }),
    });
  }
  return lost;
}

/** The line of a file that makes it what it is written to: its permalink, or its first. */
function placeOfPermalink(source: Page | StaticFile | Post, config: Config) {
  return "kind" in source ? placeInFile(source.path, "permalink", config) : { file: source.path };
}
