/**
 * The YAML between `---` lines at the top of a file. Where it begins and ends is Jekyll's rule (its documents' front matter
 * pattern), which gray-matter does not share: `...` closes too, `----` does not, and what is never closed is text.
 */
import matter from "gray-matter";
import { withoutMark } from "../byte-order-mark.ts";
import { SiteError } from "../errors.ts";
import type { Data, Value } from "../model.ts";
import { isData } from "../values.ts";
import { parseYaml } from "./yaml.ts";

/** A text cut in two. Lines are 1-based lines of the file. */
export interface FrontMatter {
  /** The YAML, without the delimiting lines. */
  readonly yaml: string;
  readonly yamlLine: number;
  /** The text after the closing delimiter and the blank lines that follow it. */
  readonly body: string;
  readonly bodyLine: number;
}

/** What a file says of itself, and its text. */
export interface Parsed {
  readonly data: Data;
  readonly body: string;
  readonly bodyLine: number;
}

const OPENING = /---[ \t\r\n\f\v]*\n/y;
const CLOSING = /(?:---|\.\.\.)[ \t\r\n\f\v]*(?![^\n])\n?/y;

/**
 * Cuts a text at its front matter; undefined where it has none. A byte order mark is ignored, as Jekyll's reading of posts
 * ignores it (a page with one is never asked: it is a static file).
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  OPENING.lastIndex = start;
  const open = OPENING.exec(text);
  if (open === null) return undefined;
  // The blank lines that the opening delimiter swallows hold no closing one, so the search may begin at the line after it.
  const yamlStart = text.indexOf("\n", start) + 1;
  for (let line = yamlStart; line > 0 && line < text.length; line = text.indexOf("\n", line) + 1) {
    const first = text.charCodeAt(line);
    if (first !== dash && first !== dot) continue;
    CLOSING.lastIndex = line;
    const close = CLOSING.exec(text);
    if (close === null) continue;
    const bodyStart = line + close[0].length;
    const yaml = text.slice(yamlStart, line);
    return { yaml, yamlLine: 2, body: text.slice(bodyStart), bodyLine: 1 + countLines(text, bodyStart) };
  }
  return undefined;
}

const [dash, dot] = [45, 46];

/**
 * The front matter and the text of a file, the front matter read by gray-matter with our YAML as its only engine: called
 * with an options object it keeps no cache (its cache answers a second reading of broken YAML with `{}`), and handed the
 * YAML alone it finds no language to choose by (`---js` would run code). A file without front matter is all text.
 * Throws SiteError where the YAML is broken or is not a mapping.
 */
export function readFrontMatter(text: string, file: string): Parsed {
  const parts = splitFrontMatter(text);
  if (parts === undefined) return { data: {}, body: withoutMark(text), bodyLine: 1 };
  return { data: parseFrontMatter(parts, file), body: parts.body, bodyLine: parts.bodyLine };
}

/** The mapping of a front matter. Throws SiteError where the YAML is broken or is not a mapping. */
export function parseFrontMatter({ yaml, yamlLine }: FrontMatter, file: string): Data {
  let value: Value = null;
  const parse = (): Data => {
    value = parseYaml(yaml, { file, line: yamlLine });
    return {};
  };
  // A closing delimiter that YAML cannot hold, so that gray-matter takes the whole text as the front matter.
  matter(`---\n${yaml}`, { language: "yaml", delimiters: ["---", "\0"], engines: { yaml: parse } });
  if (value === null) return {};
  if (isData(value)) return value;
  const excerpt = yaml.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  throw new SiteError({
    file,
    line: yamlLine + Math.max(0, yaml.split("\n").indexOf(excerpt)),
    column: 1,
    problem: "The front matter is not a mapping",
    help: 'Write it as lines of "key: value"',
    excerpt,
  });
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
