import type { Token } from "markdown-it";
import { downcase } from "../../case.ts";
import { isAscii } from "../../letters.ts";
import type { Document } from "../document.ts";
import type { KramdownOptions } from "../options.ts";
import { metaOf } from "../token-meta.ts";
import { plainText } from "./plain-text.ts";

type Way = KramdownOptions["input"];

/**
 * Gives every header without an id one (kramdown syntax, "Automatic Generation of Header IDs"). GFM input has its own
 * way of making ids for headers outside HTML elements; inside them, in footnotes, and with kramdown's input, kramdown's
 * own applies. Terms of a definition list with `{:auto_ids}` get ids as well.
 */
export function giveHeaderIds(tokens: readonly Token[], document: Document, way: Way): void {
  const { auto_ids: enabled, auto_id_prefix: prefix } = document.options;
  const lists: (string | undefined)[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === "heading_open" && enabled && token.attrIndex("id") < 0) {
      const own = metaOf(token).inHtml ? "kramdown" : way;
      token.attrSet("id", headerId(prefix, tokens[index + 1]!, document, own));
    } else if (token.type === "definition_list_open") lists.push(termPrefix(token));
    else if (token.type === "definition_list_close") lists.pop();
    else if (token.type === "definition_term_open" && token.attrIndex("id") < 0) {
      const own = lists[lists.length - 1];
      if (own !== undefined) token.attrSet("id", headerId(own, tokens[index + 1]!, document, "kramdown"));
    }
  }
}

/** What goes before the ids of a list's terms; undefined if they get none. */
function termPrefix(token: Token): string | undefined {
  const refs = metaOf(token).attributes?.refs;
  return refs?.find((name) => /^auto_ids(?:-|$)/.test(name))?.replace(/^auto_ids-?/, "");
}

function headerId(prefix: string, inline: Token, document: Document, way: Way): string {
  const id = prefix + (way === "GFM" ? gfmId(inline) : plainId(inline, document));
  return numberedId(id, document.headerIds[way]);
}

/** An id that may be there: the second of its name gets `-1`, the third `-2`. @param used how often each was taken, which is noted */
export function numberedId(id: string, used: Map<string, number>): string {
  const count = used.get(id);
  used.set(id, (count ?? 0) + 1);
  return count === undefined ? id : `${id}-${count}`;
}

function gfmId(inline: Token): string {
  const text = downcase(plainText(inline.children ?? [], "math"));
  return text
    .replace(isAscii(text) ? /[^\w\- \t]/g : /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, "")
    .replace(/[ \t]/g, "-");
}

function plainId(inline: Token, document: Document): string {
  const isStripped = document.options.auto_id_stripping || document.options.input === "GFM";
  const source = isStripped ? plainText(inline.children ?? [], "") : inline.content;
  const id = source
    .replace(/^[^a-zA-Z]+/gm, "")
    .replace(/[^a-zA-Z0-9 -]/g, "")
    .replace(/ /g, "-")
    .toLowerCase();
  return id === "" ? "section" : id;
}
