/** Plain text from HTML, for places that take no markup. */
import { plainText } from "../plugins/xml.ts";

const names: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" }),
);

/** HTML without its tags, character references resolved, runs of white space as one space. */
export function textOf(html: string): string {
  if (!/[<&\s]/.test(html)) return html;
  return plainText(html).replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return names.get(name) ?? whole;
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text of the first paragraph that has one; "" where there is none. */
export function firstParagraph(html: string): string {
  for (let start = html.indexOf("<p"); start >= 0; start = html.indexOf("<p", start + 2)) {
    const after = html.charAt(start + 2);
    if (after !== ">" && after !== " ") continue;
    const end = html.indexOf("</p>", start);
    const text = textOf(html.slice(start, end < 0 ? undefined : end));
    if (text !== "") return text;
  }
  return "";
}

/** At most `length` UTF-16 units, cut at a word and marked with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const beginning = text.slice(0, length);
  const end = beginning.lastIndexOf(" ");
  // Chinese has no spaces: there the cut is between two characters, and never inside one.
  const words = end > length / 2 ? beginning.slice(0, end) : beginning.slice(0, -1).replace(/[\ud800-\udbff]$/, "");
  return `${words.replace(/[\s,;:.–—，、；：。]+$/u, "")}…`;
}
