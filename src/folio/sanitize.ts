/** HTML of others, such as a notebook's outputs, with what can run, load or break the page taken out. */

import type { DefaultTreeAdapterTypes as Dom } from "parse5";
import { htmlParser } from "../html-parser.ts";
import { wordSet } from "../word-set.ts";

/** Elements that carry text, tables and pictures. */
const allowed = wordSet(
  "a abbr b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img " +
    "ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var",
);

/** Elements that go with all they hold. */
const dropped = wordSet(
  "script style template iframe object embed noscript title head link meta svg math audio video canvas form select textarea",
);

const attributes = wordSet("alt class colspan href rowspan scope src title width height");

/** The HTML of a fragment that is safe to show: no script, no style, no form, no address but of pages and pictures. */
export function sanitize(html: string): string {
  const { parseFragment, serialize } = htmlParser();
  const fragment = parseFragment(html);
  fragment.childNodes = clean(fragment.childNodes, fragment);
  return serialize(fragment);
}

/** What a person wrote as HTML, with its drawings and formulas, and without what runs or loads by itself. */
export function disarm(html: string): string {
  const { parseFragment, serialize } = htmlParser();
  const fragment = parseFragment(html);
  fragment.childNodes = withoutPrograms(fragment.childNodes);
  return serialize(fragment);
}

const programs = wordSet("script style template iframe object embed noscript link meta base form foreignobject");

function withoutPrograms(nodes: readonly Dom.ChildNode[]): Dom.ChildNode[] {
  return nodes.flatMap((node): Dom.ChildNode[] => {
    if (!("tagName" in node)) return [node];
    if (programs.has(node.tagName.toLowerCase())) return [];
    node.childNodes = withoutPrograms(node.childNodes);
    node.attrs = node.attrs.filter(
      ({ name, value }) =>
        !/^(?:on.*|style|srcdoc|formaction)$/i.test(name) && isSafe(name.replace(/^xlink:/, ""), value),
    );
    return [node];
  });
}

function clean(nodes: readonly Dom.ChildNode[], parent: Dom.ParentNode): Dom.ChildNode[] {
  return nodes.flatMap((node): Dom.ChildNode[] => {
    node.parentNode = parent;
    if (node.nodeName === "#text") return [node];
    if (!("tagName" in node) || dropped.has(node.tagName)) return [];
    const children = clean(node.childNodes, node);
    if (!allowed.has(node.tagName)) {
      for (const child of children) child.parentNode = parent;
      return children;
    }
    node.childNodes = children;
    node.attrs = node.attrs.filter(({ name, value }) => attributes.has(name) && isSafe(name, value));
    return [node];
  });
}

function isSafe(name: string, value: string): boolean {
  if (name === "href") return !/^\s*[a-z][a-z\d+.-]*:/i.test(value) || /^\s*(?:https?|mailto):/i.test(value);
  if (name === "src")
    return (
      /^\s*data:image\/(?:png|jpeg|gif|webp);base64,/i.test(value) || !/^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(value)
    );
  return true;
}
