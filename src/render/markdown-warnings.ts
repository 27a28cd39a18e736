/** What the Markdown of a body warns of, as its author is told. */
import type { Diagnostics } from "../errors.ts";
import { isAcademic } from "../folio/academic.ts";
import type { MarkdownWarning } from "../markdown/markdown.ts";
import type { Config } from "../model.ts";
import { MERGE_HELP } from "../read/merge-marks.ts";
import type { Place } from "../read/position.ts";

/**
 * Tells what a text warns of, with what to do about it.
 * @param warnings their lines count from 1 in the text
 * @param place where the text begins
 */
export function tellWarnings(
  warnings: readonly MarkdownWarning[],
  place: Place,
  config: Config,
  diagnostics: Diagnostics,
): void {
  // MathJax shows what it cannot read, and the site is built: so it is for whoever comes from there.
  const isLenient = isAcademic(config);
  for (const { level: given, line, message } of warnings) {
    const level = isLenient ? "warning" : given;
    const problem = given === "error" ? `A formula cannot be read: ${message}` : message;
    const help = given === "error" ? "Correct the TeX, or escape its dollars" : helpFor(message);
    diagnostics.add({ level, file: place.file, line: line + place.line - 1, problem, help });
  }
}

/** What to do about a warning of the Markdown, by how it begins. */
const HELP: Readonly<Record<string, string>> = {
  "No end tag for": "Write the end tag where the element ends, or \\< where no element is meant",
  "No link definition for": "Add a line [name]: https://address, or write \\[ where the bracket is meant",
  "Block element": "Put it on lines of its own, with blank lines around it",
  "No definition for footnote": "Add a line [^name]: with its text",
  "This comment": "Write --> where it ends; one over several paragraphs begins on a line of its own",
  "A merge left": MERGE_HELP,
  "Two brackets": "Write [its words](/its/address/), or put it between ` where the brackets are meant",
  "No language of code": "Correct the word behind the fence's marks, or take it out",
  "This fence": "Write its last line with the same marks, as many or more, and nothing else",
};

function helpFor(message: string): string {
  const begin = Object.keys(HELP).find((words) => message.startsWith(words));
  return (begin && HELP[begin]) ?? "See the Markdown at this line";
}
