import type { MarkdownIt, Token } from "markdown-it";
import { resolveSrcset } from "../srcset.ts";

/** The attributes of HTML that hold one URL (html.spec.whatwg.org, index of attributes). */
export const URL_ATTRIBUTES = new Set(["href", "src", "poster", "action", "formaction", "cite", "data"]);

/** A markdown-it plug-in: gives every URL of links, images and HTML elements to `resolve`, and writes what comes back. */
export function rewriteUrls(md: MarkdownIt, resolve: (url: string) => string): void {
  md.core.ruler.push("urls", ({ tokens }) => visit(tokens, resolve));
}

function visit(tokens: readonly Token[], resolve: (url: string) => string): void {
  for (const token of tokens) {
    if (token.children !== null) visit(token.children, resolve);
    for (const attribute of token.attrs ?? []) {
      const [name, value] = attribute;
      if (URL_ATTRIBUTES.has(name)) attribute[1] = resolve(String(value));
      else if (name === "srcset") attribute[1] = resolveSrcset(String(value), resolve);
    }
  }
}
