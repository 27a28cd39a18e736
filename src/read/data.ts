/** `_data`: one value a file, under its name, folders as mappings (Jekyll's `DataReader`). */
import { type Dirent, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { withoutMark } from "../byte-order-mark.ts";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import type { Config, Data, Mode, Value } from "../model.ts";
import { parseTable } from "./csv.ts";
import { readText } from "./files.ts";
import { parseJson } from "./json.ts";
import { kindOfLink, linkFault } from "./links.ts";
import type { ReadMemory } from "./memory.ts";
import { mergeData } from "./merge.ts";
import { parseSettings } from "./yaml.ts";

/** Everything below the data folder, over the theme's. A file that cannot be read is told and left out. */
export function readData(config: Config, memory: ReadMemory, diagnostics: Diagnostics): Data {
  const { mode, source, theme } = config;
  const own = readFolder(config.dataDir, { root: source, mode, memory, diagnostics });
  return theme === "" ? own : mergeData(readFolder("_data", { root: theme, mode, memory, diagnostics }), own);
}

const EXTENSIONS = ["yaml", "yml", "json", "csv", "tsv"];

interface Reading {
  /** The site's folder, or the theme's. */
  readonly root: string;
  readonly mode: Mode;
  readonly memory: ReadMemory;
  readonly diagnostics: Diagnostics;
}

function readFolder(folder: string, reading: Reading, ancestors: readonly string[] = []): Data {
  const { root, mode, memory, diagnostics } = reading;
  const entries = list(join(root, folder));
  if (entries.length === 0) return {};
  const here = realpathSync(join(root, folder));
  if (ancestors.includes(here)) {
    diagnostics.error(linkFault(folder, "leads back to a folder that it lies in"));
    return {};
  }
  const kinds = new Map(entries.map((entry) => [entry, kindOf(entry, `${folder}/${entry.name}`, reading)]));
  const data: Record<string, Value> = {};
  const owners = new Map<string, string>();
  const put = (key: string, path: string, value: Value): void => {
    const owner = owners.get(key);
    if (owner !== undefined && mode === "octavo") {
      const problem = `${owner} and ${path} are both the data \`${key}\`: ${path} counts`;
      diagnostics.warn({ file: path, problem, help: "Give one of them another name" });
    }
    owners.set(key, path);
    data[key] = value;
  };
  // In Jekyll's order: the extensions one after the other, then the folders; the last of two with one name stays.
  for (const extension of EXTENSIONS) {
    for (const { name } of entries.filter(
      (entry) => kinds.get(entry) === "file" && entry.name.endsWith(`.${extension}`),
    )) {
      const path = `${folder}/${name}`;
      const absolute = join(root, path);
      const read = () => {
        const { text, ...stamp } = readText(absolute, path);
        return { value: parseFile(text, extension, path), keep: true, ...stamp };
      };
      const value = memory.recall(absolute, absolute, diagnostics, read);
      if (value !== undefined) put(keyOf(name.slice(0, -extension.length - 1)), path, value);
    }
  }
  for (const { name } of entries.filter((entry) => kinds.get(entry) === "folder")) {
    put(keyOf(name), `${folder}/${name}`, readFolder(`${folder}/${name}`, reading, [...ancestors, here]));
  }
  return data;
}

/** What an entry is, a link followed; one that leaves the site is told. */
function kindOf(entry: Dirent, path: string, { root, mode, diagnostics }: Reading): "file" | "folder" | undefined {
  if (!entry.isSymbolicLink()) return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : undefined;
  return kindOfLink({ absolute: join(root, path), path, root: realpathSync(root) }, mode, diagnostics);
}

function list(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.name.startsWith(".")).sort((a, b) => compare(a.name, b.name));
  } catch {
    return [];
  }
}

/** Throws SiteError. */
function parseFile(text: string, extension: string, file: string): Value {
  if (extension === "csv") return parseTable(text, ",", file);
  if (extension === "tsv") return parseTable(text, "\t", file);
  return extension === "json" ? parseJson(text, file) : parseSettings(withoutMark(text), { file, line: 1 });
}

/** Jekyll's key for a name: letters, digits, `_`, `-`, and spaces as `_`. */
function keyOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, "").replace(/\s+/g, "_");
}
