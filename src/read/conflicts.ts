/** Two files of the source for one file of the destination. */
import type { Diagnostics } from "../errors.ts";
import type { Config, Page, Post, StaticFile } from "../model.ts";
import { asList, listsPlugin } from "../settings.ts";
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
 * pair is in mode jekyll, and what Jekyll would write is written.
 */
export function findConflicts(
  written: Written,
  config: Config,
  diagnostics: Diagnostics,
): ReadonlySet<Page | StaticFile | Post> {
  const owners = new Map<string, Page | StaticFile | Post>();
  const lost = new Set<Page | StaticFile | Post>();
  const translations: (readonly [Page | Post, Page | Post])[] = [];
  const isTranslated = config.mode === "octavo" && listsPlugin(config, "jekyll-polyglot");
  for (const source of [...written.pages, ...written.staticFiles, ...written.posts]) {
    const before = owners.get(source.file);
    owners.set(source.file, source);
    if (before === undefined) continue;
    lost.add(before);
    if (isTranslated && "kind" in before && "kind" in source) {
      translations.push([before, source]);
      continue;
    }
    const isError = config.mode === "octavo" && "kind" in before && "kind" in source;
    const problem = `${before.path} and ${source.path} are both written to ${source.url}`;
    const help = "Give one of them another permalink, name or date";
    diagnostics.add({
      ...placeOfPermalink(source, config),
      ...(isError
        ? { level: "error", problem, help }
        : { level: "warning", problem: `${problem}: ${source.path} is shown`, help: `${help}, or remove it` }),
    });
  }
  tellTranslations(translations, config, diagnostics);
  return lost;
}

/** One message for all pages that the gem jekyll-polyglot would put into folders of their languages. */
function tellTranslations(
  pairs: readonly (readonly [Page | Post, Page | Post])[],
  config: Config,
  diagnostics: Diagnostics,
): void {
  const [first] = pairs;
  if (first === undefined) return;
  const main = String(config.data.default_lang ?? config.lang);
  const others = (asList(config.data.languages) ?? []).map(String).filter((language) => language !== main);
  const folders = pairs.flat().flatMap(({ path }) => {
    const parts = path.split("/");
    const at = parts.findIndex((part) => others.includes(part));
    return at < 0 ? [] : [parts.slice(0, at + 1).join("/")];
  });
  const exclude = [...new Set(folders)].sort().join(", ");
  const one =
    exclude === "" ? "" : `To build ${main} alone add ${exclude} to "exclude:" in _config.yml; to build all, `;
  const all = `give each page of another language a permalink of its own, as in "permalink: /${others[0] ?? "es"}/about/"`;
  const more = pairs.length - 1;
  const rest = more === 0 ? "" : more === 1 ? ", and so is one more pair" : `, and so are ${more} more pairs`;
  diagnostics.add({
    ...placeOfPermalink(first[1], config),
    level: "error",
    problem: `${first[0].path} and ${first[1].path} are both written to ${first[1].url}${rest}: the gem jekyll-polyglot, which parts languages, is not here`,
    help: exclude === "" ? `G${all.slice(1)}` : one + all,
  });
}

/** The line of a file that makes it what it is written to: its permalink, or its first. */
function placeOfPermalink(source: Page | StaticFile | Post, config: Config) {
  return "kind" in source ? placeInFile(source.path, "permalink", config) : { file: source.path };
}
