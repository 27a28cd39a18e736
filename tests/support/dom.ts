/** HTML as a list of what a browser makes of it, so that two pages can be compared by their trees. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The tags and texts of a page in their order: attributes and classes sorted, white space folded, comments and the builder's
 * name left out, highlighted code as its lines.
 */
export function treeOf(html: string): readonly string[] {
  const tokens: string[] = [];
  let text = "";
  const flush = (): void => {
    const folded = fold(text);
    if (folded !== "") tokens.push(folded);
    text = "";
  };
  const visit = (node: Node): void => {
    if (node.nodeName === "#text" && "value" in node) {
      text += node.value;
      return;
    }
    if (!("tagName" in node)) {
      for (const child of childrenOf(node)) visit(child);
      return;
    }
    if (node.tagName === "meta" && attribute(node, "name") === "generator") return;
    flush();
    if (isCode(node)) {
      tokens.push("<code>", ...linesOf(textOf(node)), "</code>");
      return;
    }
    tokens.push(openTag(node));
    for (const child of childrenOf(node)) visit(child);
    flush();
    tokens.push(`</${node.tagName}>`);
  };
  visit(parse(html));
  flush();
  return tokens;
}

function childrenOf(node: Node): readonly Node[] {
  if ("content" in node) return node.content.childNodes;
  return "childNodes" in node ? node.childNodes : [];
}

function openTag({ tagName, attrs }: Element): string {
  const written = attrs
    .map(
      ({ name, value }) => `${name}="${name === "class" ? value.split(/\s+/).sort().join(" ").trim() : fold(value)}"`,
    )
    .filter((written) => written !== 'class=""')
    .sort();
  return `<${[tagName, ...written].join(" ")}>`;
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

/** Highlighted code, whose spans are another program's. */
function isCode(node: Element): boolean {
  const classes = attribute(node, "class")?.split(/\s+/) ?? [];
  return node.tagName === "pre" || classes.includes("highlight") || classes.includes("highlighter-rouge");
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return childrenOf(node).map(textOf).join("");
}

export function fold(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}
