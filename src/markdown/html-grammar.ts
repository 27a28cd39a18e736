import { letterPattern } from "../letters.ts";
import { isHtmlElement } from "./html-names.ts";

/** The source of a pattern for a name. */
export const NAME = String.raw`(?:[\p{Alphabetic}_][-\p{Alphabetic}\p{M}\p{Nd}._]*:)?[\p{Alphabetic}_][-\p{Alphabetic}\p{M}\p{Nd}._]*`;
const VALUE = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+|"[^"]*"|'[^']*'`;

const startTag = letterPattern(
  String.raw`<(${NAME})((?:[ \t\n\v\f\r]+${NAME}(?:[ \t\n\v\f\r]*=[ \t\n\v\f\r]*(?:${VALUE}))?)*)[ \t\n\v\f\r]*(\/)?>`,
);
const endTag = letterPattern(String.raw`<\/(${NAME})[ \t\n\v\f\r]*>`);
const ATTRIBUTE = String.raw`[ \t\n\v\f\r]*(${NAME})(?:[ \t\n\v\f\r]*=[ \t\n\v\f\r]*(${VALUE}))?`;
const attribute = letterPattern(ATTRIBUTE, String.raw`${ATTRIBUTE}(?=[ \t\n\v\f\r]|$)(?![ \t\n\v\f\r]*=)`);

/** `<name attribute="value">`. */
export interface StartTag {
  readonly kind: "start";
  /** In lower case if it is an element of HTML. */
  readonly name: string;
  readonly attributes: Map<string, string>;
  /** Written `<name />`. */
  readonly selfClosing: boolean;
  /** Position after the tag. */
  readonly end: number;
}

/** `</name>`. */
export interface EndTag {
  readonly kind: "end";
  readonly name: string;
  readonly end: number;
}

/** The start or end tag that begins at `pos`, where a `<` stands; undefined if it begins none. */
export function readTag(src: string, pos: number): StartTag | EndTag | undefined {
  if (src.charCodeAt(pos + 1) === 0x2f) {
    const match = endTag(src, pos);
    return match === null ? undefined : { kind: "end", name: foldName(match[1]!), end: pos + match[0].length };
  }
  const match = startTag(src, pos);
  if (match === null) return undefined;
  const name = foldName(match[1]!);
  return {
    kind: "start",
    name,
    attributes: readTagAttributes(match[2]!, isHtmlElement(name)),
    selfClosing: match[3] !== undefined,
    end: pos + match[0].length,
  };
}

/** The name in lower case if it is one of HTML's. */
function foldName(name: string): string {
  const lower = name.toLowerCase();
  return isHtmlElement(lower) ? lower : name;
}

function readTagAttributes(text: string, isHtml: boolean): Map<string, string> {
  const attributes = new Map<string, string>();
  let pos = 0;
  while (pos < text.length) {
    const match = attribute(text, pos);
    if (match === null) break;
    pos += match[0].length;
    const name = isHtml ? match[1]!.toLowerCase() : match[1]!;
    const value = match[2] ?? "";
    const quoted = value.charCodeAt(0) === 0x22 || value.charCodeAt(0) === 0x27;
    attributes.set(name, quoted ? value.slice(1, -1).replace(/\n+/g, " ") : value);
  }
  return attributes;
}
