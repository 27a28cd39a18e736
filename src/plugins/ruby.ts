/** Ruby in a site is never run. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import type { Config } from "../model.ts";
import { asNames, asText } from "../settings.ts";

/** One warning for each Ruby file of the folders that `plugins_dir` names. */
export function warnOfRuby({ source, data }: Config, diagnostics: Diagnostics): void {
  const folders = asText(data.plugins_dir) === undefined ? asNames(data.plugins_dir) : [String(data.plugins_dir)];
  for (const folder of folders) {
    for (const file of rubyFiles(source, folder)) {
      const problem = "Ruby is not run: what this plugin adds to the site is missing";
      diagnostics.warn({ file, problem, help: "Remove the file when the site does without it" });
    }
  }
}

/** Sorted, relative to the source. */
function rubyFiles(source: string, folder: string): readonly string[] {
  try {
    const names = readdirSync(join(source, folder), { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => name.endsWith(".rb"))
      .map((name) => join(folder, name))
      .sort(compare);
  } catch {
    return [];
  }
}
