/** Plain text as HTML, and back. */
import { htmlParser } from "./html-parser.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const entityOf = (character: string): string => ENTITIES[character] ?? character;

/** Text to stand between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, entityOf);
}

/** Text to stand between tags, or in an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, entityOf);
}

const COMMON: ReadonlyMap<string | undefined, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" }),
);

/** The text of an attribute's value, or of what stands between tags, as a browser reads it. */
export function decodeHtml(value: string): string {
  const text = value.includes("\r") ? value.replace(/\r\n?/g, "\n") : value;
  if (!text.includes("&")) return text;
  let isPlain = true;
  const decoded = text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]\w*));|&/g,
    (all, decimal, hex, name) => {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      // Those below have names of their own in Windows' table, or are none.
      if (code >= 0x20 && (code < 0x7f || code > 0x9f) && (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff)
        return String.fromCodePoint(code);
      const character = COMMON.get(name);
      isPlain &&= character !== undefined;
      return character ?? all;
    },
  );
  return isPlain ? decoded : decodeFully(text);
}

/** The parser knows all two thousand names; it is loaded when one is met that few pages hold. */
function decodeFully(text: string): string {
  const { parseFragment } = htmlParser();
  const [element] = parseFragment(`<a title="${text.replaceAll('"', "&quot;")}">`).childNodes;
  return element !== undefined && "attrs" in element ? (element.attrs[0]?.value ?? "") : "";
}
