/** The part of a body that is its excerpt (Jekyll's `Excerpt`), still as source text. */
import type { Config, Data, Document, Mode } from "../model.ts";
import { extensionOf, isMarkdown, textOf } from "./values.ts";

/** Tags of Liquid and Jekyll that need an end. */
const BLOCKS = ["if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "ifchanged", "highlight"];

/** The excerpt of a document: its front matter's own, an empty one included, else that of its body by its own separator or the site's. */
export function documentExcerpt(data: Data, body: string, config: Config): string {
  const { excerpt } = data;
  if (typeof excerpt === "string") return excerpt;
  return textOf(excerpt) || excerptOf(body, separatorOf(data, config), config.mode);
}

/** What the excerpt of a document is made from: reading has cut that of a post, while few sites want those of pages. */
export function excerptText(document: Document, config: Config): string {
  return document.kind === "post" ? document.excerpt : documentExcerpt(document.data, document.body, config);
}

/** Whether a document has an excerpt at all, be it one that shows no text. */
export function hasExcerpt({ excerpt, ...data }: Data, config: Config): boolean {
  return typeof excerpt === "string" ? excerpt !== "" : textOf(excerpt) !== "" || separatorOf(data, config) !== "";
}

/** Whether it is Markdown. That of a document which leads elsewhere is, too, though its page is none any more. */
export function isMarkdownExcerpt({ path }: Document, config: Config): boolean {
  return isMarkdown(extensionOf(path), config);
}

function separatorOf({ excerpt_separator: own }: Data, config: Config): string {
  return own === undefined || own === null || own === false ? config.excerptSeparator : textOf(own);
}

/**
 * The text before the separator; the whole body where there is none, nothing where the separator is empty. A Liquid block that
 * the cut leaves open is closed, and definitions of links used before the cut are taken along. In mode octavo a blank line of a
 * file with CRLF separates too.
 */
function excerptOf(body: string, separator: string, mode: Mode): string {
  if (separator === "") return "";
  const text = mode === "octavo" && body.includes("\r") ? body.replaceAll("\r\n", "\n") : body;
  const cut = text.indexOf(separator);
  const tail = cut < 0 ? "" : text.slice(cut + separator.length);
  const head = cut < 0 ? text : text.slice(0, cut);
  if (tail === "") return head;
  const closed = head.includes("{%") ? closeBlocks(head) : head;
  const definitions = [...tail.matchAll(/^ {0,3}(\[[^\]]+\])(:.+)$/gm)].filter(([, label = ""]) =>
    closed.includes(label),
  );
  if (definitions.length === 0) return closed;
  return `${closed}\n\n${definitions.map(([, label, target]) => `${label}${target}`).join("\n")}`;
}

function closeBlocks(head: string): string {
  const names = [...head.matchAll(/\{%-?\s*(\w+)\s*[\s\S]*?-?%\}/g)].map(([, name = ""]) => name);
  return names.reverse().reduce((text, name) => {
    const ended = new RegExp(`\\{%-?\\s*end${name}[\\s\\S]*?\\s*-?%\\}`).test(text);
    return BLOCKS.includes(name) && !ended ? `${text}\n{% end${name} %}` : text;
  }, head);
}
