/**
 * `remove_first` of a long text. Sites that compress their pages by Liquid take comments out of a page one by one, and V8 copies the
 * whole page whenever it looks into what was put together of two parts: so the parts of the last result are kept, and looked into
 * themselves.
 */

/** Characters from which on copying is what it costs. */
const LONG = 16_384;

/** The last result, which the next removal from the same text begins with. */
let last: { readonly text: string; readonly parts: readonly string[] } = { text: "", parts: [] };

/** The text without the first place where `wanted` stands. */
export function removeFirst(text: string, wanted: string): string {
  if (text.length < LONG || wanted === "") return text.replace(wanted, "");
  const parts = text === last.text ? last.parts : [text];
  const start = placeOf(wanted, parts);
  if (start < 0) return text;
  const end = start + wanted.length;
  const rest = [...cut(parts, 0, start), ...cut(parts, end, text.length)];
  last = { text: rest.reduce((whole, part) => whole + part, ""), parts: rest };
  return last.text;
}

/** Where a text first stands in one that is given in parts; -1 where it does not. */
function placeOf(wanted: string, parts: readonly string[]): number {
  const overlap = wanted.length - 1;
  let before = 0;
  for (const [index, part] of parts.entries()) {
    const within = part.indexOf(wanted);
    if (within >= 0) return before + within;
    // It may begin in this part and end in a later one.
    const from = Math.max(0, part.length - overlap);
    const seam = part.slice(from) + cut(parts.slice(index + 1), 0, overlap).join("");
    const across = seam.indexOf(wanted);
    if (across >= 0) return before + from + across;
    before += part.length;
  }
  return -1;
}

/** From one place to another, in parts. */
function cut(parts: readonly string[], start: number, end: number): readonly string[] {
  const found: string[] = [];
  let before = 0;
  for (const part of parts) {
    if (before >= end) break;
    const piece = part.slice(Math.max(0, start - before), end - before);
    if (piece !== "") found.push(piece);
    before += part.length;
  }
  return found;
}
