import { escapePattern } from "../escape-pattern.ts";

/**
 * Ruby's `File.fnmatch` without flags, as Jekyll matches `include` and `exclude`: `*` and `?` also cross a slash, and a
 * dot at the very beginning is matched only by a dot.
 */
export function fnmatch(pattern: string, path: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return pattern === path;
  return globPattern(pattern, "[\\s\\S]").test(path);
}

/** Ruby's `Dir.glob` for one pattern against a path: `*` stays within a folder, and `**` before a slash spans any number of them. */
export function matchesGlob(pattern: string, path: string): boolean {
  return globPattern(pattern, "[^/]").test(path);
}

function globPattern(pattern: string, any: string): RegExp {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? "";
    if (character === "*" && any === "[^/]" && /^\*\*\//.test(pattern.slice(at))) {
      source += "(?:[^/]+/)*";
      at += 2;
    } else if (character === "*") source += `${any}*`;
    else if (character === "?") source += any;
    else if (character === "\\" && at + 1 < pattern.length) source += escapePattern(pattern[++at] ?? "");
    else if (character === "[" && pattern.indexOf("]", at + 2) > 0) {
      const end = pattern.indexOf("]", at + 2);
      source += `[${pattern
        .slice(at + 1, end)
        .replace(/^!/, "^")
        .replaceAll("\\", "\\\\")}]`;
      at = end;
    } else source += escapePattern(character);
  }
  return new RegExp(`^${source}$`, "u");
}
