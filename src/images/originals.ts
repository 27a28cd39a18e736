/** The originals as they are published: those that tell where they were taken are named, or go out without their metadata. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../disk/cache-files.ts";
import { makeFolder } from "../disk/make-folder.ts";
import { writeFailure } from "../disk/write-failure.ts";
import type { Diagnostics } from "../errors.ts";
import type { Derived, Site, StaticFile } from "../model.ts";
import { CACHE_FOLDER } from "../paths.ts";
import { ImageLibrary, type ImageMemory } from "./library.ts";
import { checkImageOptions, imageOptions, magickOptions } from "./options.ts";
import { stripMetadata } from "./read-header.ts";
import { magickImages } from "./small.ts";

/** Folder of the originals without metadata, relative to the source. */
const ORIGINALS = join(CACHE_FOLDER, "originals");

/** The site with its images as they are published, and what is known of them. @throws SiteError where the cache cannot be written */
export function publishImages(
  site: Site,
  memory: ImageMemory,
  diagnostics: Diagnostics,
): { readonly site: Site; readonly images: ImageLibrary } {
  const { config } = site;
  const library = new ImageLibrary(site, memory);
  const options = imageOptions(config);
  checkImageOptions(config, diagnostics);
  if (options === undefined) return { site, images: library };
  if (!options.stripOriginals) {
    for (const file of library.all) if (library.header(file)?.position) tellPosition(file, diagnostics);
    return { site, images: library };
  }
  const replaced = new Map(library.all.map((file) => [file, stripped(file, library, config.source)]));
  const published = { ...site, staticFiles: site.staticFiles.map((file) => replaced.get(file) ?? file) };
  const images = new ImageLibrary(published, memory);
  forgetOthers(join(config.source, ORIGINALS), new Set(published.staticFiles.map(({ from }) => from)));
  for (const file of images.all) if (images.header(file)?.position) tellPosition(file, diagnostics);
  return { site: published, images };
}

/** Every file that jekyll-imagemagick would have made; what cannot be had is told. */
export function wantMagickImages(
  { config }: Site,
  images: ImageLibrary,
  want: (derived: Derived) => string | undefined,
  diagnostics: Diagnostics,
): void {
  if (magickOptions(config) === undefined) return;
  for (const file of images.all) {
    const image = images.find(file.url);
    if (image.kind !== "image") continue;
    for (const derived of magickImages(image, config)) {
      const refusal = want(derived);
      if (refusal !== undefined)
        diagnostics.warn({
          file: file.path,
          problem: `${derived.file} cannot be made of it: ${refusal}`,
          help: "Save the image anew, or take its format out of `imagemagick:`",
        });
    }
  }
}

function tellPosition({ path }: StaticFile, diagnostics: Diagnostics): void {
  diagnostics.warn({
    file: path,
    problem: "This image tells where it was taken, and is published as it is",
    help: "Take the position out of it, or set `images: {strip_originals: true}` in _config.yml",
  });
}

/** What is not published any more goes. */
function forgetOthers(folder: string, published: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!published.has(path)) rmSync(path, { force: true });
  }
}

/** The file without its metadata, from the cache; the file itself where it carries none. */
function stripped(file: StaticFile, library: ImageLibrary, source: string): StaticFile {
  const header = library.header(file);
  if (header === undefined || !header.metadata) return file;
  const from = join(source, ORIGINALS, library.hash(file));
  const known = statSync(from, { throwIfNoEntry: false });
  const original = known === undefined || !library.isWhole(file, known.size) ? readFileSync(file.from) : undefined;
  if (original !== undefined) {
    const without = stripMetadata(original, header);
    library.keepLength(file, without.length);
    write(from, without);
  }
  return { ...file, from, size: statSync(from).size };
}

/** @throws SiteError */
function write(path: string, bytes: Uint8Array): void {
  try {
    makeFolder(dirname(path));
    replaceFile(path, (temporary) => writeFileSync(temporary, bytes));
  } catch (error) {
    throw writeFailure(error, path);
  }
}
