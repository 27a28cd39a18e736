/** Changes of a page, by their places. Everything else keeps its bytes. */

/** A part of the page, and what is to stand in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The page with its changes. Of two that overlap the one that begins first counts, and of two that begin at one place the one that
 * was asked for first.
 */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return html;
  // What is put between two bytes comes before what replaces the second; sorting keeps the order of what meets at one place.
  const sorted = edits.toSorted((a, b) => a.start - b.start || Number(b.start === b.end) - Number(a.start === a.end));
  let result = "";
  let from = 0;
  for (const { start, end, text } of sorted) {
    if (start < from) continue;
    result += html.slice(from, start) + text;
    from = end;
  }
  return result + html.slice(from);
}
