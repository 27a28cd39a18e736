/** The files that the default theme brings: its stylesheet, its icons. The site's own win. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./compare.ts";
import type { Site, StaticFile } from "./model.ts";
import { themePublic } from "./paths.ts";
import { SEARCH_SCRIPT } from "./search/page.ts";
import { withSlashes } from "./slashes.ts";

/** The site's static files, and in `mode: octavo` those of the theme that the site does not replace. */
export function withThemeFiles(site: Site): readonly StaticFile[] {
  const { config, staticFiles } = site;
  if (config.mode === "jekyll" || config.source === join(themePublic, "..") || !existsSync(themePublic))
    return staticFiles;
  const taken = new Set([...staticFiles, ...site.pages].map(({ file }) => file));
  const theme = readdirSync(themePublic, { recursive: true, encoding: "utf8" })
    .sort(compare)
    .filter((name) => statSync(join(themePublic, name)).isFile())
    .map((name): StaticFile => {
      const from = join(themePublic, name);
      const { size, mtimeMs } = statSync(from);
      const file = withSlashes(name);
      return { from, path: `public/${file}`, file, url: `/${file}`, size, modified: mtimeMs, collection: "", data: {} };
    })
    .filter(({ file }) => !taken.has(file) && (config.search || file !== SEARCH_SCRIPT));
  return [...staticFiles, ...theme];
}
