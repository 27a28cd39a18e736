/** Start tags, by the attribute states of the HTML standard's tokenizer (13.2.5.32 and the following). */
import { decodeHtml } from "../html.ts";

/** The place after the `>` of the tag whose name ends at `from`; -1 where the page ends before. */
export function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code !== 0x3d) continue;
    const start = skipSpace(html, at + 1);
    const quote = html[start];
    if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, start + 1);
      if (close < 0) return -1;
      at = close;
    } else at = endOfUnquoted(html, start) - 1;
  }
  return -1;
}

/** The attributes between a tag's name and its end: names in lower case, values decoded; of two with one name the first. */
export function readAttributes(html: string, from: number, end: number): Map<string, string> {
  const attributes = new Map<string, string>();
  const last = end - 1;
  let at = from;
  while (at < last) {
    const code = html.charCodeAt(at);
    if (code <= 0x20 || code === 0x2f) {
      at += 1;
      continue;
    }
    let nameEnd = at + 1;
    for (; nameEnd < last; nameEnd++) {
      const next = html.charCodeAt(nameEnd);
      if (next <= 0x20 || next === 0x2f || next === 0x3d) break;
    }
    const name = html.slice(at, nameEnd).toLowerCase();
    at = skipSpace(html, nameEnd);
    let value = "";
    if (html[at] === "=") {
      const start = skipSpace(html, at + 1);
      const quote = html[start];
      const isQuoted = quote === '"' || quote === "'";
      const valueEnd = isQuoted ? html.indexOf(quote, start + 1) : endOfUnquoted(html, start);
      value = decodeHtml(html.slice(isQuoted ? start + 1 : start, valueEnd));
      at = isQuoted ? valueEnd + 1 : valueEnd;
    }
    if (!attributes.has(name)) attributes.set(name, value);
  }
  return attributes;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (at < html.length && html.charCodeAt(at) <= 0x20) at++;
  return at;
}

function endOfUnquoted(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= 0x20 || code === 0x3e) break;
  }
  return at;
}
