/** Filters that escape: for HTML, XML, URLs and base64. */
import { LiquidFault } from "../errors.ts";
import { type FilterTable, filter, textual, unsuited } from "./define.ts";

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Ruby's `CGI.escapeHTML`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? character);
}

/** Ruby's `encode(xml: :attr)` without the quotes around it. */
export function escapeXml(text: string): string {
  return escapeHtml(text).replaceAll("&#39;", "&apos;");
}

const ASCII_ENCODED: readonly string[] = Array.from(
  { length: 128 },
  (_, code) => `%${code.toString(16).toUpperCase().padStart(2, "0")}`,
);

/** Percent-encodes every byte of the characters that `encoded`, with the flags `gu`, matches. */
function percentEncode(text: string, encoded: RegExp): string {
  return text.replace(encoded, (character) => {
    if (character < "\x80") return ASCII_ENCODED[character.charCodeAt(0)] ?? character;
    return [...Buffer.from(character, "utf8")]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join("");
  });
}

/** Percent-encoded bytes decoded; undefined where they are no UTF-8. */
function percentDecode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  const bytes: Buffer[] = [];
  let at = 0;
  for (const { 0: sequence, index } of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) {
    bytes.push(Buffer.from(text.slice(at, index), "utf8"), Buffer.from(sequence.replaceAll("%", ""), "hex"));
    at = index + sequence.length;
  }
  bytes.push(Buffer.from(text.slice(at), "utf8"));
  const joined = Buffer.concat(bytes);
  const decoded = joined.toString("utf8");
  return Buffer.from(decoded, "utf8").equals(joined) ? decoded : undefined;
}

/** A part of a URL with everything encoded that `encoded` matches; what is encoded already stays so (Addressable's `normalize_component`). */
export function normalizeComponent(text: string, encoded: RegExp): string {
  if (/^[A-Za-z0-9/_.-]*$/.test(text)) return text;
  return percentEncode((percentDecode(text) ?? text).normalize("NFKC"), encoded);
}

const ENCODED_IN_URL = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]/gu;

/** Ruby's `CGI.escape`. */
function cgiEscape(text: string): string {
  return percentEncode(text, /[^A-Za-z0-9\-._~ ]/gu).replaceAll(" ", "+");
}

function decodeBase64(text: string, name: string, alphabet: RegExp): string {
  if (!alphabet.test(text))
    throw new LiquidFault(`${name} is given what is no base64`, "See where the text comes from");
  return Buffer.from(text, "base64").toString("utf8");
}

const escapeFilter = filter(0, 0, (scope, input) => (input === null ? null : escapeHtml(scope.text(input))));

/** By their names in Liquid. */
export const escapeFilters: FilterTable = {
  escape: escapeFilter,
  h: escapeFilter,
  escape_once: textual((text) =>
    text.replace(/["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g, (character) => HTML_ENTITIES[character] ?? character),
  ),
  xml_escape: textual(escapeXml),
  cgi_escape: filter(0, 0, (_scope, input) => {
    if (typeof input !== "string") throw unsuited("cgi_escape", "a text");
    return cgiEscape(input);
  }),
  uri_escape: filter(0, 0, (_scope, input) => {
    if (input === null) return null;
    if (typeof input !== "string") throw unsuited("uri_escape", "a text");
    return normalizeComponent(input, ENCODED_IN_URL);
  }),
  url_encode: filter(0, 0, (scope, input) => (input === null ? null : cgiEscape(scope.text(input)))),
  url_decode: filter(0, 0, (scope, input) => {
    if (input === null) return null;
    const decoded = percentDecode(scope.text(input).replaceAll("+", " "));
    if (decoded === undefined)
      throw new LiquidFault("url_decode is given bytes that are no text", "See where the text comes from");
    return decoded;
  }),
  base64_encode: textual((text) => Buffer.from(text, "utf8").toString("base64")),
  base64_decode: textual((text) =>
    decodeBase64(text, "base64_decode", /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  ),
  base64_url_safe_encode: textual((text) =>
    Buffer.from(text, "utf8").toString("base64").replaceAll("+", "-").replaceAll("/", "_"),
  ),
  base64_url_safe_decode: textual((text) => decodeBase64(text, "base64_url_safe_decode", /^[A-Za-z0-9_-]*={0,2}$/)),
};
