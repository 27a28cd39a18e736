import type { Token } from "markdown-it";
import type { Document } from "../document.ts";
import { plainText } from "./plain-text.ts";

const NOT_IN_ID = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

/** Ids in use, by the text that they were made of. */
class Counter {
  private readonly used = new Map<string, number>();

  number(id: string): string {
    const count = this.used.get(id);
    this.used.set(id, (count ?? 0) + 1);
    return count === undefined ? id : `${id}-${count}`;
  }
}

/**
 * Gives every header without an id one (kramdown syntax, "Automatic Generation of Header IDs"). GFM input has its own
 * way of making ids for headers outside HTML elements; inside them, and with kramdown's input, kramdown's own applies.
 */
export function giveHeaderIds(tokens: readonly Token[], document: Document): void {
  const gfm = new Counter();
  const plain = new Counter();
  const isGfm = document.options.input === "GFM";
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type !== "heading_open") continue;
    const inline = tokens[index + 1]!;
    if (document.options.auto_ids && token.attrIndex("id") < 0) {
      const own = token.meta?.["inHtml"] === true || !isGfm;
      const { auto_id_prefix: prefix } = document.options;
      token.attrSet("id", own ? prefix + plain.number(plainId(inline, document)) : prefix + gfm.number(gfmId(inline)));
    }
  }
}

function gfmId(inline: Token): string {
  return plainText(inline.children ?? [], "math")
    .toLowerCase()
    .replace(NOT_IN_ID, "")
    .replace(/[ \t]/g, "-");
}

function plainId(inline: Token, document: Document): string {
  const source = document.options.auto_id_stripping ? plainText(inline.children ?? [], "") : inline.content;
  const id = source
    .replace(/^[^a-zA-Z]+/, "")
    .replace(/[^a-zA-Z0-9 -]/g, "")
    .replace(/ /g, "-")
    .toLowerCase();
  return id === "" ? "section" : id;
}
