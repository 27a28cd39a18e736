import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, readConfig } from "../config/config.ts";
import { makeFolder } from "../disk/make-folder.ts";
import { Diagnostics } from "../errors.ts";
import { type Fetch, fetchData } from "../folio/fetch.ts";
import { readData } from "../read/data.ts";
import { ReadMemory } from "../read/memory.ts";
import { asData, asText } from "../settings.ts";

/**
 * Asks other hosts for what the site shows of them, and keeps it in its data folder; prints what was written and what failed.
 * @returns the exit status: 0, or 1 where anything could not be had
 * @throws SiteError for a configuration that cannot be read
 */
export async function fetchInto(options: BuildOptions, ask: Fetch): Promise<number> {
  const diagnostics = new Diagnostics();
  const config = readConfig(options, diagnostics);
  const data = readData(config, new ReadMemory(), diagnostics);
  const folder = join(config.source, config.dataDir);
  const { source } = asData(config.data.scholar) ?? {};
  const named = {
    papers: foundIn(
      join(config.source, asText(source) ?? "_bibliography"),
      ".bib",
      /\binspirehep_id\s*=\s*[{"]?\s*(\d+)/g,
    ),
    repositories: foundIn(
      join(config.source, config.collectionsDir, "_projects"),
      ".md",
      /^github_stars:\s*["']?([\w.-]+\/[\w.-]+)/gm,
    ),
  };
  const { files, problems } = await fetchData(config, data, named, ask);
  if (files.size > 0) makeFolder(folder);
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
    console.log(`Wrote ${config.dataDir}/${name}`);
  }
  for (const problem of problems) console.error(problem);
  if (files.size === 0 && problems.length > 0)
    console.error(`Nothing could be fetched: ${config.dataDir} stays as it is. Is this machine on the network?`);
  if (files.size + problems.length === 0) console.log("This site shows nothing that lies elsewhere");
  return problems.length === 0 ? 0 : 1;
}

/** What the pattern's group finds in the files of a folder with that ending, each once. */
function foundIn(folder: string, ending: string, pattern: RegExp): readonly string[] {
  const names = namesIn(folder).filter((name) => name.endsWith(ending));
  const found = names.flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(pattern)].map(([, one = ""]) => one),
  );
  return [...new Set(found)];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
