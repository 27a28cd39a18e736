/** The URLs of a page that its author wrote in HTML. */
import type { DefaultTreeAdapterMap } from "parse5";
import { htmlParser } from "../html-parser.ts";
import { URL_ATTRIBUTES } from "../markdown/urls.ts";
import { resolveSrcset } from "../srcset.ts";

type Node = DefaultTreeAdapterMap["node"];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Gives every URL of an element's attribute to `resolve` and puts what comes back in its place. All other bytes stay: the
 * parser (the HTML standard's) only tells where the attributes stand.
 */
export function rewriteHtmlUrls(html: string, resolve: (url: string) => string): string {
  const { parseFragment } = htmlParser();
  const edits: Edit[] = [];
  const visit = (node: Node): void => {
    if ("attrs" in node) {
      for (const { name, value } of node.attrs) {
        const changed =
          name === "srcset" ? resolveSrcset(value, resolve) : URL_ATTRIBUTES.has(name) ? resolve(value) : value;
        const place = node.sourceCodeLocation?.attrs?.[name];
        if (changed === value || place === undefined) continue;
        const escaped = changed.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
        edits.push({ start: place.startOffset, end: place.endOffset, text: `${name}="${escaped}"` });
      }
    }
    if ("content" in node) visit(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(html, { sourceCodeLocationInfo: true }));
  let result = "";
  let from = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    result += html.slice(from, start) + text;
    from = end;
  }
  return result + html.slice(from);
}
