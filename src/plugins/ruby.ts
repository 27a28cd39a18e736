/** Ruby in a site is never run. What it would define is read, for messages. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import type { Config } from "../model.ts";
import { asNames, asText } from "../settings.ts";

/** One warning for each Ruby file of the folders that `plugins_dir` names. */
export function warnOfRuby(config: Config, diagnostics: Diagnostics): void {
  for (const file of pluginFiles(config)) {
    const tags = tagsOf(config, file).map((tag) => `{% ${tag} %}`);
    const lack =
      tags.length === 0
        ? "what this plugin adds to the site is missing"
        : `this plugin would define ${tags.join(", ")}`;
    const help =
      tags.length === 0
        ? "Remove the file when the site does without it"
        : "Define it in eleventy.config.ts, or do without it; then remove the file";
    diagnostics.warn({ file, problem: `Ruby is not run: ${lack}`, help });
  }
}

/** The site's Ruby files, by the Liquid tags that they define. */
export function rubyTags(config: Config): ReadonlyMap<string, string> {
  return new Map(pluginFiles(config).flatMap((file) => tagsOf(config, file).map((tag) => [tag, file])));
}

function tagsOf({ source }: Config, file: string): readonly string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/^[^#\n]*\bregister_tag\b[\s(]*["':]([\w-]+)/gm)].map(([, tag = ""]) => tag);
}

/** Sorted within each folder, relative to the source. */
function pluginFiles({ source, data }: Config): readonly string[] {
  const folders = asText(data.plugins_dir) === undefined ? asNames(data.plugins_dir) : [String(data.plugins_dir)];
  return folders.flatMap((folder) => rubyFiles(source, folder));
}

/** Sorted, relative to the source. */
function rubyFiles(source: string, folder: string): readonly string[] {
  try {
    const entries = readdirSync(join(source, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(".rb"))
      .map((entry) => relative(source, join(entry.parentPath, entry.name)))
      .sort(compare);
  } catch {
    return [];
  }
}
