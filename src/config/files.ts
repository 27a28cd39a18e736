/** The configuration files of a site, read. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { withoutMark } from "../byte-order-mark.ts";
import { type Diagnostics, SiteError } from "../errors.ts";
import { isFile } from "../file-kinds.ts";
import type { Value } from "../model.ts";
import { readText } from "../read/files.ts";
import { parseSettings } from "../read/yaml.ts";
import { pathFrom } from "../slashes.ts";
import { isData } from "../values.ts";
import type { ConfigFile } from "./values.ts";

/** Jekyll's names for a configuration: the first that exists is read. */
const DEFAULT_NAMES: readonly string[] = ["_config.yml", "_config.yaml", "_config.toml"];

/** The configuration of a folder by Jekyll's names, a path below the folder; undefined where it has none. */
export function defaultFile(folder: string): string | undefined {
  return DEFAULT_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * The files named by --config, in their order, else the first of Jekyll's default names that exists. What cannot be read
 * is told and left out: a whole file, or keys of it that are not YAML.
 * @param source absolute path of the site
 * @param named paths relative to the working folder
 */
export function readConfigFiles(
  source: string,
  named: readonly string[],
  diagnostics: Diagnostics,
): readonly ConfigFile[] {
  return configPaths(source, named, diagnostics)
    .map((path) => diagnostics.attempt(() => readConfigFile(path, source, diagnostics)))
    .filter((file) => file !== undefined);
}

/** Absolute paths. */
function configPaths(source: string, named: readonly string[], diagnostics: Diagnostics): readonly string[] {
  if (named.length > 0) return named.map((path) => resolve(path));
  const found = defaultFile(source);
  if (found !== undefined) return [found];
  diagnostics.warn({
    problem: "There is no _config.yml",
    help: "Write one with at least a title, so that the site has a name",
  });
  return [];
}

/** Throws SiteError. */
function readConfigFile(path: string, source: string, diagnostics: Diagnostics): ConfigFile {
  const file = pathFrom(source, path);
  if (!existsSync(path)) {
    throw new SiteError({
      file,
      problem: `The configuration file ${file} does not exist`,
      help: "Check the path given to --config",
    });
  }
  if (!isFile(path)) {
    throw new SiteError({
      file,
      problem: "The configuration is no file",
      help: "Put a text file with the site's settings there",
    });
  }
  if (!/\.ya?ml$/i.test(path)) {
    throw new SiteError({ file, problem: "The configuration is not YAML", help: "Write it as _config.yml" });
  }
  const written = withoutMark(readText(path, file).text);
  const { text, value } = diagnostics.attempt(() => parsed(written, file)) ?? parsed(withoutBrokenKeys(written), file);
  if (isData(value)) return { path: file, text, data: value };
  if (value !== null && value !== false) tellNoMapping(file, text, diagnostics);
  return { path: file, text, data: {} };
}

/** The site is read on as if the file were empty, so that what else is wrong is told, too. */
function tellNoMapping(file: string, text: string, diagnostics: Diagnostics): void {
  const line = text.split(/\r?\n/).findIndex((content) => /^\s*[^\s#]/.test(content) && !content.startsWith("---"));
  diagnostics.error({
    file,
    line: line + 1,
    column: 1,
    problem: "The configuration is not a mapping",
    help: 'Write it as lines of "key: value"',
    excerpt: text.split(/\r?\n/)[line] ?? "",
  });
}

/** Throws SiteError where the text is not YAML. */
function parsed(text: string, file: string): { readonly text: string; readonly value: Value } {
  return { text, value: parseSettings(text, { file, line: 1 }) };
}

/** A text that is not YAML with every key blank that is not YAML by itself: without the others half of the site would look wrong. */
function withoutBrokenKeys(text: string): string {
  const keys = text.split(/^(?=[^\s#-])/m);
  const whole = keys.map((key) => (isYaml(key) ? key : key.replace(/[^\n]/g, ""))).join("");
  return isYaml(whole) ? whole : "";
}

function isYaml(text: string): boolean {
  try {
    parsed(text, "");
    return true;
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return false;
  }
}
