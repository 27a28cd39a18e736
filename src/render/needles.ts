/** Which of many texts stand in a page: looked for all at once, since each look alone would read the whole page again. */
import { escapePattern } from "../escape-pattern.ts";

/** Finds the needles that a text contains. @param needles none of them empty */
export function needleFinder(needles: readonly string[]): (text: string) => ReadonlySet<string> {
  const all = [...new Set(needles)].sort((a, b) => b.length - a.length);
  if (all.length === 0) return () => new Set();
  // Where one needle stands at the place of a longer one it is found with it.
  const within = new Map(all.map((needle) => [needle, all.filter((other) => needle.startsWith(other))]));
  const pattern = new RegExp(all.map((needle) => escapePattern(needle)).join("|"), "g");
  return (text) => {
    const found = new Set<string>();
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      for (const needle of within.get(match[0]) ?? []) found.add(needle);
      // Another needle may begin inside this one.
      pattern.lastIndex = match.index + 1;
    }
    return found;
  };
}
