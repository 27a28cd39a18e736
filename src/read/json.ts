/** JSON files of a site. */
import { SiteError } from "../errors.ts";
import type { Value } from "../model.ts";
import { parseYaml } from "./yaml.ts";

/**
 * What JavaScript's own reading of JSON would lose: the point of `1.0`, the digits of large numbers, that `1e3` is a text to YAML,
 * the order of keys like `"2020"`.
 */
const LOSSY = /[:[,\s]-?\d+\.0+\b|[:[,\s]-?\d{16}|[:[,\s]-?\d[\d.]*[eE][-+]?\d|"\d+"\s*:/;

/** The end of lists and mappings that no recursion could follow, to print them or to tell whether they changed. */
const TOO_DEEP = /(?:[\]}]\s*){1000}/;

/** JSON first, since it is fast; Jekyll reads it as YAML, which forgives trailing commas. Throws SiteError, with line and column. */
export function parseJson(text: string, file: string): Value {
  const deep = TOO_DEEP.exec(text);
  if (deep !== null) {
    const lines = text.slice(0, deep.index).split("\n");
    throw new SiteError({
      file,
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
      problem: "This nests too deep",
      help: "No data has a thousand levels: correct the program that wrote the file",
      excerpt: text.split("\n")[lines.length - 1] ?? "",
    });
  }
  try {
    if (LOSSY.test(text)) return parseYaml(text, { file, line: 1 });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
  }
  try {
    const value: Value = JSON.parse(text);
    return value;
  } catch (cause) {
    try {
      return parseYaml(text, { file, line: 1 });
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      const help = "Check the commas, quotes and brackets before this place";
      throw new SiteError({ ...error.diagnostic, problem: "This is not valid JSON", help }, { cause });
    }
  }
}

/** Texts, which stay, and comments. */
const COMMENTS = /"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** JSON as Ruby's own library reads it, which `jekyll_get_json` asks: with comments. Throws SiteError, with line and column. */
export function parseJsonWithComments(text: string, file: string): Value {
  if (!text.includes("//") && !text.includes("/*")) return parseJson(text, file);
  return parseJson(
    text.replace(COMMENTS, (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, " "))),
    file,
  );
}
