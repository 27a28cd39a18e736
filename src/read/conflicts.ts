/** Two files of the source for one file of the destination. */
import type { Diagnostics } from "../errors.ts";
import type { Config, Page, Post, StaticFile } from "../model.ts";
import { placeInFile } from "./reading.ts";

/** What a site writes, in the order in which Jekyll writes it: of two for one file the later stays. */
export interface Written {
  readonly pages: readonly Page[];
  readonly staticFiles: readonly StaticFile[];
  readonly posts: readonly Post[];
}

/**
 * The paths of the sources that give way to another one. Each pair is told, both named: as an error in mode octavo, as a
 * warning in mode jekyll, where the last one is written.
 */
export function findConflicts(
  written: Written,
  config: Config,
  diagnostics: Diagnostics,
): ReadonlySet<Page | StaticFile | Post> {
  const owners = new Map<string, Page | StaticFile | Post>();
  const lost = new Set<Page | StaticFile | Post>();
  for (const source of [...written.pages, ...written.staticFiles, ...written.posts]) {
    const before = owners.get(source.file);
    owners.set(source.file, source);
    if (before === undefined) continue;
    lost.add(before);
    diagnostics.add({
      level: config.mode === "octavo" ? "error" : "warning",
      ...placeOfPermalink(source, config),
      problem: `${before.path} and ${source.path} are both written to ${source.url}`,
      help: "Give one of them another permalink, name or date",
    });
  }
  return lost;
}

/** The line of a file that makes it what it is written to: its permalink, or its first. */
function placeOfPermalink(source: Page | StaticFile | Post, config: Config) {
  return "kind" in source ? placeInFile(source.path, "permalink", config) : { file: source.path };
}
