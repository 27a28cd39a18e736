/** Ruby in a site is never run. What it would define is read, for messages. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import type { Config } from "../model.ts";
import { asNames, asText } from "../settings.ts";

/** What a plugin of Jekyll's is besides tags and filters, by how its class or call begins. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^[^#\n]*<\s*(?:::)?(?:Jekyll::)?Generator\b/m, "what its generator makes"],
  [/^[^#\n]*<\s*(?:::)?(?:Jekyll::)?Converter\b/m, "what its converter reads"],
  [/^[^#\n]*\bHooks\.register\b/m, "what its hook does"],
];

/** One warning for each Ruby file of the folders that `plugins_dir` names: what is missing without it. */
export function warnOfRuby(config: Config, diagnostics: Diagnostics): void {
  for (const file of pluginFiles(config)) {
    const text = readFileSync(join(config.source, file), "utf8");
    const tags = tagsIn(text).map((tag) => `{% ${tag} %}`);
    const filters = filtersIn(text);
    const named =
      filters.length === 0 ? tags : [...tags, `the filter${filters.length > 1 ? "s" : ""} ${filters.join(", ")}`];
    const lost = KINDS.flatMap(([pattern, what]) => (pattern.test(text) ? [what] : []));
    const lacks = [
      ...(named.length === 0 ? [] : [`this plugin would define ${named.join(", ")}`]),
      ...(lost.length === 0 ? [] : [`${lost.join(" and ")} ${lost.length > 1 ? "are" : "is"} missing`]),
    ];
    diagnostics.warn({
      file,
      problem: `Ruby is not run: ${lacks.join("; ") || "what this plugin adds to the site is missing"}`,
      help:
        named.length === 0
          ? "docs/from-jekyll.md says what stands for it; remove the file when the site does without it"
          : "Define it in eleventy.config.ts, or do without it; then remove the file",
    });
  }
}

/** The site's Ruby files, by the Liquid tags that they define. */
export function rubyTags(config: Config): ReadonlyMap<string, string> {
  return new Map(pluginFiles(config).flatMap((file) => tagsOf(config, file).map((tag) => [tag, file])));
}

function tagsOf({ source }: Config, file: string): readonly string[] {
  return tagsIn(readFileSync(join(source, file), "utf8"));
}

function tagsIn(text: string): readonly string[] {
  return [...text.matchAll(/^[^#\n]*\bregister_tag\b[\s(]*["':]([\w-]+)/gm)].map(([, tag = ""]) => tag);
}

/** The public methods of a file that registers filters. */
function filtersIn(text: string): readonly string[] {
  if (!/^[^#\n]*\bregister_filter\b/m.test(text)) return [];
  const [isPublic = ""] = text.split(/^\s*private\s*$/m);
  return [...isPublic.matchAll(/^[ \t]*def[ \t]+([a-z_]\w*)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "initialize");
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
