/** Small sites on Octavo's own layouts, built in memory. */
import { Builder } from "../../src/build.ts";
import type { Diagnostic } from "../../src/errors.ts";
import { type AnyFiles, type Files, inFolder } from "./site.ts";

export interface BuiltSite {
  /** The text of a file by its path in the destination; "" where the site has none. */
  readonly page: (file: string) => string;
  /** What stands between `<main>` and `</main>` there. */
  readonly main: (file: string) => string;
  readonly files: readonly string[];
  readonly told: readonly Diagnostic[];
}

/** Builds in `mode: octavo`. Throws BuildError where the site has errors. */
export async function built(files: AnyFiles): Promise<BuiltSite> {
  return inFolder({ "_config.yml": "title: T\n", ...files }, async (folder) => {
    const { changed, diagnostics } = await new Builder({ source: folder, mode: "octavo" }).build("");
    const texts = new Map(changed.map(({ file, text }) => [file, text]));
    const page = (file: string): string => texts.get(file) ?? "";
    return {
      page,
      main: (file) => /<main[^>]*>(.*)<\/main>/s.exec(page(file))?.[1] ?? "",
      files: [...texts.keys()],
      told: diagnostics.all,
    };
  });
}

/** What a page of this text shows, without its title: a site of one page, built. */
export async function shown(text: string, files: Files = {}): Promise<string> {
  const site = await built({ "p.md": `---\nlayout: default\npermalink: /p/\n---\n${text}\n`, ...files });
  return site
    .main("p/index.html")
    .replace(/^<div class="prose e-content">/, "")
    .replace(/<\/div>$/, "")
    .trim();
}
