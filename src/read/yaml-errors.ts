/** Faults of YAML, told at their place in the file. */
import { SiteError } from "../errors.ts";
import { locate, type Place } from "./position.ts";

/** A node that would make an object of Ruby, or that names something which is not there. */
export class Refused extends Error {
  readonly offset: number;
  constructor(problem: string, offset: number) {
    super(problem);
    this.offset = offset;
  }
}

/** What to tell of YAML that cannot be read. @param offset of the place in `text` */
export function syntaxError(text: string, offset: number, reason: string, place: Place, cause: Error): SiteError {
  const tab = tabNear(text, offset);
  if (tab !== undefined) {
    return siteError(text, tab, place, cause, {
      problem: "A tab indents this line of YAML",
      help: "Indent with spaces: YAML does not allow tabs",
    });
  }
  return siteError(text, offset, place, cause, {
    problem: `This is not valid YAML: ${reason}`,
    help: 'Put a value that holds ": ", " #" or a leading special character in quotes, and check the indentation',
  });
}

/** What to tell of YAML that is well-formed and not wanted. */
export function refusal(text: string, error: Refused, place: Place): SiteError {
  return siteError(text, error.offset, place, error, {
    problem: error.message,
    help: "Put the value in quotes if it is meant as text",
  });
}

function siteError(
  text: string,
  at: number,
  place: Place,
  cause: Error,
  message: { readonly problem: string; readonly help: string },
): SiteError {
  // What is never closed is missed where the text ends: the last line with something in it is shown.
  const offset = text.slice(at).trim() === "" ? Math.max(0, text.trimEnd().length - 1) : at;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const excerpt = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
  return new SiteError({ file: place.file, ...locate(text, offset, place), excerpt, ...message }, { cause });
}

/** The offset of a tab in the indentation of the line at `offset` or of the line before it. */
function tabNear(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = start === 0 ? -1 : text.lastIndexOf("\n", start - 2) + 1;
  for (const line of [start, before]) {
    if (line < 0) continue;
    const indentation = /^[ -]*\t/.exec(text.slice(line, line + 200));
    if (indentation !== null) return line + indentation[0].length - 1;
  }
  return undefined;
}
