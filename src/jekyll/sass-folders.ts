/** The folders that the stylesheets of a site come from. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SiteError } from "../errors.ts";
import { isFolder, liesIn } from "../file-kinds.ts";
import type { Config } from "../model.ts";
import { matchesGlob } from "../read/globs.ts";
import type { Place } from "../read/position.ts";
import { asData, asList, asText } from "../settings.ts";

/** The folder of the site's own partials, relative to the source: it has stylesheets where this exists. */
export function sassFolder({ data }: Pick<Config, "data">): string {
  return asText(asData(data.sass)?.sass_dir) ?? "_sass";
}

/** `load_paths`, which may be globs, and `sass_dir`: absolute paths of folders that exist. */
export function loadPaths({ source, data }: Config): readonly string[] {
  const settings = asData(data.sass) ?? {};
  const paths = asList(settings.load_paths) ?? (settings.load_paths ? [settings.load_paths] : []);
  const all = [...paths.map(String), sassFolder({ data })];
  const partsOf = (path: string) => path.split("/").filter((part) => part !== ".");
  return [...new Set(all.flatMap((path) => foldersOf(source, partsOf(path))))];
}

function foldersOf(base: string, [part, ...rest]: readonly string[]): readonly string[] {
  if (part === undefined) return [base];
  if (part === "") return foldersOf(base, rest);
  if (!/[*?[{]/.test(part)) {
    const path = join(base, part);
    return isFolder(path) ? foldersOf(path, rest) : [];
  }
  const names = readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && matchesGlob(part, entry.name))
    .map(({ name }) => name)
    .sort();
  const below = names.flatMap((name) => foldersOf(join(base, name), part === "**" ? [part, ...rest] : rest));
  return part === "**" ? [...foldersOf(base, rest), ...below] : below;
}

/**
 * No path and no link leads out of the site and its theme.
 * @param urls file: URLs of what a stylesheet imports
 * @param roots absolute paths of the folders that it may lie in
 * @param place where the stylesheet stands
 * @throws SiteError for the first that lies elsewhere
 */
export function refuseForeign(urls: readonly string[], roots: readonly string[], place: Partial<Place>): void {
  const paths = urls.map((url) => fileURLToPath(url));
  const foreign = paths.find((path) => !roots.some((root) => liesIn(path, root)));
  if (foreign === undefined) return;
  throw new SiteError({
    ...place,
    problem: `The stylesheet ${basename(foreign)} that is imported here lies outside the site's folder`,
    help: "Put the file itself into the site",
  });
}
