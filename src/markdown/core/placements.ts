import type { Token } from "markdown-it";
import type { Document } from "../document.ts";
import { metaOf } from "../token-meta.ts";

/** Replaces the first list with `{:toc}`, and those with `{:footnotes}`, by a token that stands for what comes there. */
export function placeContents(tokens: Token[], document: Document): Token[] {
  const placed: Token[] = [];
  let hasToc = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const kind = token.type === "list_open" ? placement(token) : undefined;
    if (kind === undefined || (kind === "toc" && hasToc)) {
      placed.push(token);
      continue;
    }
    if (kind === "toc") hasToc = true;
    else document.footnotesPlaced = true;
    token.type = kind;
    token.nesting = 0;
    placed.push(token);
    index = closingIndex(tokens, index);
  }
  return placed;
}

function placement(token: Token): "toc" | "footnotes" | undefined {
  const refs = metaOf(token).attributes?.refs;
  if (refs === undefined || refs.length === 0) return undefined;
  return refs.includes("toc") ? "toc" : refs.includes("footnotes") ? "footnotes" : undefined;
}

function closingIndex(tokens: readonly Token[], open: number): number {
  const { level } = tokens[open]!;
  let index = open + 1;
  while (index < tokens.length && !(tokens[index]!.type === "list_close" && tokens[index]!.level === level)) index++;
  return index;
}
