/** The elements of a finished page, found without building its tree. */
import { wordSet } from "../word-set.ts";
import { PageElement } from "./element.ts";
import { tagEnd } from "./tags.ts";

/** Elements whose content is text to their end tag (HTML standard, 13.2.5.1, "appropriate end tag token"). */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);
const VOID = wordSet("area base br col embed hr img input link meta source track wbr");
/** Elements whose start tag ends an open paragraph (HTML standard, 13.2.6.4.7), as far as pages hold them. */
const ENDS_PARAGRAPH = new Set(
  "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);

/**
 * The elements of these names, in the page's order. A tokenizer by the HTML standard (13.2.5), not a tree builder: of elements
 * that are left open only paragraphs are closed where the standard says.
 * @param names in lower case
 * @param also whether an element of another name is wanted, too, by its start tag
 */
export function findElements(html: string, names: ReadonlySet<string>, also?: RegExp): readonly PageElement[] {
  const found: PageElement[] = [];
  let open: PageElement | undefined;
  let svgs = 0;
  for (let at = html.indexOf("<"); at >= 0; ) {
    const code = html.charCodeAt(at + 1);
    if (code === SLASH) {
      const end = html.indexOf(">", at);
      if (end < 0) break;
      if (svgs > 0 && html.startsWith("</svg", at)) svgs -= 1;
      if (open !== undefined) open = closeNamed(open, nameAt(html, at + 2), at, end + 1);
      at = html.indexOf("<", end);
    } else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
      const name = nameAt(html, at + 1);
      const nameEnd = at + 1 + name.length;
      const end = html.charCodeAt(nameEnd) === CLOSE ? nameEnd + 1 : tagEnd(html, nameEnd);
      if (end < 0) break;
      const isSelfClosing = html.charCodeAt(end - 2) === SLASH;
      if (open?.name === "p" && ENDS_PARAGRAPH.has(name)) open = close(open, at, at);
      if (name === "svg" && !isSelfClosing) svgs += 1;
      let element: PageElement | undefined;
      if (names.has(name) || (also !== undefined && end > nameEnd + 1 && also.test(html.slice(nameEnd, end)))) {
        element = new PageElement(html, name, at, end, open);
        found.push(element);
      }
      let next = end;
      if (svgs === 0 && RAW.has(name)) {
        const [contentEnd, after] = rawEnd(html, name, end);
        if (element !== undefined) close(element, contentEnd, after);
        next = after;
      } else if (element !== undefined && !VOID.has(name) && !(svgs > 0 && isSelfClosing)) open = element;
      at = html.indexOf("<", next);
    } else {
      const after = endOfOther(html, at);
      if (after < 0) break;
      at = html.indexOf("<", after);
    }
  }
  for (; open !== undefined; open = open.parent) close(open, html.length, html.length);
  return found;
}

const SLASH = 0x2f;
const CLOSE = 0x3e;

/** The name of the tag that begins before `from`, in lower case. */
function nameAt(html: string, from: number): string {
  let at = from;
  let isLower = true;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= 0x20 || code === SLASH || code === CLOSE) break;
    if (code <= 0x5a && code >= 0x41) isLower = false;
  }
  const name = html.slice(from, at);
  return isLower ? name : name.toLowerCase();
}

function close(element: PageElement, contentEnd: number, end: number): PageElement | undefined {
  element.contentEnd = contentEnd;
  element.end = end;
  return element.parent;
}

/** Closes the innermost open element of that name, and what is still open in it. An end tag without an element is passed over. */
function closeNamed(open: PageElement, name: string, start: number, end: number): PageElement | undefined {
  let target: PageElement | undefined = open;
  while (target !== undefined && target.name !== name) target = target.parent;
  if (target === undefined) return open;
  for (let inner: PageElement | undefined = open; inner !== undefined && inner !== target; inner = inner.parent)
    close(inner, start, start);
  return close(target, start, end);
}

/** Where the content of a raw text element ends, and where its end tag does. */
function rawEnd(html: string, name: string, from: number): readonly [number, number] {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
    if (nameAt(html, at + 2) !== name) continue;
    const end = tagEnd(html, at + 2 + name.length);
    return [at, end < 0 ? html.length : end];
  }
  return [html.length, html.length];
}

/** The end of a comment, a doctype, a CDATA section; where `<` is text, the place behind it; -1 where it goes on to the end. */
function endOfOther(html: string, at: number): number {
  const after = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  if (html.startsWith("<!--", at)) return after("-->", at + 2);
  if (html.startsWith("<![CDATA[", at)) return after("]]>", at + 9);
  const next = html[at + 1];
  return next === "!" || next === "?" ? after(">", at + 2) : at + 1;
}
