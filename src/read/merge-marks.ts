/** What git leaves in a file that two people have changed. */

export const MERGE_HELP = "Keep one of the two texts, and take out the lines of <<<<<<<, ======= and >>>>>>>";

/** The offset of the first mark at the beginning of a line of a text; -1 where there is none. */
export function mergeMark(text: string): number {
  return text.includes("<<<<<<< ") ? text.search(/^<{7} /m) : -1;
}
