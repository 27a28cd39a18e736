/** The .bib files of a site, parsed once for each content. */
import { isUtf8 } from "node:buffer";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import { namesBelow } from "../files-below.ts";
import { fingerprint } from "../hash.ts";
import type { Config } from "../model.ts";
import { targetOf } from "../read/links.ts";
import { toPublications } from "./entries.ts";
import { type KeptBibliography, keepFile, keptFile } from "./kept.ts";
import type { BibFile, Bibliography } from "./model.ts";
import { scholarSettings } from "./settings.ts";

/** Where al-folio keeps the bibliographies of single articles. */
const ARTICLE_FOLDER = "assets/bibliography";

/**
 * Reads every .bib file of the folder that `scholar.source` names, and of `assets/bibliography`; undefined where there is none.
 * Problems are told; what they concern is left out.
 */
export async function readBibliography(
  config: Config,
  kept: KeptBibliography,
  diagnostics: Diagnostics,
): Promise<Bibliography | undefined> {
  const folders = [...new Set([scholarSettings(config).source, ARTICLE_FOLDER])];
  const paths = [...new Set(folders.flatMap((folder) => bibFiles(config.source, folder, diagnostics)))].sort(compare);
  if (paths.length === 0) return undefined;
  const prints: string[] = [];
  const files: BibFile[] = [];
  for (const file of paths) {
    const text = textOf(readFileSync(join(config.source, file)), file, diagnostics);
    const key = fingerprint(file, text);
    const read = keptFile(file, key, kept) ?? (await parseFile(file, text, key, kept));
    for (const problem of read.problems) diagnostics.warn(problem);
    files.push(read);
    prints.push(key);
  }
  kept.outlines.save(paths.length);
  kept.entries.save(paths.length);
  return { files, print: fingerprint(...prints) };
}

/** The text of a file, in UTF-8 or, as programs of the nineties save it, in Latin 1, which is told. */
function textOf(bytes: Buffer, file: string, diagnostics: Diagnostics): string {
  if (isUtf8(bytes)) return bytes.toString();
  const text = new TextDecoder("windows-1252").decode(bytes);
  const line = bytes.subarray(0, firstBadByte(bytes)).toString("latin1").split("\n").length;
  diagnostics.warn({
    file,
    line,
    problem: "The file is not in UTF-8: it is read as Latin 1",
    help: "Save it in UTF-8, so that every letter is what it was meant to be",
  });
  return text;
}

/** Where the first line ends that is not UTF-8. */
function firstBadByte(bytes: Buffer): number {
  for (let end = bytes.indexOf("\n"), start = 0; end >= 0; start = end + 1, end = bytes.indexOf("\n", start))
    if (!isUtf8(bytes.subarray(start, end))) return end;
  return bytes.length;
}

async function parseFile(file: string, text: string, key: string, kept: KeptBibliography): Promise<BibFile> {
  const { parseBib } = await import("./parse.ts");
  const parsed = await parseBib(text, file);
  const { entries, problems } = toPublications(parsed.entries, file);
  return keepFile(file, key, entries, [...parsed.problems, ...problems], kept);
}

function bibFiles(source: string, folder: string, diagnostics: Diagnostics): readonly string[] {
  const root = realpathSync(source);
  return namesBelow(join(source, folder))
    .filter((name) => /\.bib(?:tex)?$/i.test(name))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => diagnostics.attempt(() => targetOf(join(source, path), path, root)) !== undefined);
}
