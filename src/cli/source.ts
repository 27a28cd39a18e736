/** Which folder a command reads where --source does not say so. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defaultFile } from "../config/files.ts";
import { isFile, isFolder } from "../file-kinds.ts";
import { parseSettings } from "../read/yaml.ts";
import { isData } from "../values.ts";

/** A source that a configuration names, and the files that make up the configuration, all as absolute paths. */
export interface NamedSource {
  readonly source: string;
  readonly config: readonly string[];
}

/**
 * `source:` of the configuration in the folder one stands in, as Jekyll reads it; undefined where none names a folder that exists.
 * @param named absolute paths of the files given to --config
 */
export function namedSource(named: readonly string[]): NamedSource | undefined {
  const found = defaultFile(resolve());
  const config = named.length > 0 ? named : found === undefined ? [] : [found];
  const folder = config.map(sourceIn).findLast((source) => source !== undefined);
  if (folder === undefined || !isFolder(folder)) return undefined;
  return { source: resolve(folder), config };
}

/** What cannot be read is told when the site is. */
function sourceIn(path: string): string | undefined {
  // A pipe of this name would be waited for.
  if (!isFile(path)) return undefined;
  try {
    const text = readFileSync(path, "utf8");
    if (!/^source *:/m.test(text)) return undefined;
    const data = parseSettings(text, { file: path, line: 1 });
    return isData(data) && typeof data.source === "string" ? data.source : undefined;
  } catch {
    return undefined;
  }
}
