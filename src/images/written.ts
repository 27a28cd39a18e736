/** Where in its source a page's author wrote an image, and how. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../model.ts";
import { decodePath } from "../urls.ts";

/** A place that names an image. */
export interface Written {
  /** 1-based line of the file. */
  readonly line: number;
  /** Whether it is an image of Markdown without a text: `![](x.jpg)`. */
  readonly isBare: boolean;
}

/** What shows no image: code, comments, raw Liquid. Blotted out, so that places stay. */
const SILENT =
  /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n {0,3}\2[`~]*[ \t]*$|(?![\s\S]))|<!--[\s\S]*?-->|\{%-?\s*(raw|highlight|comment)\b[\s\S]*?\{%-?\s*end\3\s*-?%\}|(`+)[^`\n][^\n]*?\4(?!`)/gm;

/** An image of Markdown, a tag of HTML, a tag or an output of Liquid. */
const MENTION =
  /!\[((?:[^[\]\\]|\\[\s\S]|\[[^\]]*\])*)\](?:\(([^\n]*)|\[([^\]\n]*)\])|<(?!\/)[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/gi;

/**
 * The place of an image in the file of a page; undefined where it is not found there: a layout or another page brings it.
 * @param url as the finished page has it
 * @param number how many images of this URL the page shows up to this one, from 1
 */
export function findWritten(page: Document, url: string, number: number, source: string): Written | undefined {
  if (page.path === "") return undefined;
  const text = readSource(join(source, page.path));
  const body = Math.max(text.indexOf(page.body), 0);
  const blotted = text.slice(0, body) + text.slice(body).replace(SILENT, (silent) => silent.replace(/[^\n]/g, " "));
  const names = namesOf(url);
  const mentions = [...blotted.slice(body).matchAll(MENTION)]
    .map(({ 0: all, 1: alt, 2: target, 3: reference, index }) => ({
      at: body + index,
      isBare: alt !== undefined && alt.trim() === "",
      names: target ?? (reference === undefined ? all : definition(blotted, reference || (alt ?? ""))),
    }))
    .map((mention) => ({ ...mention, names: decodePath(mention.names) }));
  for (const name of names) {
    const found = mentions.filter((mention) => mention.names.includes(name));
    const mention = found[number - 1] ?? found.at(-1);
    if (mention !== undefined) return { line: lineAt(text, mention.at), isBare: mention.isBare };
  }
  const at = names.map((name) => blotted.indexOf(name)).find((place) => place >= 0);
  return at === undefined ? undefined : { line: lineAt(text, at), isBare: false };
}

/** What may stand in the source for a URL, the most telling first: its path, and that without what a template puts before it. */
function namesOf(url: string): readonly string[] {
  const path = decodePath(url.replace(/[?#].*$/s, "")).replace(/^(?:[a-z]+:)?\/\/[^/]*/i, "");
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return [path, ...parts.map((_, index) => parts.slice(index).join("/"))].filter((name) => name !== "");
}

/** The line that gives a reference its target. */
function definition(text: string, reference: string): string {
  const label = reference.toLowerCase();
  const lines = text.matchAll(/^ {0,3}\[([^\]\n]+)\]:[^\n]*/gm);
  return [...lines].find(([, name = ""]) => name.toLowerCase() === label)?.[0] ?? "";
}

function readSource(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
